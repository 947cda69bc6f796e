// Each deed that can stand in the audit has a sentence and a room, in English; checks/texts.mjs asks for the German.
// Deeds are the operations of the API (a read stands there when it was refused), what people do by a link, and what
// the program writes by itself, which is found in the Java sources.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const BY_LINK = ["clientAskPage.answer", "rightsConsentPage.answer"];
const SOURCES = fileURLToPath(new URL("../../server/src/main/java", import.meta.url));
const WRITTEN = /\.write\(\s*\w+,\s*\w+,\s*"([a-z]\w*\.\w+)"|\bString (?:FORGET|DEED) = "([a-z]\w*\.\w+)"/g;

const api = JSON.parse(readFileSync(new URL("../openapi.json", import.meta.url), "utf8"));
const operations = Object.values(api.paths)
  .flatMap((path) => Object.values(path))
  .map((operation) => operation.operationId)
  // Two operations of one name are told apart by a number, of which the audit knows nothing.
  .map((id) => id.replace(/_\d+$/, ""));
const own = readdirSync(SOURCES, { recursive: true })
  .filter((file) => file.endsWith(".java"))
  .flatMap((file) => [...readFileSync(`${SOURCES}/${file}`, "utf8").matchAll(WRITTEN)])
  .map(([, written, named]) => written ?? named);
if (own.length < 3) throw new Error("the program's own deeds are not found any more; mend checks/deeds.mjs");

const { deeds, audit } = (await runnerImport(new URL("../src/texts/en/index.ts", import.meta.url).pathname)).module.default;
const all = [...new Set([...operations, ...own, ...BY_LINK])].sort();
const faults = [
  ...all.filter((deed) => !(deed in deeds)).map((deed) => `en/deeds.ts has no sentence for ${deed}`),
  ...[...new Set(all.map((deed) => deed.split(".")[0]))]
    .filter((room) => !(`room_${room}` in audit))
    .map((room) => `en/audit.ts has no room_${room}`),
];
if (faults.length) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log(`deeds: ${all.length}, each with a sentence and a room`);
