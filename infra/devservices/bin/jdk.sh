# Finding a JDK 25: JAVA_HOME, then the folders where distributions, SDKMAN, Homebrew and editors put one.

# Sets and exports JAVA_HOME, for Maven too, which must not run on the machine's older default.
find_jdk() {
  jdk=$(jdk_home) || fail "No JDK 25 was found." \
    "Install one (https://adoptium.net has packages), or name it: JAVA_HOME=/path/to/jdk ./citygrid …"
  JAVA_HOME=$jdk
  export JAVA_HOME
  java=$JAVA_HOME/bin/java
}

jdk_home() {
  for folder in "${JAVA_HOME-}" "$(jdk_on_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk_25 "$folder"; then
      echo "$folder"
      return 0
    fi
  done
  return 1
}

is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

jdk_on_path() {
  javac=$(command -v javac) || return 0
  javac=$(readlink -f "$javac" 2>/dev/null) || return 0
  dirname "$(dirname "$javac")"
}
