import { useEffect, useState } from "react";
import { currentLocale, number, t } from "../texts/index.ts";

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
let zone = HERE;

/** The zone the reader chose; all times on all pages are in it. */
export function useZone(wanted: string | null | undefined): void {
  zone = wanted || HERE;
}

export function currentZone(): string {
  return zone;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: Date, options: Intl.DateTimeFormatOptions): string {
  const key = `${currentLocale()} ${zone} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(currentLocale(), { ...options, timeZone: zone })));
  return found.format(at);
}

/** 09:14 */
export function clock(at: string | Date): string {
  return format(new Date(at), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** The hour of the day, 0 to 23. */
export function hourOf(at: Date): number {
  return Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone }).format(at));
}

/** Monday */
export function dayName(at: Date): string {
  return format(at, { weekday: "long" });
}

/** Mon 16 */
export function weekday(at: string | Date): string {
  return `${format(new Date(at), { weekday: "short" })} ${format(new Date(at), { day: "numeric" }).replace(/\.$/, "")}`;
}

/** 3 Nov */
export function dayOfYear(at: string | Date): string {
  return format(new Date(at), { day: "numeric", month: "short" });
}

/** Tue 17 Nov, 09:14 */
export function today(at: Date): string {
  return `${format(at, { weekday: "short" })} ${dayOfYear(at)}, ${clock(at)}`;
}

/** Nov 2024 */
export function month(at: string | Date): string {
  return format(new Date(at), { month: "short", year: "numeric" });
}

/** The whole time, for titles: 17 November 2026, 09:14:05 GMT */
export function whole(at: string | Date): string {
  return format(new Date(at), { dateStyle: "long", timeStyle: "long" });
}

function dayKey(at: Date): string {
  return format(at, { year: "numeric", month: "2-digit", day: "2-digit" });
}

/** As short as it stays clear: 09:14 today, Mon 22:04 this week, 3 Nov this year, else with the year. */
export function when(at: string | Date, now = new Date()): string {
  const then = new Date(at);
  if (dayKey(then) === dayKey(now)) return clock(then);
  const days = Math.abs(now.getTime() - then.getTime()) / 86_400_000;
  if (days < 6.5) return `${format(then, { weekday: "short" })} ${clock(then)}`;
  if (then.getFullYear() === now.getFullYear()) return dayOfYear(then);
  return format(then, { day: "numeric", month: "short", year: "numeric" });
}

/** How long from one moment to the next: 27 m, 1 h 12 m, 1 d 16 h. */
export function span(from: string | Date, to: string | Date = new Date()): string {
  const seconds = Math.max(0, Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 1000));
  if (seconds < 60) return t("words.seconds", { n: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t("words.minutes", { n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    const m = minutes % 60;
    return m && hours < 10 ? t("words.hours_minutes", { h: number(hours), m: number(m) }) : t("words.hours", { n: hours });
  }
  const days = Math.floor(hours / 24);
  const h = hours % 24;
  return h && days < 10 ? t("words.days_hours", { d: number(days), h: number(h) }) : t("words.days", { n: days });
}

/** 4 s ago */
export function ago(at: string | Date, now: Date = new Date()): string {
  return now.getTime() - new Date(at).getTime() < 1500 ? t("words.just_now") : t("words.ago", { span: span(at, now) });
}

/** The time of day for the page, renewed every `seconds`. */
export function useClock(seconds = 30): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), seconds * 1000);
    return () => window.clearInterval(timer);
  }, [seconds]);
  return now;
}
