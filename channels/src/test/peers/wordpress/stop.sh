#!/bin/sh
# Ends what start.sh FOLDER began: each by the process group that it wrote down.
set -u
for group in $(cat "$1/groups" 2>/dev/null); do
  kill -TERM "-$group" 2>/dev/null
done
for group in $(cat "$1/groups" 2>/dev/null); do
  tries=0
  while kill -0 "-$group" 2>/dev/null && [ "$tries" -lt 50 ]; do
    tries=$((tries + 1))
    sleep 0.1
  done
  kill -KILL "-$group" 2>/dev/null
done
data=$(cat "$1/data-folder" 2>/dev/null)
case "$data" in
  */wordpress-peer.*) rm -rf "$data" ;;
esac
rm -f "$1/groups" "$1/data-folder"
exit 0
