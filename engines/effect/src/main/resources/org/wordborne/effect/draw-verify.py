#!/usr/bin/env python3
"""Runs a draw of Wordborne again, with nothing of Wordborne: python3 draw-verify.py PROOF [--entries FILE]

Needs Python 3.8 or newer, nothing else. Says of each step whether it holds:
  rule    the published text is the one that was committed, and the prizes went as it says
  seal    the list has the root that was committed, and the secret is the one that was locked
  beacon  the round is the one committed, due at least five minutes after the seal, of drand quicknet
  draw    seed, order, winners and alternates follow from list, beacon and secret
Ends with 0 if all four hold, with 2 if one fails or the file cannot be read. The beacon's signature is checked where drand_verify.py lies beside this file. Else compare it at any
relay, for example https://api.drand.sh/CHAIN/public/ROUND, or run `wordborne effect draw verify`.
"""
import calendar
import hashlib
import itertools
import json
import os
import re
import sys
import time

try:
    import drand_verify
except ImportError:
    drand_verify = None

QUICKNET = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
GENESIS, PERIOD = 1692803367, 3
KEYS = "name rules sealed entries root secret one-per prizes alternates chain round".split()
LINE = re.compile(rb"([0-9A-HJKMNP-TV-Z]{10})\t([1-9][0-9]{0,8})\t([1-9][0-9]{0,5})\t([a-z-]{1,24})\t([0-9a-f]{64})")


Fails = type("Fails", (Exception,), {"__doc__": "A step does not hold; the text says why."})


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def many(count, what):
    return "%d %s%s" % (count, what, "" if count == 1 else "s")


def need(holds, why):
    if not holds:
        raise Fails(why)


def commitment(proof):
    """The rule as committed: twelve lines of UTF-8, the first names the format."""
    lines = proof["commitment"].split("\n")
    need(lines[0] == "wordborne-draw-1" and len(lines) == 13 and lines[12] == "", "the commitment is not twelve lines")
    rule = {}
    for key, line in zip(KEYS, lines[1:]):
        need(line.startswith(key + " "), "the commitment lacks " + key)
        rule[key] = line[len(key) + 1:]
    rule["hash"] = sha(proof["commitment"].encode())
    rule["prizes"] = [(p.rsplit(":", 1)[0], int(p.rsplit(":", 1)[1])) for p in rule["prizes"].split(" ")]
    rule.update((key, int(rule[key])) for key in ("entries", "alternates", "round"))
    need(rule["one-per"] in ("group", "entry"), "one-per is neither group nor entry")
    return rule


def sealed_list(proof, path, folder):
    """The entries as bytes, sorted by their codes."""
    lines = [line.encode() for line in proof.get("list", [])]
    if path or "list" not in proof:
        with open(path or os.path.join(folder, os.path.basename(proof["listFile"])), "rb") as file:
            lines = file.read().rstrip(b"\n").split(b"\n")
    for number, line in enumerate(lines, 1):
        need(LINE.fullmatch(line), "line %d is no entry" % number)
    lines.sort()
    need(all(a[:10] != b[:10] for a, b in zip(lines, lines[1:])), "a code stands twice")
    whole = sha(b"".join(line + b"\n" for line in lines)).hex()
    need(proof.get("listSha256", whole) == whole, "the list is another file")
    return lines


def root(lines):
    """RFC 6962: a stack of full subtrees, joined from the right at the end."""
    stack = []
    for index, line in enumerate(lines):
        stack.append(sha(b"\0", line))
        while index & 1:
            stack[-2:] = [sha(b"\1", stack[-2], stack[-1])]
            index >>= 1
    while len(stack) > 1:
        stack[-2:] = [sha(b"\1", stack[-2], stack[-1])]
    return stack[0]


def words(seed):
    """Numbers below 2^64: four from each hash of the seed and a counter."""
    for block in itertools.count():
        digest = sha(seed, block.to_bytes(8, "big"))
        yield from (int.from_bytes(digest[at:at + 8], "big") for at in range(0, 32, 8))


def below(stream, n):
    """One of n equal chances: words of the last incomplete run of n are passed over."""
    return next(word for word in stream if word < 2 ** 64 // n * n) % n


def order(lines, rule, seed):
    """Picks without replacement, by weight; running sums stand in a Fenwick tree."""
    rows = [line.split(b"\t") for line in lines]
    weight = [int(row[2]) if row[3] == b"valid" else 0 for row in rows]
    size, left, tree, people = len(rows), sum(weight), [0] + weight, {}
    for i in range(1, size + 1):
        if i + (i & -i) <= size:
            tree[i + (i & -i)] += tree[i]
    for index, row in enumerate(rows):
        people.setdefault(row[1] if rule["one-per"] == "group" else index, []).append(index)
    stream, drawn = words(seed), []
    while left and len(drawn) < sum(count for _, count in rule["prizes"]) + rule["alternates"]:
        rest, index, step = below(stream, left), 0, 1 << size.bit_length()
        while step:
            if index + step <= size and tree[index + step] <= rest:
                index += step
                rest -= tree[index]
            step >>= 1
        drawn.append(index + 1)
        for out in people[rows[index][1] if rule["one-per"] == "group" else index]:
            left -= weight[out]
            at = out + 1
            while at <= size:
                tree[at] -= weight[out]
                at += at & -at
            weight[out] = 0
    return drawn


def check_rule(proof, rule, lines):
    need(rule["hash"].hex() == proof["commitmentHash"], "the commitment's hash is " + rule["hash"].hex())
    pieces = [prize for prize, count in rule["prizes"] for _ in range(count)]
    given = [place["prize"] for place in proof["winners"]]
    need(given == pieces[:len(given)] and len(proof["alternates"]) <= rule["alternates"], "prizes went otherwise")
    each = "a person" if rule["one-per"] == "group" else "an entry"
    return "%s, at most one %s, %s" % (many(len(pieces), "prize"), each, many(rule["alternates"], "alternate"))


def check_seal(proof, rule, lines):
    need(len(lines) == rule["entries"], "the list holds %d entries, sealed were %d" % (len(lines), rule["entries"]))
    need(root(lines).hex() == rule["root"], "the list has another root than was sealed")
    secret = bytes.fromhex(proof["secret"])
    need(sha(b"wordborne-secret\0", secret).hex() == rule["secret"], "the secret is not the one that was sealed")
    return "%d entries, %d refused after the seal" % (len(lines), proof["refusedAfter"])


def check_beacon(proof, rule, lines):
    need(rule["chain"] == QUICKNET, "chain %s is not drand quicknet" % rule["chain"])
    need(proof["round"] == rule["round"], "another round was used than was sealed")
    sealed = calendar.timegm(time.strptime(rule["sealed"], "%Y-%m-%dT%H:%M:%SZ"))
    need(GENESIS + (rule["round"] - 1) * PERIOD >= sealed + 300, "the round was due less than five minutes after the seal")
    signature = bytes.fromhex(proof["signature"])
    if drand_verify is None:
        return ("as far as it goes: signature not checked by this file; compare round %d at any relay, randomness %s"
                % (rule["round"], sha(signature).hex()))
    need(drand_verify.holds(rule["round"], signature), "the signature is not that of round %d" % rule["round"])
    return "round %d of drand quicknet" % rule["round"]


def check_draw(proof, rule, lines):
    seed = sha(b"wordborne-draw-1\0", rule["hash"], rule["round"].to_bytes(8, "big"),
               bytes.fromhex(proof["signature"]), bytes.fromhex(proof["secret"]))
    need(seed.hex() == proof["seed"], "the seed is " + seed.hex())
    drawn = order(lines, rule, seed)
    need(drawn == proof["order"], "the order is " + " ".join(map(str, drawn[:50])))
    told = proof["winners"] + proof["alternates"]
    places = [{"number": n, "code": lines[n - 1][:10].decode()} for n in drawn]
    need([{"number": p["number"], "code": p["code"]} for p in told] == places, "the places are not those of the order")
    need(len(proof["winners"]) == min(len(drawn), sum(c for _, c in rule["prizes"])), "winners and alternates are mixed")
    return " ".join(map(str, drawn[:50]))


def main(words_given):
    if len(words_given) not in (1, 3) or (len(words_given) == 3 and words_given[1] != "--entries"):
        print(__doc__)
        return 2
    with open(words_given[0], encoding="utf-8") as file:
        proof = json.load(file)
    good, rule, lines = True, None, None
    for name, check in ("rule", check_rule), ("seal", check_seal), ("beacon", check_beacon), ("draw", check_draw):
        try:
            rule = rule or commitment(proof)
            if name in ("seal", "draw") and lines is None:
                entries = words_given[2] if len(words_given) == 3 else None
                lines = sealed_list(proof, entries, os.path.dirname(words_given[0]))
            print("%-7s holds  %s" % (name, check(proof, rule, lines)))
        except (Fails, OSError, ValueError, KeyError, TypeError) as wrong:
            good = False
            print("%-7s fails  %s" % (name, wrong))
    return 0 if good else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
