# How ./citygrid talks: one line a step with its seconds, one line a failure with a hint.

now() { date +%s; }

# step "Building": announces; step_done closes the line with the seconds it took.
step() {
  step_began=$(now)
  printf '  %-52s' "$1 …"
}

step_done() {
  printf '%4d s\n' $(($(now) - step_began))
}

# fail "what went wrong" "what to do": exit code 1.
fail() {
  printf '\nFailed: %s\n' "$1" >&2
  [ -z "${2-}" ] || printf '        %s\n' "$2" >&2
  exit 1
}

wrong_usage() {
  printf 'citygrid: %s. ./citygrid alone lists the commands.\n' "$1" >&2
  exit 2
}

no_more_arguments() {
  [ $# -eq 0 ] || wrong_usage "'$1' is not understood here"
}

is_number() {
  case $1 in
    '' | *[!0-9]*) return 1 ;;
  esac
}

# The last lines of a log, as the reason of a failure.
tail_of() {
  [ ! -s "$1" ] || { echo; tail -n "${2:-12}" "$1" | sed "s/^/    /"; } >&2
}
