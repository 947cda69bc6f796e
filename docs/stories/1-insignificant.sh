#!/usr/bin/env bash
# The first story over commands alone: somebody whom three people follow is found, answered, thanked.
. "$(dirname "$0")/stage.sh"
open_town
open_server
brand
topic 'The Lantern' '(lantern OR laterne) -"lantern parade"'
hear 'Alderwick Forum'
hear 'Alderwick Noticeboard'

play insignificant
proposal() { w source proposals | jq -c 'select(.title == "Saltmarsh Diary")'; }
found=$(within 120 "Saltmarsh Diary is proposed" proposal)
same "evidence that names us" true "$(jq '[.evidence[].kind] | any(. == "links-to-you" or . == "names-you")' <<<"$found")"

diary=$(place 'Saltmarsh Diary')
w source accept "$(jq -r .id <<<"$found")" --kind wordpress \
  --username "$(jq -r .username <<<"$diary")" --password "$(jq -r .password <<<"$diary")" >/dev/null

said() { api GET "/mentions?limit=5&query=$1" | jq -r '.mentions[0].id // empty'; }
asked=$(within 120 "Edda's question is heard" said '%22free%20again%20I%20would%20come%22')
w reply "$asked" --text "Yes, Edda: the ramp is free again since Friday. Come by on Saturday." --as Ines >/dev/null
answers() { book incidents | jq '.[0].words[] | select(.label == "asked") | .answers'; }
same "answers of ours in her thread" 1 "$(answers)"

told=$(within 150 "she recommends us" said '%22within%20the%20hour%22%20lantern')
first() { api GET /people/to-thank | jq -r '.people[0].person.name // empty'; }
same "first to thank" "Edda Quill" "$(within 60 "somebody to thank" first)"
w thank "$told" --how in-thread --send --text "Thank you for sending Tilda to us." --as Ines >/dev/null
same "entries in the ledger of thanks" 1 "$(w export thanks | wc -l | tr -d ' ')"
same "answers of ours in her thread" 1 "$(answers)"
