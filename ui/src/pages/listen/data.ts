import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { get, type Params } from "../../api/client.ts";
import type { HistogramPoint, HistogramView, MentionsView, NewWordsView } from "../../api/types.ts";
import { currentZone } from "../../parts/time.ts";

export function useMentions(params: Params, sort: string) {
  return useInfiniteQuery({
    queryKey: ["mentions", params, sort],
    queryFn: ({ pageParam, signal }) => get<MentionsView>("/mentions", { ...params, sort, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** How far the list on the page has read; what is newer gathers above it. */
export function useReadTo(params: Params, sort: string, loadedAt: number) {
  return useQuery({
    queryKey: ["read-to", params, sort, loadedAt],
    queryFn: ({ signal }) => get<NewWordsView>("/mentions/new", { ...params, since: 0 }, signal),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    select: (view) => view.seq,
  });
}

export interface Bar extends HistogramPoint {
  end: string;
}

const HOUR = 3_600_000;
const MOST_BARS = 60;

/* Hours while the words span up to sixteen days, else days; neighbours join until the bars fit. */
async function bars(params: Params, signal: AbortSignal): Promise<Bar[]> {
  const zone = currentZone();
  const days = await get<HistogramView>("/mentions/histogram", { ...params, bucket: "day", zone }, signal);
  const [first, last] = [days.points[0], days.points.at(-1)];
  if (!first || !last) return [];
  const spans = (Date.parse(last.at) - Date.parse(first.at)) / HOUR + 24;
  if (spans > 16 * 24) return join(days.points, 24 * HOUR, Math.max(1, Math.ceil(spans / 24 / MOST_BARS)));
  const hours = await get<HistogramView>("/mentions/histogram", { ...params, bucket: "hour", zone }, signal);
  const step = spans > 8 * 24 ? 8 : spans > 4 * 24 ? 4 : spans > 2 * 24 ? 2 : 1;
  return join(hours.points, HOUR, step, Date.parse(first.at));
}

function join(points: HistogramPoint[], unit: number, step: number, from = Date.parse(points[0]?.at ?? "")): Bar[] {
  const width = unit * step;
  const count = Math.floor((Date.parse(points.at(-1)?.at ?? "") - from) / width) + 1;
  const out: Bar[] = Array.from({ length: Math.max(1, count) }, (_, i) => ({
    at: new Date(from + i * width).toISOString(),
    end: new Date(from + (i + 1) * width).toISOString(),
    positive: 0,
    negative: 0,
    neutral: 0,
    mixed: 0,
    unsure: 0,
    total: 0,
  }));
  for (const point of points) {
    // A day of 23 hours must not fall into the bar before.
    const bar = out[Math.min(out.length - 1, Math.floor((Date.parse(point.at) - from + unit / 8) / width))];
    if (!bar) continue;
    for (const name of ["positive", "negative", "neutral", "mixed", "unsure", "total"] as const) bar[name] += point[name];
  }
  return out;
}

export function useBars(params: Params) {
  const everywhen = { ...params, from: null, to: null };
  return useQuery({
    queryKey: ["histogram", everywhen],
    queryFn: ({ signal }) => bars(everywhen, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
