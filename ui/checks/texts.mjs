// Both catalogues have the same keys, the same placeholders, and every plural form of their language.
import { runnerImport } from "vite";

const load = async (language) =>
  (await runnerImport(new URL(`../src/texts/${language}/index.ts`, import.meta.url).pathname)).module.default;
const forms = { en: ["one", "other"], de: ["one", "other"] };
const catalogues = { en: await load("en"), de: await load("de") };
const faults = [];

const variants = (text) => (typeof text === "string" ? [text] : Object.values(text));
const placeholders = (text) =>
  [...new Set(variants(text).flatMap((v) => [...v.matchAll(/\{(\w+)\}/g)].map((m) => m[1])))].sort().join(" ");

for (const [language, other] of [["en", "de"], ["de", "en"]]) {
  for (const [page, texts] of Object.entries(catalogues[language])) {
    for (const [key, text] of Object.entries(texts)) {
      const name = `${language}/${page}.${key}`;
      const twin = catalogues[other][page]?.[key];
      if (twin === undefined) faults.push(`${name} is missing in ${other}`);
      if (variants(text).some((v) => v.trim() === "")) faults.push(`${name} is empty`);
      if (typeof text !== "string") {
        const missing = forms[language].filter((form) => !(form in text));
        if (missing.length) faults.push(`${name} lacks the plural form ${missing.join(", ")}`);
      }
      if (language === "en" && twin !== undefined && placeholders(text) !== placeholders(twin))
        faults.push(`${name} names {${placeholders(text)}}, German names {${placeholders(twin)}}`);
      if (variants(text).some((v) => v.includes("!"))) faults.push(`${name} shouts (exclamation mark)`);
    }
  }
}

const count = Object.values(catalogues.en).reduce((n, page) => n + Object.keys(page).length, 0);
if (faults.length) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log(`texts: ${count} in each of English and German`);
