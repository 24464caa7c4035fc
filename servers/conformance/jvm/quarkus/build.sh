set -e
mkdir -p src/main/java src/main/resources
echo quarkus.http.cors.enabled=true >src/main/resources/application.properties
cp Server.java src/main/java/Server.java
mvn --batch-mode --quiet --file=project.xml "-Dmaven.repo.local=$SYSTEM/../../conformance-shared/maven" package
