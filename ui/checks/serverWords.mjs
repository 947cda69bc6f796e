// Each sentence by which the server refuses, warns or explains has one German sentence, neither none nor two.
// The sentences are collected from the Java sources: what the calls below are given, with a 7 for each value.
import { readdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SOURCES = ["server", "channels", "wire", "engines/query", "engines/effect"].map((module) => `${module}/src/main/java`);
const CALLS = new RegExp(
  [
    "new (?:BadInput|Conflict|Forbidden|NotFound|TooMany)Exception",
    "new Outcome\\.(?:Refused|Unknown)",
    "\\b(?:deaf|passing)",
    "new Carried\\.(?:NotNow|Never)",
    "(?:lacks|changes|notes|troubles)\\.add",
    "new Need",
    "new NotAFeedException",
    "\\bsay|\\bwrong",
  ].map((call) => `(?:${call})\\(`).join("|"),
  "g",
);
/** A sentence that gets a name before it is said. */
const NAMED = /\b(?:String|var) (?:message|why|whyNot) =/g;
/** What no page with scripts shows: public pages, the log of an auction, the list of a draw, the start of the server. */
const ELSEWHERE = /\wPage\.java$|\/publicpage\/(?!ShortLinks)|\/(?:Bids|AuctionLog|EntryLine|ExternalPostgres)\.java$/;
const HOLE = "7";

/** Where the string or character that begins at `at` ends. */
function pastQuote(text, at) {
  let end = at + 1;
  while (text[end] !== text[at]) end += text[end] === "\\" ? 2 : 1;
  return end + 1;
}

/** The parts of `text` between `marks` that stand in no string and no parentheses. */
function parted(text, marks) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"' || text[at] === "'") at = pastQuote(text, at) - 1;
    else if ("({[".includes(text[at])) depth++;
    else if (")}]".includes(text[at])) depth--;
    else if (depth === 0 && marks.includes(text[at])) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...parts, text.slice(from).trim()];
}

/** What stands between the parenthesis that opens before `at` and its end. */
function within(text, at) {
  let depth = 1;
  let end = at;
  for (; depth > 0; end++) {
    if (text[end] === '"' || text[end] === "'") end = pastQuote(text, end) - 1;
    else if (text[end] === "(") depth++;
    else if (text[end] === ")") depth--;
  }
  return text.slice(at, end - 1);
}

/** What an expression may say: each arm of a choice, and a hole for what is only known as it runs. */
function said(expression) {
  const [, first, second] = parted(expression, "?:");
  if (second !== undefined) return [...said(first), ...said(second)];
  const operands = parted(expression, "+");
  if (operands.length > 1) return operands.map(said).reduce((begun, ends) => begun.flatMap((begin) => ends.map((end) => begin + end)));
  if (expression.startsWith('"')) {
    const end = pastQuote(expression, 0);
    return [JSON.parse(expression.slice(0, end)).replace(/%[.,\d]*[sdf]/g, HOLE).replaceAll("%%", "%")];
  }
  if (expression.startsWith("(") && within(expression, 1).length === expression.length - 2) return said(expression.slice(1, -1));
  const arms = [...expression.matchAll(/\.(?:map|orElse)\((?:\s*\w+\s*->)?/g)];
  return arms.length ? arms.flatMap((arm) => said(within(expression, arm.index + arm[0].length).trim())) : [HOLE];
}

function javaFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith(".java"))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

/** The sentences of a Java source; what is only known as it runs may be a sentence of its own. */
function sentences(file) {
  let text = readFileSync(file, "utf8").replace(/^\s*\/\/.*$/gm, "");
  for (const [, name, value] of text.matchAll(/static final String (\w+) =\s*("[^;]*");/g)) text = text.replaceAll(new RegExp(`\\b${name}\\b`, "g"), () => value);
  const found = [];
  for (const call of text.matchAll(CALLS)) {
    const given = parted(within(text, call.index + call[0].length), ",");
    // Before the sentence come the field and the value that were wrong; a need has its name, its label, and more.
    const spoken = call[0].includes("BadInput") ? given.slice(2) : call[0].includes("Need") ? [given[1]] : given;
    found.push(...spoken.flatMap(said));
  }
  for (const named of text.matchAll(NAMED)) found.push(...said(parted(text.slice(named.index + named[0].length), ";")[0]).filter((one) => /[.?]$/.test(one)));
  return found.map((one) => one.replace(/^7 (?=[A-Z])|(?<=[.?]) ?7$/g, "")).filter((one) => /[a-z]{2}/.test(one) && one.includes(" "));
}

const load = async (file) => (await runnerImport(new URL(`../src/texts/${file}`, import.meta.url).pathname)).module;
const { default: phrases } = await load("de/serverWords.ts");
const { BREAK } = await load("index.ts");
const german = (words) => phrases.filter(([pattern]) => pattern.test(words));
const faults = [];
let count = 0;

for (const file of SOURCES.flatMap((folder) => javaFiles(ROOT + folder)).filter((name) => !ELSEWHERE.test(name))) {
  for (const words of sentences(file)) {
    count++;
    const whole = german(words);
    for (const part of whole.length ? [words] : words.split(BREAK)) {
      const found = german(part);
      const where = `${relative(ROOT, file)}: "${part}"`;
      if (found.length === 0) faults.push(`${where} has no German in ui/src/texts/de/serverWords`);
      if (found.length > 1) faults.push(`${where} has more than one German sentence: ${found.map(([pattern]) => pattern).join(" ")}`);
    }
  }
}

if (faults.length) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log(`server's words: ${count} sentences, all with German`);
