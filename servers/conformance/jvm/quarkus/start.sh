if [ "$INTENT" = declared ]; then
  set -- "$1" \
    -Dquarkus.http.cors.origins=https://app.example.com,https://admin.example.com \
    -Dquarkus.http.cors.methods=GET,PUT,DELETE \
    -Dquarkus.http.cors.headers=content-type,authorization \
    -Dquarkus.http.cors.exposed-headers=x-total-count \
    -Dquarkus.http.cors.access-control-max-age=600S \
    -Dquarkus.http.cors.access-control-allow-credentials=true
fi
system=$1
shift
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "-Dquarkus.http.port=$PORT" -Dquarkus.http.host=127.0.0.1 "$@" \
  -jar "$system/target/quarkus-app/quarkus-run.jar"
