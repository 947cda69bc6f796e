// Writes src/api/schema.d.ts, the types of the server's answers, from openapi.json (which a test of the server
// holds to the server itself). It is made anew before each type check and never committed, so it cannot be stale.
// openapi-typescript works with the compiler's interface of TypeScript 5; the pages are checked by TypeScript 7.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const sentiments = ["positive", "negative", "neutral", "mixed", "unsure"];
const intents = ["question", "request", "complaint", "praise", "desire", "purchase", "leaving"];
const presets = ["jobs", "coupons", "surveys", "own", "reposts", "spam"];

/** Where the description says only "string" or "integer": the values the server knows. */
const VALUES = {
  "AlarmCause.kind": ["burst", "pass", "test"],
  "AlarmRow.state": ["raised", "acknowledged", "ended"],
  "BecauseView.how": ["hand", "query", "words"],
  "BecauseView.kind": ["aim", "promise", "competence", "refusal", "spend"],
  "CallBidView.deed": ["bid", "withdrawn"],
  "CallView.state": ["open", "over", "closed", "settled"],
  "ConversationRow.keptInView": ["small-voice", "old-wait"],
  "ConversationRow.need": [1, 2, 3, 4],
  "ConversationRow.state": ["open", "later", "done"],
  "CourseView.word": ["rising", "falling", "steady"],
  "CrisisMark.kind": ["first", "alarm", "acknowledged", "opened", "decision", "statement", "sent", "approved", "changes", "answer", "last", "closed"],
  "CrisisStage.name": ["alarm", "acknowledged", "statement", "quiet"],
  "CrisisStatement.state": ["draft", "sent", "approved", "changes"],
  "DecisionView.answer": ["yes", "no", "later"],
  "DecisionView.verdict": ["fits", "conflicts", "beyond"],
  "Due.kind": ["room", "decision", "missed", "refused", "unknown", "changes"],
  "EvidenceView.kind": ["links-to-you", "names-you", "linked-by"],
  "HistogramView.bucket": ["hour", "day"],
  "Member.role": ["owner", "manager", "responder", "analyst", "client"],
  "OpenerView.sentiment": sentiments,
  "ReconsiderView.why": ["agreement", "nothing-fits"],
  "ReplyView.state": ["planned", "sending", "sent", "refused", "unknown", "taken-back"],
  "SentimentView.label": sentiments,
  "SessionView.state": ["needs-owner", "signed-out", "second-factor", "factor-wanted", "signed-in"],
  "SourceErrorView.turn": ["ours", "theirs"],
  "SourceView.state": ["well", "slow", "deaf", "resting"],
  "StatementView.kind": ["aim", "promise", "competence", "refusal", "spend"],
  "StrategyThemeRow.origin": ["words", "said", "topic", "hand"],
  "StrategyThemeRow.state": ["proposed", "kept", "aside"],
  "StrategyThemeRow.together": ["in-tune", "unheard", "unasked", "at-odds"],
  "StrategyView.whyNone": ["few", "persons", "posts"],
  "TaleRow.truth": ["open", "true", "false"],
  "TalkFirstCandidate.why": ["asks", "knows-us"],
  "TalkFirstView.lacks": ["", "few", "late", "quiet"],
  "ThanksView.how": ["in-thread", "private", "gift"],
  "ThreadEntryView.kind": ["mention", "reply", "note", "act"],
  "TopicVersion.hide": presets,
  "TopicVersion.never": presets,
  "TopicView.hide": presets,
  "TopicView.never": presets,
  "TrustView.deed": ["answers", "repeats", "thanks", "recommends", "answered-by", "repeated-by", "thanked-by", "recommended-by"],
  "UnderstandingView.intents": intents,
  "VerdictView.word": ["fits", "conflicts", "beyond"],
  "WatchRuleView.what": ["burst", "pass"],
  "WishView.state": ["heard", "planned", "offered", "done", "no"],
};

const api = JSON.parse(readFileSync(new URL("../openapi.json", import.meta.url), "utf8"));
const { schemas } = api.components;

for (const [place, values] of Object.entries(VALUES)) {
  const [schema, name] = place.split(".");
  const property = schemas[schema]?.properties?.[name];
  if (!property) throw new Error(`openapi.json has no ${place}; mend the table in checks/api.mjs`);
  const plain = property.items ?? property;
  const types = [plain.type].flat();
  plain.enum = types.includes("null") ? [...values, null] : values;
}
// What a reason names in its sentence is a word or a number.
schemas.NeedReason.properties.args.additionalProperties = { type: ["string", "number"] };

/** The schemas named in a part of the description, and those they name in turn. */
function named(part, found = new Set()) {
  for (const [, name] of JSON.stringify(part).matchAll(/#\/components\/schemas\/(\w+)/g)) {
    if (!found.has(name)) named(schemas[name], found.add(name));
  }
  return found;
}

// The server writes every field of an answer, an absent one as null; only what is sent may leave fields out.
for (const path of Object.values(api.paths)) {
  for (const deed of Object.values(path)) {
    for (const name of named(deed.responses ?? {})) schemas[name].required = Object.keys(schemas[name].properties ?? {});
  }
}

writeFileSync(new URL("../src/api/schema.d.ts", import.meta.url), astToString(await openapiTS(api)));
