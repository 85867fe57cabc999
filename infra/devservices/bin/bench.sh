# Benchmarks: a fresh PostGIS, Kafka and program of their own; see org.citygrid.bench.

bench() {
  need_postgis_or_docker
  mkdir -p "$state/log" "$state/run" "$state/cache"
  build
  "$java" -Xmx1g "-Dcitygrid.home=$home" \
    -cp "$state/services/bench.jar:$state/services/devservices.jar:$state/app/lib/*" org.citygrid.bench.Bench "$@"
}
