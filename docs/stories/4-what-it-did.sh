#!/usr/bin/env bash
# The fourth story over the API alone: twelve weeks hold a campaign whose true effect the town knows;
# the interval that is shown must hold it.
. "$(dirname "$0")/stage.sh"
open_town
open_server
brand
hear 'Alderwick Forum'
hear 'Alderwick Noticeboard'
while IFS='|' read -r name query; do
  topic "$name" "$query"
done <<'TOPICS'
The fern corner|fern OR ferns OR farn* OR farne
The terrace|terrace*
The mural|mural*
The stove|stove*
Postcards|postcard*
Pancakes|pancake*
Toasties|toastie*
Quilts|quilt*
The piano|piano*
The Lantern|lantern OR laterne
Blue Cup|"blue cup"
Mill Lane Coffee|"mill lane coffee" OR "at mill lane" OR "im mill lane"
TOPICS
curl -sS "${town}past?name=circle" >"$work/past.jsonl"
w import "$work/past.jsonl" --matching >/dev/null
read_up

truth=$(book campaign-truth)
made=$(api POST /results/campaigns "$(jq -c --arg topic "$(topic_id 'The fern corner')" \
  '{name: .campaign, from, to, topics: [$topic], spent: "128.00 GBP", hours: 9}' <<<"$truth")")
results=$(api GET "/results?campaign=$(jq -r .id <<<"$made")")
glad=$(jq -c '.effects[] | select(.effect.measure == "glad")' <<<"$results")
jq -c '.effect | {effect, low, high, level, method, n, sure}' <<<"$glad"
holds "the interval holds the true effect, $(jq .perDay <<<"$truth") a day" \
  '$glad.effect.low <= $truth.perDay and $truth.perDay <= $glad.effect.high' --argjson glad "$glad" --argjson truth "$truth"
same "how sure" identified "$(jq -r .effect.sure <<<"$glad")"
holds "as many placebos as untouched matters at most" '($glad.effect.placebos | length) > 0' --argjson glad "$glad"

for pair in 'The Lantern|ours|Lantern' 'Blue Cup|rival|Blue Cup' 'Mill Lane Coffee|rival|Mill Lane Coffee'; do
  IFS='|' read -r name role as <<<"$pair"
  api PUT "/topics/$(topic_id "$name")/role" "$(jq -nc --arg role "$role" --arg brand "$as" '{role: $role, brand: $brand}')" >/dev/null
done
span=$(jq -r '"from=\(.historyFrom)&to=\(.historyTo)"' <<<"$truth")
voice=$(api GET "/results?$span" | jq -c '[.voice.shares[] | {(.brand): .people}] | add')
for name in Lantern 'Blue Cup'; do
  holds "people who speak of $name: $(jq --arg name "$name" '.[$name]' <<<"$voice")" \
    '($voice[$name] - $truth[$name]) | fabs <= $truth[$name] * 0.15' \
    --argjson voice "$voice" --argjson truth "$(book voice)" --arg name "$name"
done
