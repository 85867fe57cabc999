# Processes we started, remembered as "pid start-time" in .citygrid/run, so that a later process which
# happens to get the same id is never taken for ours.

# Nothing for a process that has ended, also when it is listed still because nobody has asked after it: so it
# stays for ever in a container whose first process does not.
started_at() {
  if [ -r "/proc/$1/stat" ]; then
    sed -n 's/^.*) \([^ZX] .*\)/\1/p' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20
  else
    ps -o lstart= -p "$1" 2>/dev/null | tr -d ' '
  fi
}

remember() { # NAME PID
  mkdir -p "$state/run"
  echo "$2 $(started_at "$2")" >"$state/run/$1.pid"
}

# Prints the id of the process of that name, if it still runs.
pid_of() {
  [ -s "$state/run/$1.pid" ] || return 1
  read -r pid since <"$state/run/$1.pid" || return 1
  [ -n "$since" ] && [ "$(started_at "$pid")" = "$since" ] || return 1
  echo "$pid"
}

end() { # NAME SECONDS: asks it to end, and forces it when the time is over
  if pid=$(pid_of "$1"); then
    kill "$pid" 2>/dev/null || :
    left=$(($2 * 5))
    while [ $left -gt 0 ] && pid_of "$1" >/dev/null; do
      sleep 0.2
      left=$((left - 1))
    done
    if pid_of "$1" >/dev/null; then
      kill -9 "$pid" 2>/dev/null || :
    fi
  fi
  rm -f "$state/run/$1.pid"
}

# Runs a command in the background, deaf to Ctrl-C and to the closing of the terminal: we end it.
in_background() { # NAME LOG COMMAND…
  background_name=$1
  background_log=$2
  shift 2
  (
    trap '' INT QUIT HUP
    exec "$@"
  ) >>"$background_log" 2>&1 </dev/null &
  remember "$background_name" $!
}
