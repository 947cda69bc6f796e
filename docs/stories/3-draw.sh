#!/usr/bin/env bash
# The draw of the third story over commands alone: sealed, drawn by a beacon that nobody could know,
# run again by others, and found out when somebody changes an entry.
. "$(dirname "$0")/stage.sh"
open_town
cd "$work"
book beacon >chain.json
same "whose clock it is" "Alderwick town clock, a stand-in" "$(jq -r .name chain.json)"

for i in $(seq 60); do
  digest=$(printf 'form\n2026-11-2%d\nwords %d' $((i % 8)) "$i" | sha256sum | cut -d' ' -f1)
  printf '{"code":"%010d","group":%d,"weight":1,"status":"%s","digest":"%s"}\n' "$i" $(((i + 1) / 2)) \
    "$([ "$i" = 7 ] && echo twice || echo valid)" "$digest"
done >entries.jsonl
echo "Rules, version 3." >rules.txt
now=$(date -u +%s)
at() { date -u -d "@$1" +%FT%TZ; }
"$wordborne" effect draw commit entries.jsonl --name "Oat Week" --rules rules.txt --prizes saturdays:1,beans:3 \
  --alternates 5 --one-per group --sealed "$(at $((now - 400)))" --draw-at "$(at $((now + 60)))" \
  --chain chain.json --secret-out secret >sealed.json
jq -j .commitment sealed.json >commitment
round=$(jq -r .round sealed.json)
chain=$(jq -r .hash chain.json)

early=0
"$wordborne" effect draw run entries.jsonl --commitment commitment --secret secret --chain chain.json 2>early.txt >/dev/null || early=$?
same "a draw before its round" 2 "$early"
grep -q "$round" early.txt || fail "it does not name the round: $(cat early.txt)"

signature() { book "beacon/$chain/public/$round" | jq -r '.signature // empty'; }
signed=$(within 120 "round $round" signature)
"$wordborne" effect draw run entries.jsonl --commitment commitment --secret secret --chain chain.json \
  --signature "$signed" >proof.json
same "run again by another process" true "$("$wordborne" effect draw verify proof.json --chain chain.json 2>/dev/null | jq .valid)"
same "winners, each another person" 4 "$(jq '[.winners[].number + 1 | . / 2 | floor] | unique | length' proof.json)"
same "alternates" 5 "$(jq '.alternates | length' proof.json)"

jq -c '.list[40] |= sub("\tvalid\t"; "\ttwice\t")' proof.json >changed.json
changed=0
"$wordborne" effect draw verify changed.json --chain chain.json >found.json 2>/dev/null || changed=$?
same "a changed entry is found out" "2 false" "$changed $(jq .valid found.json)"
same "by the seal" false "$(jq '.checks[] | select(.name == "seal") | .holds' found.json)"
