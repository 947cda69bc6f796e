import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get } from "../../../api/client.ts";
import { useLive } from "../../../api/live.ts";
import { currentZone } from "../../../parts/time.ts";
import { currentLocale } from "../../../texts/index.ts";
import type { CalendarView } from "./records.ts";

const DAY = 86_400_000;

/** The posts of a campaign, or of all, from four weeks ago to half a year ahead. */
export function useCalendar(campaign?: string) {
  const client = useQueryClient();
  useLive("campaigns", () => void client.invalidateQueries({ queryKey: ["calendar"] }));
  useLive("alarms", () => void client.invalidateQueries({ queryKey: ["calendar"] }));
  return useQuery({
    queryKey: ["calendar", campaign ?? ""],
    queryFn: ({ signal }) => {
      const now = Date.now();
      const from = new Date(now - 28 * DAY).toISOString();
      const to = new Date(now + 180 * DAY).toISOString();
      return get<CalendarView>("/calendar", { from, to, campaign }, signal);
    },
    refetchInterval: 15_000,
  });
}

/** A deed on the calendar, which is read anew afterwards. */
export function useCalendarDeed<In, Out>(deed: (what: In) => Promise<Out>, then?: (done: Out) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: (done) => {
      void client.invalidateQueries({ queryKey: ["calendar"] });
      then?.(done);
    },
  });
}

/** 2026-11-22, in the reader's zone. */
export function dayOf(at: Date): string {
  return at.toLocaleDateString("en-CA", { timeZone: currentZone() });
}

export function daysFrom(day: string, n: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + n);
  return at.toISOString().slice(0, 10);
}

/** The Monday of the week a day lies in. */
export function monday(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return daysFrom(day, -((weekday + 6) % 7));
}

export function dayName(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(currentLocale(), { ...options, timeZone: "UTC" });
}
