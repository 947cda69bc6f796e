import { useQuery } from "@tanstack/react-query";
import { useSearch } from "wouter";
import { get, type Params } from "../../api/client.ts";
import { currentLocale, number, t } from "../../texts/index.ts";
import type { ResultsView } from "./records.ts";

/** What is asked for, as the address says it. */
export interface Asked {
  from: string;
  to: string;
  campaign: string;
}

export function useAsked(): Asked {
  const search = new URLSearchParams(useSearch());
  return { from: search.get("from") ?? "", to: search.get("to") ?? "", campaign: search.get("campaign") ?? "" };
}

export function address(path: string, asked: Partial<Asked> & Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value) search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export function useResults(asked: Asked) {
  return useQuery({
    queryKey: ["results", asked],
    queryFn: ({ signal }) => get<ResultsView>("/results", { ...asked }, signal),
    placeholderData: (before) => before,
  });
}

/** A day of the calendar, which is the same for everybody. */
export function day(at: string, withYear = false): string {
  const date = new Date(`${at}T12:00:00Z`);
  return date.toLocaleDateString(currentLocale(), { day: "numeric", month: "short", ...(withYear ? { year: "numeric" } : {}), timeZone: "UTC" });
}

export function money(amount: string): string {
  const [value, currency] = amount.split(" ");
  return Number(value).toLocaleString(currentLocale(), { style: "currency", currency });
}

export function minutes(value: number): string {
  if (value < 90) return t("results.minutes", { n: Math.round(value) });
  if (value < 2880) return t("results.hours", { n: number(value / 60, 1) });
  return t("results.days", { n: number(value / 1440, 1) });
}

/** With its sign, one digit where it is small. */
export function change(value: number): string {
  const rounded = number(Math.abs(value), Math.abs(value) < 10 ? 1 : 0);
  return `${value < 0 ? "−" : "+"}${rounded}`;
}

export function plain(value: number): string {
  return `${value < 0 ? "−" : ""}${number(Math.abs(value), Math.abs(value) < 10 ? 1 : 0)}`;
}

/** How an effect was found, in a sentence. */
export function by(method: string, n: number): string {
  return t(method === "holdout" ? "results.byHoldOut" : method === "did" ? "results.byMean" : "results.byMixture", { n });
}
