// The layout mirrors in languages written from right to left: properties name the start and the end of a line, never
// left and right, and a shorthand of four values gives both sides the same.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const physical = /(?:^|[;{\s])((?:margin|padding|border)-(?:left|right)(?:-\w+)?|left|right|text-align:\s*(?:left|right)|float:\s*(?:left|right)|clear:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius)\s*(?=[:;}])/g;
const shorthand = /(?:^|[;{\s])(?:margin|padding|inset|scroll-margin|scroll-padding):\s*([^;}]+)/g;
const inline = /\b(?:margin|padding|border)(?:Left|Right)\b/g;

const root = fileURLToPath(new URL("../src/", import.meta.url));
const faults = [];
const values = (text) => text.replace("!important", "").match(/(?:[^\s()]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s()]+)/g) ?? [];

for (const file of readdirSync(root, { recursive: true }).filter((name) => /\.(css|tsx)$/.test(name))) {
  const lines = readFileSync(root + file, "utf8").split("\n");
  lines.forEach((line, i) => {
    const at = `src/${file}:${i + 1}`;
    if (file.endsWith(".tsx")) {
      for (const [found] of line.matchAll(inline)) faults.push(`${at}: ${found}`);
      return;
    }
    for (const [, found] of line.matchAll(physical)) faults.push(`${at}: ${found}`);
    for (const [, text] of line.matchAll(shorthand)) {
      const four = values(text);
      if (four.length === 4 && four[1] !== four[3]) faults.push(`${at}: ${text.trim()} has two different sides; use -block and -inline`);
    }
  });
}
if (faults.length) {
  console.error(`These do not mirror in right-to-left languages; use the logical property:\n${faults.join("\n")}`);
  process.exit(1);
}
