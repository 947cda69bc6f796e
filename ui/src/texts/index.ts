import type en from "./en/index.ts";

/** A text is a sentence, or one sentence for each plural form the language has. */
export type Text = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Catalogue = Record<string, Record<string, Text>>;

/** The German catalogue has the keys of the English one, neither more nor fewer. */
export type Same<T> = { [P in keyof T]: { [K in keyof T[P]]: Text } };

type English = typeof en;
export type TextKey = { [P in keyof English & string]: `${P}.${keyof English[P] & string}` }[keyof English & string];

/** A sentence of the server, and ours for it. */
export type Phrase = [said: RegExp, ours: string];

export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

let catalogue: Catalogue = {};
let language: Language = "en";
let phrases: Phrase[] = [];
let plurals = new Intl.PluralRules("en");

export function currentLanguage(): Language {
  return language;
}

/** The locale for numbers and times: the reader's own variant of the language where there is one. */
export function currentLocale(): string {
  const own = navigator.languages?.find((l) => l.toLowerCase().startsWith(language));
  return own ?? (language === "en" ? "en-GB" : language);
}

/** For those who build pages: English with longer words, as `en-XA`, or also from right to left, as `ar-XB`. */
const PSEUDO = { "en-XA": "ltr", "ar-XB": "rtl" } as const;
const PSEUDO_KEPT = "wordborne-pseudo";

function pseudo(): keyof typeof PSEUDO | null {
  const asked = new URLSearchParams(window.location.search).get("locale");
  if (asked !== null) sessionStorage.setItem(PSEUDO_KEPT, asked);
  const kept = asked ?? sessionStorage.getItem(PSEUDO_KEPT);
  return kept === "en-XA" || kept === "ar-XB" ? kept : null;
}

/** Each word grows by its own first letters; what stands in braces stays. */
function longer(text: string): string {
  return text.replace(/\{\w+\}|\p{L}+/gu, (word) => (word.startsWith("{") ? word : word + word.slice(0, Math.ceil(word.length * 0.4)).toLowerCase()));
}

function grown(from: Catalogue): Catalogue {
  const text = (one: Text): Text =>
    typeof one === "string" ? longer(one) : Object.fromEntries(Object.entries(one).map(([form, said]) => [form, longer(said)]));
  return Object.fromEntries(
    Object.entries(from).map(([page, texts]) => [page, Object.fromEntries(Object.entries(texts).map(([key, one]) => [key, text(one)]))]),
  );
}

export async function useCatalogue(wanted: Language): Promise<void> {
  catalogue = wanted === "de" ? (await import("./de/index.ts")).default : (await import("./en/index.ts")).default;
  const made = pseudo();
  if (made) catalogue = grown(catalogue);
  document.documentElement.dir = made ? PSEUDO[made] : "ltr";
  phrases = wanted === "de" ? (await import("./de/serverWords.ts")).default : [];
  language = wanted;
  plurals = new Intl.PluralRules(wanted);
  document.documentElement.lang = wanted;
}

const listeners = new Set<() => void>();

export function watchLanguage(then: () => void): () => void {
  listeners.add(then);
  return () => void listeners.delete(then);
}

/** Speaks another language from now on; what is on the page is said anew. */
export async function speak(wanted: Language): Promise<void> {
  await useCatalogue(wanted);
  listeners.forEach((then) => then());
}

const KEPT = "wordborne-language";

export function keepLanguage(wanted: Language): void {
  localStorage.setItem(KEPT, wanted);
}

/** What was chosen here before, else the first language of the browser that we speak. */
export function preferredLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  const wishes = kept ? [kept] : navigator.languages;
  for (const wish of wishes) {
    const found = languages.find((l) => wish.toLowerCase().startsWith(l));
    if (found) return found;
  }
  return "en";
}

/** The names of a page's texts that begin so, without that beginning. */
export function namesOf(page: string, beginning: string): string[] {
  return Object.keys(catalogue[page] ?? {})
    .filter((name) => name.startsWith(beginning))
    .map((name) => name.slice(beginning.length));
}

/** The pattern of a text, with its plural form chosen by `n`. */
export function pattern(key: string, n?: unknown): string {
  const dot = key.indexOf(".");
  const text = catalogue[key.slice(0, dot)]?.[key.slice(dot + 1)];
  if (text === undefined) return key;
  if (typeof text === "string") return text;
  const form = typeof n === "number" ? plurals.select(n) : "other";
  return text[form] ?? text.other ?? key;
}

export type Values = Record<string, string | number>;

/** The text of `key`; `{name}` is replaced by the value, numbers in the reader's notation. */
export function t(key: TextKey, values: Values = {}): string {
  return pattern(key, values.n).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? number(value) : value;
  });
}

/** The text of a key made at run time, or null where the catalogue has none. */
export function tMaybe(key: string, values: Values = {}): string | null {
  const found = pattern(key, values.n);
  return found === key ? null : t(key as TextKey, values);
}

/** Between two sentences, or two parts of one. */
export const BREAK = /(?<=[.?]) (?=[\p{Lu}\d])|; /gu;

function toldWhole(text: string): string | null {
  for (const [said, ours] of phrases) {
    const found = said.exec(text);
    if (found) return ours.replace(/\{(\d)\}/g, (_, i: string) => told(found[Number(i)] ?? ""));
  }
  return null;
}

/** What the server says, in the reader's language where we know the sentences; else as it came. */
export function told(text: string): string {
  const whole = toldWhole(text);
  if (whole !== null) return whole;
  const ends = [...text.matchAll(BREAK)];
  const end = ends.find(({ index }) => toldWhole(text.slice(0, index)) !== null) ?? ends[0];
  if (!end) return text;
  const first = text.slice(0, end.index);
  return (toldWhole(first) ?? first) + end[0] + told(text.slice(end.index + end[0].length));
}

export function number(value: number, digits = 0): string {
  return value.toLocaleString(currentLocale(), { maximumFractionDigits: digits });
}

/** A count within a sentence: up to twelve as a word. */
export function inWords(n: number): string {
  return tMaybe(`words.number_${n}`) ?? number(n);
}

/** A sentence begins with a capital, whatever it begins with. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/** 88 % with a thin space. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}\u2009%`;
}
