import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, getOrNone } from "../../api/client.ts";
import { useLive } from "../../api/live.ts";
import { currentLanguage, currentLocale, t } from "../../texts/index.ts";
import type { CampaignRow, CampaignView, FactName, Law, Money, Texts, Vehicles } from "./records.ts";

export function useCampaigns() {
  return useQuery({
    queryKey: ["campaigns"],
    queryFn: ({ signal }) => get<{ campaigns: CampaignRow[] }>("/campaigns", {}, signal),
    select: (page) => page.campaigns,
  });
}

export function useCampaign(id: string) {
  return useQuery({ queryKey: ["campaign", id], queryFn: ({ signal }) => get<CampaignView>(`/campaigns/${id}`, {}, signal) });
}

export function useLaw(id: string) {
  return useQuery({ queryKey: ["campaign-law", id], queryFn: ({ signal }) => get<Law>(`/campaigns/${id}/law`, {}, signal) });
}

export function useVehicles(id: string, query: string) {
  return useQuery({
    queryKey: ["campaign-vehicles", id, query],
    queryFn: ({ signal }) => get<Vehicles>(`/campaigns/${id}/vehicles`, {}, signal),
    enabled: query !== "",
  });
}

export function useFactNames() {
  return useQuery({
    queryKey: ["campaign-facts"],
    queryFn: ({ signal }) => get<{ facts: FactName[] }>("/campaigns/facts", {}, signal),
    select: (page) => page.facts,
    staleTime: Infinity,
  });
}

/** Whether the campaign has a contest at all; its part asks the same. */
export function useHasContest(id: string): boolean {
  const found = useQuery({
    queryKey: ["contest", id, "view"],
    queryFn: ({ signal }) => getOrNone(`/campaigns/${id}/contest`, signal),
  });
  return Boolean(found.data);
}

/** Pages of campaigns are read again when somebody changes one. */
export function useCampaignNews(): void {
  const again = useAgain();
  useLive("campaigns", () => void again());
}

export function useAgain(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      ["campaigns", "campaign", "campaign-law", "campaign-vehicles", "contest"].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
}

/** A deed after which everything shown is read again. */
export function useDeed<T = void>(deed: (given: T) => Promise<unknown>, then?: () => void) {
  const again = useAgain();
  return useMutation({
    mutationFn: deed,
    onSuccess: async () => {
      await again();
      then?.();
    },
  });
}

/** What the server says in several languages, in the reader's. */
export function said(texts: Texts): string {
  return texts[currentLanguage()] ?? texts.en ?? "";
}

/** When something is due; of business days also what their count leaves out. */
export function dueOn(at: string, calendar: string | undefined): string {
  return t(calendar === "business" ? "campaigns.dueWorking" : "campaigns.due", { day: day(at) });
}

export function money({ minor, currency }: Money): string {
  const format = new Intl.NumberFormat(currentLocale(), { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const whole = minor % 10 ** digits === 0;
  return new Intl.NumberFormat(currentLocale(), {
    style: "currency",
    currency,
    minimumFractionDigits: whole ? 0 : digits,
  }).format(minor / 10 ** digits);
}

/** What is typed as an amount; null where it is none. */
export function amount(typed: string, currency: string): Money | null {
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const found = /^(\d{1,12})(?:[.,](\d{1,4}))?$/.exec(typed.trim());
  const fraction = found?.[2] ?? "";
  if (!found || fraction.length > digits) return null;
  return { minor: Number(`${found[1]}${fraction.padEnd(digits, "0")}`), currency };
}

/** As [amount] reads it. */
export function typedAmount({ minor, currency }: Money): string {
  const digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  if (digits === 0) return String(minor);
  return `${Math.floor(minor / 10 ** digits)}.${String(minor % 10 ** digits).padStart(digits, "0")}`;
}

/** A time on the campaign's own clock: 27 Nov 2026, 18:00. */
export function local(text: string): string {
  if (!text) return "";
  return new Intl.DateTimeFormat(currentLocale(), {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  }).format(new Date(`${text.length === 16 ? `${text}:00` : text}Z`));
}

export function day(text: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(`${text}T00:00:00Z`));
}
