# What this machine has and lacks.

examine() {
  missing=0
  check JDK "$(jdk_home || :)" "no JDK 25: https://adoptium.net, or set JAVA_HOME"
  if docker_answers; then docker=answers; else docker=; fi
  if can_install; then
    check PostGIS "$(find_postgis | cut -d ' ' -f 2-)" "./citygrid demo installs it with apt-get" optional
  else
    check PostGIS "$(find_postgis | cut -d ' ' -f 2-)" "./citygrid demo installs it on Debian and Ubuntu, as root or with sudo; else see README" "$docker"
  fi
  check Docker "$docker" "no engine answers; not needed where PostGIS is installed" optional
  check Kafka "$(kafka_libraries)" "comes from Maven Central with the first build" optional
  check Download "$(command -v curl || command -v wget || :)" "no curl or wget: the JDK will fetch Maven" optional
  check Chromium "$(find_chromium || :)" "only ./citygrid test needs it, and installs it where it may" optional
  check Font "$(fc-list :lang=zh family 2>/dev/null | head -n 1)" "no Chinese font: apt-get install fonts-wqy-zenhei; only pictures made here need it" optional
  check Memory "$(at_least 3000 "$(free_memory)" MB)" "less than 3 GB free: CityGrid, PostgreSQL and Kafka need about 2.5 GB"
  check Disk "$(at_least 5000 "$(df -Pm "$home" | awk 'NR == 2 { print $4 }')" MB)" "less than 5 GB free under $home"
  check "Port $port" "$(port_state)" "in use by another program: choose one with --port" optional
  [ "$missing" -eq 0 ] || fail "$missing of the things above must be there first." "Each line says how to get it."
}

check() { # NAME FOUND HINT [WHAT STANDS IN FOR IT]
  if [ -n "$2" ]; then
    line ok "$1" "$2"
  elif [ -n "${4-}" ]; then
    line - "$1" "$3"
  else
    line MISSING "$1" "$3"
    missing=$((missing + 1))
  fi
}

line() {
  printf '%-8s %-10s %s\n' "$@"
}

kafka_libraries() {
  list=$home/infra/devservices/target/services.classpath
  [ ! -s "$list" ] || tr ':' '\n' <"$list" | sed -n 's/.*\(kafka_2.13-.*\)\.jar$/\1/p'
}

at_least() { # WANTED FOUND UNIT
  [ "$2" -lt "$1" ] || echo "$2 $3 free"
}

free_memory() {
  awk '/^MemAvailable/ { print int($2 / 1024); found = 1 } END { if (!found) print 99999 }' /proc/meminfo 2>/dev/null ||
    echo 99999 # macOS does not say; it makes room
}

port_state() {
  if pid_of app >/dev/null; then
    echo "used by CityGrid itself, at $(cat "$state/run/address")"
  elif [ -r /proc/net/tcp ]; then
    grep -qi ":$(printf '%04X' "$port") [0-9A-F]*:0000 0A" /proc/net/tcp /proc/net/tcp6 || echo free
  else
    echo "not looked at"
  fi
}
