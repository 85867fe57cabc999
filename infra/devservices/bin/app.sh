# The application: built, unpacked, started, filled, stopped.

port=8080
fresh=no
detach=no
history=
speed=
memory=${CITYGRID_MEMORY:-1g}

read_start_options() {
  while [ $# -gt 0 ]; do
    case $1 in
      --port)
        is_number "${2-}" && [ "$2" -ge 1 ] && [ "$2" -le 65535 ] || wrong_usage "--port needs a number from 1 to 65535"
        port=$2
        shift
        ;;
      --speed)
        is_number "${2-}" && [ "$2" -ge 1 ] || wrong_usage "--speed needs a whole number, such as 60"
        speed=$2
        shift
        ;;
      --fresh) fresh=yes ;;
      --detach) detach=yes ;;
      --no-history) history=--no-history ;;
      *) wrong_usage "'$1' is not understood here" ;;
    esac
    shift
  done
}

start_everything() {
  find_jdk
  if pid_of app >/dev/null && [ "$fresh" = no ]; then
    echo "CityGrid is running already: $(cat "$state/run/address"). ./citygrid stop stops it."
    return 0
  fi
  [ "$fresh" = no ] || { stop_everything; delete_data; }
  mkdir -p "$state/log" "$state/run" "$state/cache"
  echo "CityGrid, in $home"
  stop_when_interrupted
  build
  services check-port "$port" 2>"$state/log/port.log" ||
    fail "$(tail -n 1 "$state/log/port.log")." "Choose another: ./citygrid $name --port $((port + 1))"
  start_services
  make_password
  start_app
  [ "$sample_data" = no ] || load_town
  prepare_quick_start
  say_where
  if [ "$detach" = yes ]; then
    trap - EXIT INT TERM HUP
  else
    wait_for_end
  fi
}

# From here on a failure, Ctrl-C and the closing of the terminal stop what we have started.
stop_when_interrupted() {
  trap 'code=$?; trap - EXIT; stop_everything; exit $code' EXIT
  trap 'echo; exit 130' INT
  trap 'exit 143' TERM HUP
}

build() {
  if is_built; then
    return 0
  fi
  step "Building (the first time, Maven downloads what it needs)"
  touch "$state/cache/building"
  (cd "$home" && ./mvnw -B -ntp -q -Pquick -pl map-ui,infra/devservices,infra/bench -am package) \
    >"$state/log/build.log" 2>&1 </dev/null || {
    grep -E '^\[ERROR\]' "$state/log/build.log" | head -n 12 >&2 || :
    fail "The build failed." "Look at $state/log/build.log"
  }
  unpack
  sources >"$state/cache/sources"
  mv "$state/cache/building" "$state/cache/built"
  step_done
}

# Built is what has the same files as at the last build, and none that is newer.
is_built() {
  [ -e "$state/cache/built" ] && [ -d "$state/app/lib" ] && [ -s "$state/services/classpath" ] &&
    [ "$(sources)" = "$(cat "$state/cache/sources")" ] &&
    [ -z "$(list_sources -newer "$state/cache/built" | head -n 1)" ]
}

list_sources() {
  find "$home" \( -name target -o -name '.git' -o -name .citygrid -o -path '*/src/test' -o -name docs \) -prune \
    -o -type f \( -path '*/src/main/*' -o -name pom.xml -o -path "$home/data/*" \) "$@" -print
}

sources() { list_sources | sort | cksum; }

unpack() {
  rm -rf "$state/app"
  for jar in "$home"/map-ui/target/citygrid-map-ui-*-app.jar; do
    "$java" -Djarmode=tools -jar "$jar" extract --destination "$state/app" >>"$state/log/build.log" 2>&1 ||
      fail "$jar could not be unpacked." "Look at $state/log/build.log"
  done
  mv "$state"/app/citygrid-map-ui-*-app.jar "$state/app/citygrid.jar" 2>/dev/null || :
  keep_services_program
}

# One password for the accounts of this installation, made at the first start.
make_password() {
  if [ ! -s "$state/password" ]; then
    password=${CITYGRID_ADMIN_PASSWORD:-${CITYGRID_DEMO_PASSWORD:-$(random_password)}}
    (umask 077 && printf '%s\n' "$password" >"$state/password")
  fi
  password=$(cat "$state/password")
  if [ -z "${CITYGRID_DEMO_PASSWORD-}" ] || [ "$CITYGRID_DEMO_PASSWORD" = "$password" ]; then
    return 0
  fi
  echo "  The accounts keep the password of their first start; --fresh makes new ones."
}

random_password() { od -An -N12 -tx1 /dev/urandom | tr -d ' \n'; }

# Runs the app, or what is given before its JVM, with the settings of this installation. The JVM's flags are the
# same when its class cache is made and when it is used, or it would refuse the cache.
run_app() { # NAME [PROGRAM AND ITS ARGUMENTS]
  run_name=$1
  shift
  (
    if ! has_own_servers; then
      set -a
      . "$state/services.env"
      set +a
    fi
    cd "$home" # citygrid.yaml lies here
    export SERVER_PORT="$port" SERVER_ADDRESS="${SERVER_ADDRESS:-127.0.0.1}"
    export CITYGRID_ADMIN_PASSWORD="$password" CITYGRID_PHOTOS_DIR="${CITYGRID_PHOTOS_DIR:-$state/photos}"
    export CITYGRID_ASSET_IMPORTSDIR="${CITYGRID_ASSET_IMPORTSDIR:-$state/imports}"
    in_background "$run_name" "$state/log/$run_name.log" "$@" "$java" ${class_cache:+"-XX:AOTCache=$class_cache"} \
      -Xms256m "-Xmx$memory" -XX:+UseG1GC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED \
      -jar "$state/app/citygrid.jar"
  )
}

start_app() {
  step "Starting CityGrid"
  : >"$state/log/app.log"
  class_cache=
  [ ! -s "$state/app/citygrid.aot" ] || class_cache=$state/app/citygrid.aot
  run_app app
  address=http://127.0.0.1:$port
  echo "$address" >"$state/run/address"
  services await-health "$address" "$(cut -d ' ' -f 1 "$state/run/app.pid")" 180 2>"$state/log/health.log" || {
    tail_of "$state/log/app.log"
    fail "$(tail -n 1 "$state/log/health.log")." "Look at $state/log/app.log"
  }
  step_done
}

# Loads the town through the same doors as everybody, then keeps its day running. What the same program has
# loaded before is there, and not looked through again.
load_town() {
  accounts=$state/demo-accounts.txt
  (umask 077 && touch "$accounts")
  export CITYGRID_DEMO_PASSWORD="$password" CITYGRID_ADMIN_PASSWORD="$password"
  wanted="$(cat "$state/cache/sources") $history"
  if [ "$(cat "$state/loaded" 2>/dev/null || :)" != "$wanted" ]; then
    echo "  Loading Dali:"
    set_up_town
  fi
  : >"$state/log/live.log"
  in_background live "$state/log/live.log" "$java" -Xmx256m -XX:+UseSerialGC -cp "$state/app/lib/*" \
    org.citygrid.data.Demo live --url "$address" --accounts "$accounts" ${history:+"$history"} ${speed:+--speed "$speed"}
}

set_up_town() {
  demo setup || fail "The town could not be loaded." "Look at $state/log/app.log, then start again: loading goes on where it stopped."
  echo "$wanted" >"$state/loaded"
}

demo() {
  "$java" -Xmx512m -XX:+UseSerialGC -cp "$state/app/lib/*" \
    org.citygrid.data.Demo "$1" --url "$address" --accounts "$accounts" ${history:+"$history"} ${speed:+--speed "$speed"}
}

# While the first start's town is already at work, a nice and quiet second process shows the JVM which classes
# a start needs; the next start then reads them ready-made. It serves nothing and ends before it would.
prepare_quick_start() {
  if [ -z "$class_cache" ]; then
    run_app training nice -n 19 sh "$home/infra/devservices/bin/train" "$state/app/citygrid.aot"
  fi
}

say_where() {
  echo
  echo "CityGrid runs at $address"
  if [ "$sample_data" = yes ]; then
    echo "Accounts (with their passwords also in $state/demo-accounts.txt):"
    show_accounts
  else
    echo "Account: admin, its password is in $state/password"
  fi
  if [ "$detach" = yes ]; then
    echo "Stop it with: $home/citygrid stop"
  else
    echo "Stop it with Ctrl-C, or: $home/citygrid stop"
  fi
}

# One line for each password, with the accounts that have it: usually one line.
show_accounts() {
  awk '!/^#/ && NF >= 2 {
      if ($1 ~ /^collector(0[2-9]|[12]|3[0-4])/) next
      if ($1 == "collector35") names[$2] = names[$2] " …"
      names[$2] = names[$2] " " $1
    }
    END { for (password in names) printf "  password %s:%s\n", password, names[password] }' \
    "$state/demo-accounts.txt" | fold -s -w 100
}

wait_for_end() {
  trap 'echo; exit 0' INT TERM # from now on being stopped is the wanted end
  while pid_of app >/dev/null; do
    sleep 1
  done
  if [ -e "$state/run/app.pid" ]; then # and ./citygrid stop has not stopped it
    tail_of "$state/log/app.log"
    fail "CityGrid ended by itself." "Look at $state/log/app.log"
  fi
}

is_anything_running() {
  pid_of app >/dev/null || pid_of live >/dev/null || pid_of training >/dev/null ||
    [ -e "$state/kafka/kafka.pid" ] || [ -e "$state/postgres/data/postmaster.pid" ]
}

stop_everything() {
  find_jdk
  is_anything_running || return 0
  step "Stopping CityGrid"
  end live 5
  end training 5
  end app 30
  stop_services
  step_done
}

delete_data() {
  step "Deleting the data of the last run"
  outside=$(readlink "$state/postgres" 2>/dev/null) || outside=
  case $outside in
    /var/lib/citygrid/*) rm -rf "$outside" ;;
  esac
  for what in postgres postgres.settings kafka photos imports services.env password demo-accounts.txt loaded log run; do
    rm -rf "${state:?}/$what"
  done
  step_done
}

show_status() {
  if pid=$(pid_of app); then
    echo "CityGrid   running at $(cat "$state/run/address") (process $pid)"
  else
    echo "CityGrid   stopped"
  fi
  if pid=$(pid_of live); then
    echo "Live day   running (process $pid)"
  fi
  if [ -s "$state/services/classpath" ]; then
    find_jdk
    services status
  fi
}

# Hands a file in to the instance here, or to one elsewhere when --url says so.
import_file() {
  case " $* " in
    *' --url '*) ;;
    *)
      pid_of app >/dev/null || fail "CityGrid is not running." "Start it first: ./citygrid demo --detach, or ./citygrid up --detach; or name one with --url"
      set -- "$@" --url "$(cat "$state/run/address")"
      ;;
  esac
  if [ ! -d "$state/app/lib" ]; then
    mkdir -p "$state/log" "$state/run" "$state/cache"
    build
  fi
  if [ -z "${CITYGRID_ADMIN_PASSWORD-}" ] && [ -s "$state/password" ]; then
    CITYGRID_ADMIN_PASSWORD=$(cat "$state/password")
    export CITYGRID_ADMIN_PASSWORD
  fi
  "$java" -Xmx256m -XX:+UseSerialGC -cp "$state/app/lib/*" \
    org.citygrid.data.Import --accounts "$state/demo-accounts.txt" "$@"
}

replay() {
  pid_of app >/dev/null || fail "CityGrid is not running." "Start it first: ./citygrid demo --detach, or ./citygrid up --detach"
  accounts=$state/demo-accounts.txt
  CITYGRID_ADMIN_PASSWORD=$(cat "$state/password") "$java" -Xmx1g -cp "$state/app/lib/*" \
    org.citygrid.data.Replay --url "$(cat "$state/run/address")" --accounts "$accounts" "$@"
}
