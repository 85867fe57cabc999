# PostGIS and Kafka of the demo: the Java side does it, see org.citygrid.devservices.LocalServices.

services() {
  "$java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dcitygrid.home=$home" \
    -cp "$(cat "$state/services/classpath")" org.citygrid.devservices.LocalServices "$@"
}

# Keeps what is needed to stop the services beside their data, whatever happens to the build.
keep_services_program() {
  mkdir -p "$state/services"
  cp "$home"/infra/devservices/target/citygrid-devservices-*.jar "$state/services/devservices.jar"
  cp "$home"/infra/bench/target/citygrid-bench-*.jar "$state/services/bench.jar"
  printf '%s:%s\n' "$state/services/devservices.jar" \
    "$(cat "$home/infra/devservices/target/services.classpath")" >"$state/services/classpath"
}

start_services() {
  if has_own_servers; then
    return 0
  fi
  need_postgis
  step "Starting PostGIS and Kafka"
  services start 2>"$state/log/services.log" || {
    tail_of "$state/log/services.log"
    fail "PostGIS and Kafka did not start." "./citygrid doctor says what is missing."
  }
  step_done
  cat "$state/log/services.log"
}

stop_services() {
  [ -s "$state/services/classpath" ] && [ -e "$state/services.env" -o -e "$state/kafka/kafka.pid" ] || return 0
  services stop || echo "  PostGIS or Kafka could not be stopped; see .citygrid/postgres/postgres.log" >&2
}

# Whether `up` was given a database and a broker by somebody else.
has_own_servers() {
  [ "$sample_data" = no ] || return 1
  [ -n "${CITYGRID_DATABASE_URL-}" ] || grep -Eqs '^ *database:|^citygrid\.database\.' "$home/citygrid.yaml"
}
