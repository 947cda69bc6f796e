import type { StatusView } from "../api/types.ts";
import { number, t, type TextKey } from "../texts/index.ts";

export interface Place {
  page: string;
  href: string;
  name: TextKey;
  keys: string;
  /** Whether it is there for those too who do not read what was heard. */
  seen?: boolean;
  /** The trade's own words, by which the palette knows the page too. */
  also: TextKey;
  count: (status: StatusView) => string;
}

/** An entry stands here only once what it leads to works. */
export const places: Place[][] = [
  [
    { page: "now", href: "/now", name: "shell.now", keys: "g n", also: "shell.also_now", count: (s) => some(s.counts.now) },
    { page: "listen", href: "/listen", name: "shell.listen", keys: "g l", also: "shell.also_listen", count: (s) => some(s.counts.listen24) },
    { page: "conversations", href: "/conversations", name: "shell.conversations", keys: "g c", also: "shell.also_conversations", count: (s) => some(s.counts.conversations) },
    { page: "spread", href: "/spread", name: "shell.spread", keys: "g s", also: "shell.also_spread", count: (s) => some(s.counts.alarms || s.counts.tales) },
    { page: "people", href: "/people", name: "shell.people", keys: "g p", also: "shell.also_people", count: () => "" },
  ],
  [
    { page: "campaigns", seen: true, href: "/campaigns", name: "shell.campaigns", keys: "g m", also: "shell.also_campaigns", count: (s) => some(s.counts.campaigns) },
    { page: "results", seen: true, href: "/results", name: "shell.results_page", keys: "g r", also: "shell.also_results", count: () => "" },
    { page: "strategy", seen: true, href: "/strategy", name: "shell.strategy", keys: "g y", also: "shell.also_strategy", count: () => "" },
  ],
  [
    { page: "topics", href: "/topics", name: "shell.topics", keys: "g t", also: "shell.also_topics", count: (s) => some(s.counts.topics) },
    {
      page: "sources",
      href: "/sources",
      name: "shell.sources",
      keys: "g o",
      also: "shell.also_sources",
      count: (s) => {
        if (s.counts.sourceFaults) return t("shell.faults", { n: s.counts.sourceFaults });
        return s.counts.proposals ? t("shell.to_look_at", { n: s.counts.proposals }) : some(s.counts.sources);
      },
    },
    { page: "settings", seen: true, href: "/settings", name: "shell.settings", keys: "g e", also: "shell.also_settings", count: () => "" },
  ],
];

function some(n: number): string {
  return n ? number(n) : "";
}
