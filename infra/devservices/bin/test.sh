# All tests, as CI runs them.

run_tests() { # [MODULE]
  need_postgis_or_docker
  need_chromium
  mkdir -p "$state/log"
  touch "$state/tests-began"
  export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  trap 'end_test_services' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  result=0
  if [ -z "$1" ]; then
    (cd "$home" && ./mvnw -B -ntp verify) || result=$?
  else
    (cd "$home" && ./mvnw -B -ntp -pl "$(module_folder "$1")" -am verify) || result=$?
  fi
  summarise
  [ $result -eq 0 ] || exit 1
}

need_postgis_or_docker() {
  find_postgis >/dev/null || docker_answers || need_postgis
}

module_folder() {
  for folder in "$1" "infra/$1"; do
    if [ -e "$home/$folder/pom.xml" ]; then
      echo "$folder"
      return 0
    fi
  done
  wrong_usage "there is no module '$1'"
}

# The keeper of the test services ends by itself when Maven is gone, and deletes its folder, which bears its
# process id, last. We wait until it has, and ask it to if it does not.
end_test_services() {
  trap - EXIT
  left=100
  while [ $left -gt 0 ] && keepers | grep -q .; do
    [ $left -ne 50 ] || for keeper in $(keepers); do kill "$keeper" || :; done
    sleep 0.3
    left=$((left - 1))
  done
}

keepers() {
  for folder in "$state"/test/run-*; do
    keeper=${folder##*/run-}
    if grep -qs devservices.Keeper "/proc/$keeper/cmdline"; then
      echo "$keeper"
    fi
  done
}

# Adds up Surefire's and Failsafe's reports of this run into one line of Surefire's own form.
summarise() {
  find "$home" -path '*/target/*-reports/*.txt' -newer "$state/tests-began" -exec cat {} + |
    awk -F '[:,]' '/^Tests run/ { run += $2; failed += $4; broken += $6; skipped += $8 }
      END { printf "\nTests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", run, failed, broken, skipped }'
}
