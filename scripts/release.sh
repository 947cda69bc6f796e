#!/usr/bin/env bash
# Packs a release: wordborne-VERSION.tar.gz and its SHA-256, byte for byte the same whenever and wherever it is made.
#   scripts/release.sh OUT          builds from a clean checkout, then packs into the folder OUT
#   scripts/release.sh OUT DIST     packs what is built already in the folder DIST (wordborne.jar and lib/)
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  echo "release: usage: scripts/release.sh OUT [DIST]" >&2
  exit 2
fi
mkdir -p "$1"
out=$(cd "$1" && pwd)
if [ $# -eq 2 ]; then
  dist=$(cd "$2" && pwd)
else
  # shellcheck source=scripts/jdk.sh
  . "$here/scripts/jdk.sh"
  find_jdk_25 || exit 2
  if [ -n "$(cd "$here" && git status --porcelain 2>/dev/null)" ]; then
    echo "release: the checkout holds changes; commit them or make a clean clone" >&2
    exit 2
  fi
  (cd "$here" && ./mvnw -q -B -ntp -DskipTests -pl cli -am clean package)
  dist=$here/cli/target/dist
fi
[ -f "$dist/wordborne.jar" ] && [ -d "$dist/lib" ] || {
  echo "release: $dist holds no wordborne.jar and lib/; build first" >&2
  exit 2
}

value() { sed -n "s|.*<$1>\(.*\)</$1>.*|\1|p" "$here/pom.xml" | head -1; } # the project's own is the first
version=$(value version)
time=$(value project.build.outputTimestamp)
name=wordborne-$version
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/$name
mkdir -p "$root/scripts" "$root/lib"
cp "$here/wordborne" "$root/"
cp "$here/scripts/jdk.sh" "$root/scripts/"
cp "$dist/wordborne.jar" "$root/"
cp "$dist"/lib/*.jar "$root/lib/"
cp -R "$here/deploy" "$here/docs" "$root/"
cp "$here/LICENSE" "$here/NOTICE" "$here/README.md" "$here/CHANGELOG.md" "$here/SECURITY.md" "$root/"
cp "$here/docs/security/bom.cdx.json" "$root/"
echo "$version" >"$root/VERSION"
(cd "$root" && find . -type f ! -name SHA256SUMS -print0 | LC_ALL=C sort -z | xargs -0 sha256sum >SHA256SUMS)
chmod -R u=rwX,go=rX "$root" # the same whatever the umask

archive=$out/$name.tar.gz
LC_ALL=C tar --create --format=ustar --sort=name --mtime="$time" --owner=0 --group=0 --numeric-owner \
  --directory "$scratch" "$name" | gzip -n -9 >"$archive.part"
mv "$archive.part" "$archive"
(cd "$out" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
echo "$archive"
