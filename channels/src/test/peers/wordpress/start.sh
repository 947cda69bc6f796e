#!/bin/sh
# Starts a real WordPress with its own database on loopback, for tests.
#
#   start.sh FOLDER WEB_PORT DATABASE_PORT
#
# Everything is written below FOLDER. When the site answers, one line of JSON is printed:
# {"url","user","password","groups":[process groups to end]}. stop.sh FOLDER ends it.
# Exit 3: a package is missing and cannot be installed here; the message names it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
web=$2
database=$3
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
packages="wordpress wordpress-theme-twentytwentythree mariadb-server php-cli php-mysql php-xml \
php-mbstring php-curl php-gd php-intl"

say() { echo "wordpress peer: $*" >&2; }

missing=""
for package in $packages; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
    missing="$missing $package"
done
if [ -n "$missing" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    say "not installed:$missing. Run: sudo apt-get install -y --no-install-recommends$missing"
    exit 3
  fi
  say "installing$missing"
  export DEBIAN_FRONTEND=noninteractive
  lock="-o DPkg::Lock::Timeout=900"
  { apt-get $lock update -qq && apt-get $lock install -y -qq --no-install-recommends $missing; } \
    >"$folder/apt.log" 2>&1 || { say "could not install$missing: see $folder/apt.log"; exit 3; }
fi

# The site: Debian links its pieces from several places, so links are followed.
cp -rL /usr/share/wordpress/. "$folder/site/" 2>/dev/null || true
test -f "$folder/site/wp-load.php" || { say "no WordPress in /usr/share/wordpress"; exit 3; }
mkdir -p "$folder/site/wp-content/mu-plugins"
sed "s/@WEB@/$web/g; s/@DATABASE@/$database/g" "$here/config.php.in" >"$folder/site/wp-config.php"
cp "$here/loopback.php" "$folder/site/wp-content/mu-plugins/"
cp "$here/install.php" "$here/router.php" "$folder/"

# The database: a fresh one each time. Its folder stands apart, because the user that the package
# made must be able to reach it.
owner=$(id -un)
if [ "$owner" = root ]; then owner=mysql; fi
data=$(mktemp -d "${TMPDIR:-/tmp}/wordpress-peer.XXXXXX")
echo "$data" >"$folder/data-folder"
if [ "$owner" = mysql ]; then chown mysql "$data"; fi
mariadb-install-db --no-defaults --user="$owner" --datadir="$data/db" \
  --auth-root-authentication-method=normal --skip-test-db >"$folder/db-install.log" 2>&1 ||
  { say "the database could not be made: see $folder/db-install.log"; exit 1; }
setsid mariadbd --no-defaults --user="$owner" --datadir="$data/db" \
  --socket="$data/db.sock" --pid-file="$data/db.pid" --bind-address=127.0.0.1 \
  --port="$database" --innodb-buffer-pool-size=64M >"$folder/db.log" 2>&1 </dev/null &
db=$!
echo "$db" >"$folder/groups"
tries=0
until mariadb --no-defaults --socket="$data/db.sock" -u root -e 'select 1' >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -lt 300 ] || { say "the database does not answer: see $folder/db.log"; exit 1; }
  sleep 0.2
done
mariadb --no-defaults --socket="$data/db.sock" -u root -e "
  create database wp character set utf8mb4;
  create user wp@127.0.0.1 identified by 'wp'; grant all on wp.* to wp@127.0.0.1;
  create user wp@localhost identified by 'wp'; grant all on wp.* to wp@localhost;"

password=$(php "$folder/install.php" "$web" 2>"$folder/install.log") ||
  { say "WordPress could not be set up: see $folder/install.log"; exit 1; }

# The workers outlive the first process, hence a group of their own.
PHP_CLI_SERVER_WORKERS=3 setsid php -S "127.0.0.1:$web" -t "$folder/site" "$folder/router.php" \
  >"$folder/web.log" 2>&1 </dev/null &
php=$!
echo "$php" >>"$folder/groups"
tries=0
until php -r "exit(@file_get_contents('http://127.0.0.1:$web/wp-json/') === false ? 1 : 0);"; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || { say "the site does not answer: see $folder/web.log"; exit 1; }
  sleep 0.3
done
echo "{\"url\":\"http://127.0.0.1:$web\",\"user\":\"ines\",\"password\":\"$password\",\"groups\":[$db,$php]}"
