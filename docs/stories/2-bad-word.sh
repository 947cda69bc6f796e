#!/usr/bin/env bash
# The second story over commands alone: a false claim goes round, people are woken until one of them
# has it, a room is opened, and the end is held against the town's books.
. "$(dirname "$0")/stage.sh"
open_town
open_server
brand
w mail set --smtp "$(jq -r .mail "$work/town.json")" --tls none --from alarms@lantern.example >/dev/null
w hook add telex "${town}telex" >/dev/null
topic 'Rats' '(lantern OR laterne) NEAR/9 (rat OR rats OR inspect*)'
topic 'Oat milk' '"oat milk"'
# A past, so that it is known what is usual.
curl -sS "${town}past?name=circle" >"$work/past.jsonl"
w import "$work/past.jsonl" --matching >/dev/null
read_up
hear 'Alderwick Forum'
hear 'Alderwick Noticeboard'
w watch add 'Rats' --line 120 --chance 0.9 --to hook:telex >/dev/null # from now on it is a word that is told on
w watch add 'Rats' --to ines@lantern.example --to hook:telex \
  --escalate 5s:ruth@lantern.example --escalate 40s:tomasz@lantern.example >/dev/null

play bad-word 15
open_alarm() { api GET '/alarms?state=open' | jq -c '[.alarms[] | select(.cause.kind == "burst" and .tale != null)][0] // empty'; }
alarm=$(within 180 "an alarm" open_alarm)
seeable() { book bad-word | jq -r '.seeableAt // empty'; } # the fifth teller: the alarm may come before
seen=$(within 60 "the fifth teller" seeable)
late=$(jq -n --arg a "$(jq -r .raisedAt <<<"$alarm")" --arg b "$seen" \
  'def s: sub("\\.[0-9]+"; "") | fromdateiso8601; ($a | s) - ($b | s)')
holds "the alarm came $late s after it could be seen" '$late <= 20' --argjson late "$late"

letters() { book mail | jq -r --arg to "$1" 'select((.to | tostring) | contains($to)) | 1' | wc -l | tr -d ' '; }
one_letter() { [ "$(letters "$1")" -ge 1 ] && echo yes; }
within 30 "a letter to Ruth, whom the second step wakes" one_letter ruth@lantern.example >/dev/null
api GET '/alarms?state=open' | jq -r '.alarms[].id' | while read -r id; do api POST "/alarms/$id/acknowledge" >/dev/null; done

tale=$(jq -r .tale <<<"$alarm")
room=$(w crisis open "$tale" | jq -r .room)
w crisis statement "$room" --text "The council inspected us on Friday and found nothing." >/dev/null
w crisis decide "$room" --text "Ruth speaks to the Courier." >/dev/null

over() { [ "$(book bad-word | jq .still)" = 0 ] && echo yes; }
within 180 "everybody has told it" over >/dev/null
tellers=$(book bad-word | jq '[.tellers[].teller] | unique | length')
all_told() { api GET "/tales/$tale" | jq --argjson n "$tellers" 'select(.row.told >= $n * 0.9) | .row.told'; }
told=$(within 60 "nine of ten tellers are counted" all_told)
holds "told by $told, $tellers in the book" '$told <= $tellers' --argjson told "$told" --argjson tellers "$tellers"
same "letters to Tomasz, whom nobody had to wake" 0 "$(letters tomasz@lantern.example)"
same "signed telexes of the alarm" true "$(book telex | jq -s '[.[] | select(.["webhook-signature"] | startswith("v1,")) | .body | fromjson | .type] | any(. == "alarm.raised")')"
w crisis close "$room" --learnt "Answer those who ask first." >/dev/null
