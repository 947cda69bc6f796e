/** A stretch of a query and what it is: o operator, s phrase, f field, x exclusion, "" word. */
export interface Stretch {
  text: string;
  kind: "" | "o" | "s" | "f" | "x";
  error: boolean;
}

const WORDS = /("[^"]*"?)|(\b(?:AND|OR|NOT|SENTENCE)\b|\bO?NEAR\/\d+|[()])|(-(?=\S)[\p{L}]*:?)|([\p{L}]+:)/gu;

/** The query in stretches, for the eye alone; what is right or wrong the server says. Code points. */
export function coloured(query: string, error: { start: number; end: number } | null): Stretch[] {
  const kinds = kindOfEach(query);
  const points = Array.from(query);
  const stretches: Stretch[] = [];
  let offset = 0;
  points.forEach((point, i) => {
    const kind = kinds[offset] ?? "";
    const wrong = error !== null && i >= error.start && i < Math.max(error.end, error.start + 1);
    const last = stretches.at(-1);
    if (last && last.kind === kind && last.error === wrong) last.text += point;
    else stretches.push({ text: point, kind, error: wrong });
    offset += point.length;
  });
  return stretches;
}

function kindOfEach(query: string): Stretch["kind"][] {
  const kinds: Stretch["kind"][] = Array.from({ length: query.length }, () => "");
  for (const match of query.matchAll(WORDS)) {
    const kind = match[1] ? "s" : match[2] ? "o" : match[3] ? "x" : "f";
    kinds.fill(kind, match.index, match.index + match[0].length);
  }
  return kinds;
}

/** The same line by line, so that lines can be numbered. */
export function lines(stretches: Stretch[]): Stretch[][] {
  const all: Stretch[][] = [[]];
  for (const stretch of stretches) {
    stretch.text.split("\n").forEach((text, i) => {
      if (i > 0) all.push([]);
      if (text) all.at(-1)?.push({ ...stretch, text });
    });
  }
  return all;
}
