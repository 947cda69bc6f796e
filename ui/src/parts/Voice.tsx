import type { Span } from "../api/types.ts";
import { currentLanguage, currentLocale, t } from "../texts/index.ts";

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** The direction in which a text runs, by its first strong letter. */
export function direction(text: string): "rtl" | "ltr" {
  const strong = /\p{L}/u.exec(text);
  return strong && rightToLeft.test(strong[0]) ? "rtl" : "ltr";
}

/** `Intl` throws for what is no language tag; what came from outside may be none. */
export function languageTag(language: string): string | undefined {
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) && language !== "und" ? language : undefined;
}

export function languageName(language: string): string {
  const tag = languageTag(language);
  if (!tag) return t("words.language_unknown");
  return new Intl.DisplayNames([currentLocale()], { type: "language" }).of(tag) ?? language;
}

/** The language's own name of itself, as in the filters: English, Română, Polski. */
export function ownLanguageName(language: string): string {
  const tag = languageTag(language);
  if (!tag) return t("words.language_unknown");
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? language;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

export function isForeign(language: string): boolean {
  return languageTag(language) !== undefined && !language.startsWith(currentLanguage());
}

/** Marks that overlap or touch become one; those outside the text are dropped. Code points. */
function tidy(marks: Span[], length: number): Span[] {
  const sorted = marks
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const out: Span[] = [];
  for (const mark of sorted) {
    const last = out.at(-1);
    if (last && mark.start <= last.end) last.end = Math.max(last.end, mark.end);
    else out.push({ ...mark });
  }
  return out;
}

export function Marked({ text, marks = [] }: { text: string; marks?: Span[] }) {
  if (marks.length === 0) return text;
  const points = Array.from(text);
  const parts = [];
  let at = 0;
  for (const { start, end } of tidy(marks, points.length)) {
    parts.push(points.slice(at, start).join(""), <mark key={start}>{points.slice(start, end).join("")}</mark>);
    at = end;
  }
  parts.push(points.slice(at).join(""));
  return <>{parts}</>;
}

interface VoiceProps {
  text: string;
  language?: string;
  marks?: Span[];
  read?: boolean;
  short?: boolean;
}

/** What a person said: in the book serif, with its own language and direction. */
export function Voice({ text, language = "", marks, read, short }: VoiceProps) {
  const dir = direction(text);
  const className = ["voice", read && "read", short && "short"].filter(Boolean).join(" ");
  return (
    <p className={className} lang={languageTag(language)} dir={dir === "rtl" ? "rtl" : undefined}>
      <Marked text={text} marks={marks} />
    </p>
  );
}

export function Name({ children, title }: { children: string; title?: string }) {
  return (
    <span className="who" title={title ?? children}>
      <bdi>{children}</bdi>
    </span>
  );
}
