# Sourced by the scripts beside it: the town and a server in folders of their own, until the end.
# Needs bash, curl and jq. WORDBORNE names the command to try; the one of this checkout if not given.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
wordborne=${WORDBORNE:-$here/../../wordborne}
work=$(mktemp -d)
pids=()

finish() {
  local code=$?
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  if [ "$code" -ne 0 ]; then
    tail -n 5 "$work"/*.err >&2 || true
    echo "$(basename "$0"): it did not hold" >&2
  fi
  rm -rf "$work"
}
trap finish EXIT
"$wordborne" --version >/dev/null # builds a fresh checkout, which takes longer than anything waited for below

fail() { echo "$*" >&2; exit 1; }

# ready FILE: waits for the line that says a process is ready, and prints it
ready() {
  for _ in $(seq 1200); do
    if grep -q '"ready":true' "$1" 2>/dev/null; then cat "$1"; return; fi
    sleep 0.1
  done
  fail "$1 was not ready within two minutes"
}

open_town() {
  "$wordborne" town --folder "$work/town" --history-days 0 >"$work/town.out" 2>"$work/town.err" &
  pids+=($!)
  ready "$work/town.out" >"$work/town.json"
  town=$(jq -r .url "$work/town.json")
}

# open_server [NAME [OPTION…]]: a server on a folder of that name; it may reach the town and nothing else near
open_server() {
  data=$work/${1:-server}
  local near=("${@:2}")
  for port in $(jq -r '.places[].port' "$work/town.json") "$(jq -r .mail "$work/town.json" | cut -d: -f2)" "$(cut -d: -f3 <<<"$town" | tr -d /)"; do
    near+=(--allow-private "127.0.0.1:$port")
  done
  "$wordborne" serve --data "$data" --port 0 "${near[@]}" >"$data.out" 2>"$data.err" &
  pids+=($!)
  ready "$data.out" >/dev/null
  url=$(jq -r .url "$data/server.json")
  token=$(jq -r .token "$data/server.json")
}

# w COMMAND…: a command beside the server
w() { "$wordborne" "$@" --data "$data"; }

# api METHOD PATH [JSON]
api() {
  curl -sS --fail-with-body -X "$1" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
    ${3+--data "$3"} "$url/api/v1$2"
}

# book PATH: a book of the town
book() { curl -sS "$town$1"; }

play() { curl -sS -X POST --data "{\"story\":\"$1\",\"speed\":${2:-1}}" "${town}play" >/dev/null; }

place() { jq -c --arg name "$1" '.places[] | select(.name == $name)' "$work/town.json"; }

# hear NAME: listens to a place of the town that pushes
hear() {
  local made
  made=$(api POST /sources "$(place "$1" | jq -c '{kind: "webhook", name, settings: {answerUrl}, everything: false}')")
  curl -sS -X POST --data "$(jq -c --arg url "$url" '{name: .source.name, webhookUrl: ($url + "/hooks/" + .source.id), secret}' <<<"$made")" \
    "${town}connect" >/dev/null
}

# topic NAME QUERY
topic() {
  api POST /topics "$(jq -nc --arg name "$1" --arg query "$2" '{name: $name, query: $query, never: [], hide: ["spam"]}')" >/dev/null
}

# within SECONDS WHAT COMMAND…: repeats the command until it prints something, and prints that
within() {
  local end=$((SECONDS + $1)) what=$2 out
  shift 2
  while [ "$SECONDS" -lt "$end" ]; do
    out=$("$@" 2>/dev/null || true)
    if [ -n "$out" ] && [ "$out" != null ]; then echo "$out"; return; fi
    sleep 1
  done
  fail "not seen in time: $what"
}

# same WHAT EXPECTED FOUND
same() {
  [ "$2" = "$3" ] || fail "$1: the book says $2, found $3"
  echo "ok  $1: $3"
}

# holds WHAT JQ-CONDITION [jq options…]: a condition on numbers
holds() {
  local what=$1 condition=$2
  shift 2
  [ "$(jq -n "$@" "$condition")" = true ] || fail "$what: $condition with $*"
  echo "ok  $what"
}

brand() {
  api PUT /workspace '{"name":"Lantern, Alderwick","brand":"Lantern","names":["Laterne"],"place":"Alderwick",
    "notConfused":["lantern parade"],"homes":["lantern.example"]}' >/dev/null
}

# read_up: waits until everybody has read what was imported
read_up() {
  within 180 "all was read" bash -c 'curl -sS -H "Authorization: Bearer '"$token"'" "'"$url"'/api/v1/status" |
    jq "select(.indexBehind + .followersBehind == 0) | 1"' >/dev/null
}

# refused WHAT COMMAND…: the command must end with 2 and one line, which is kept in "said"
refused() {
  local what=$1 code=0
  shift
  said=$("$@" 2>&1 >/dev/null) || code=$?
  same "$what" 2 "$code"
  echo "    $said"
}

# form PAGE ACTION FIELD=VALUE…: fills in the form of a public page as a browser would; prints where it leads
form() {
  local page=$1 action=$2 fields=()
  shift 2
  fields=(--data-urlencode "t=$(curl -sS "$page" | grep -o 'name="t" value="[^"]*"' | head -n 1 | cut -d'"' -f4)")
  sleep 4 # nobody reads faster
  for field in "$@"; do fields+=(--data-urlencode "$field"); done
  curl -sS -o "$work/answer.html" -w '%{http_code} %{redirect_url}\n' "${fields[@]}" "$action"
}

topic_id() { api GET /topics | jq -r --arg name "$1" '.topics[] | select(.name == $name) | .id'; }
