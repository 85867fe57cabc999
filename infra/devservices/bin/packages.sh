# Programs of the operating system: found if there, installed on Debian and Ubuntu if we may.

# The newest PostgreSQL with PostGIS of this machine: "15 /usr/lib/postgresql/15/bin".
find_postgis() {
  for bin in /usr/lib/postgresql/*/bin; do
    version=$(basename "$(dirname "$bin")")
    if is_number "$version" && [ "$version" -ge 15 ] && [ -x "$bin/initdb" ] &&
      [ -e "/usr/share/postgresql/$version/extension/postgis.control" ]; then
      echo "$version $bin"
    fi
  done | sort -n | tail -n 1 | grep . || find_postgis_elsewhere
}

find_postgis_elsewhere() {
  for control in /usr/pgsql-*/share/extension/postgis.control \
    /opt/homebrew/share/postgresql@*/extension/postgis.control \
    /usr/local/share/postgresql@*/extension/postgis.control \
    /Applications/Postgres.app/Contents/Versions/*/share/postgresql/extension/postgis.control; do
    [ ! -e "$control" ] || { echo "- $control"; return 0; }
  done
  return 1
}

find_chromium() {
  command -v chromium || command -v chromium-browser || command -v google-chrome ||
    { [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] && echo "Google Chrome"; }
}

docker_answers() {
  command -v docker >/dev/null && docker info >/dev/null 2>&1
}

# Prints what to put before a command that needs root; fails where we cannot become root unasked.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

can_install() {
  command -v apt-get >/dev/null && as_root true 2>/dev/null
}

need_postgis() {
  if find_postgis >/dev/null; then
    return 0
  fi
  can_install || fail "PostgreSQL 15 or newer with PostGIS is missing." \
    "Debian, Ubuntu: sudo apt-get install postgresql postgresql-postgis; macOS: brew install postgresql@17 postgis"
  step "Installing PostgreSQL and PostGIS"
  install_without_cluster postgresql postgresql-postgis
  step_done
}

need_chromium() {
  if find_chromium >/dev/null; then
    return 0
  fi
  can_install || fail "The browser tests need Chromium." "Install the package chromium."
  step "Installing Chromium"
  install_packages chromium fonts-wqy-zenhei
  step_done
}

# Debian makes and starts a cluster of its own with the first server package; where there was none
# before, there shall be none afterwards. A cluster that exists is never touched.
install_without_cluster() {
  settings=/etc/postgresql-common/createcluster.d/citygrid.conf
  if [ ! -d /etc/postgresql ]; then
    as_root mkdir -p "$(dirname "$settings")"
    echo 'create_main_cluster = false' | as_root tee "$settings" >/dev/null
  fi
  install_packages "$@"
  as_root rm -f "$settings"
}

# The list of a source that does not answer may be older than today's; only what cannot be installed matters. A fresh
# machine installs its own updates after booting: apt-get waits for that.
install_packages() {
  mkdir -p "$state/log"
  log=$state/log/packages.log
  as_root apt-get update -qq >"$log" 2>&1 </dev/null || :
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=180 install -y -qq \
    --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; then
    tail_of "$log"
    fail "Could not install $*." "Look at $log, install them yourself, and start again."
  fi
}
