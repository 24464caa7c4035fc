set -e
mkdir -p src/main/java
cp Server.java src/main/java/Server.java
mvn --batch-mode --quiet --file=project.xml "-Dmaven.repo.local=$SYSTEM/../../conformance-shared/maven" package
