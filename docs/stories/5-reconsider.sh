#!/usr/bin/env bash
# The fifth story over commands alone: what people wish for is held against what was written down;
# the verdicts must be those of the town's book, and a small brand gets words instead of figures.
. "$(dirname "$0")/stage.sh"
open_town
open_server
brand
hear 'Alderwick Forum'
hear 'Alderwick Noticeboard'
topic 'The Lantern' 'lantern OR laterne'
curl -sS "${town}past?name=circle" >"$work/past.jsonl"
w import "$work/past.jsonl" --matching >/dev/null
read_up

w strategy write aim "By spring those who take no cow's milk come as often as the others." >/dev/null
w strategy write promise "Never in a hurry." >/dev/null
w strategy write competence "Beans, and the farms they come from." >/dev/null
w strategy write refusal "We deliver nothing: no scooter, no app. Who wants us, sits down with us." >/dev/null
api POST /strategy/themes '{"name":"oat milk","query":"\"oat milk\" OR hafermilch"}' >/dev/null
api POST /strategy/themes '{"name":"delivery by scooter","query":"scooter* OR roller"}' >/dev/null
api POST /strategy/themes '{"name":"a second café in Northbank","query":"northbank NEAR/12 (second OR zweites OR café OR cafe)"}' >/dev/null
plan=$(api POST /strategy/look)
book themes | jq -c '.[]' | while read -r truth; do
  theme=$(jq -r .theme <<<"$truth")
  row=$(jq -c --arg name "$theme" '.themes[] | select(.name == $name)' <<<"$plan")
  same "verdict on $theme" "$(jq -r .verdict <<<"$truth")" "$(jq -r .verdict.word <<<"$row")"
  holds "people who speak of $theme" '($row.persons - $truth.persons) | fabs <= $truth.persons * 0.15' \
    --argjson row "$row" --argjson truth "$truth"
done
oat=$(jq -r '.themes[] | select(.name == "oat milk") | .id' <<<"$plan")
w strategy decide "$oat" yes --reason "It is what we set out to do." --again "$(date -u -d '+60 days' +%F)" >/dev/null
same "the decision is kept" yes "$(api GET /strategy | jq -r '.decisions[0].answer')"

open_server small
api PUT /workspace '{"name":"Gull & Thimble","brand":"Gull & Thimble","names":[],"place":"Alderwick","notConfused":[],"homes":[]}' >/dev/null
topic 'Gull & Thimble' 'thimble'
curl -sS "${town}past?name=small" >"$work/small.jsonl"
w import "$work/small.jsonl" --matching >/dev/null
read_up
few=$(api GET /strategy)
same "too few people for figures" true "$(jq .few <<<"$few")"
same "agreement of so few" null "$(jq .agreement <<<"$few")"
holds "their words instead" '($few.voices | length) > 0' --argjson few "$few"
