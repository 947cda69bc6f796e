# Finds a JDK 25 and exports it as JAVA_HOME. Sourced by ./wordborne and ./check.
# With needs=java a runtime alone will do: a release is built already.

is_jdk_25() {
  [ -n "$1" ] && [ -x "$1/bin/${needs:-javac}" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release"
}

home_of() { # the folder that a `java` on the path belongs to, links followed
  command -v "$1" >/dev/null 2>&1 || return 0
  real=$(readlink -f "$(command -v "$1")" 2>/dev/null) || return 0
  dirname "$(dirname "$real")"
}

find_jdk_25() {
  for candidate in "${JAVA_HOME:-}" "$(home_of javac)" "$(home_of java)" \
      /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
      "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk_25 "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "wordborne: no JDK 25 found. Looked in JAVA_HOME, on the PATH, in /usr/lib/jvm, /opt, ~/.sdkman and ~/.jdks." >&2
  echo "wordborne: install one (for example Eclipse Temurin 25) or set JAVA_HOME to its folder." >&2
  return 1
}
