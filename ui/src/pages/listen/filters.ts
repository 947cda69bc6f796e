import { useSearchParams } from "wouter";
import type { Params } from "../../api/client.ts";
import type { FacetName } from "../../api/types.ts";

export type Sort = "newest" | "heard" | "need";
const lists: FacetName[] = ["sentiment", "intent", "source", "language", "topic"];
const singles = ["query", "from", "to", "spam", "hidden"] as const;

/** What is asked, as it stands in the address, so that it can be kept, sent and gone back to. */
export interface Filters {
  query: string;
  from: string | null;
  to: string | null;
  sort: Sort;
  lists: Record<FacetName, string[]>;
  params: Params;
}

export function useFilters() {
  const [search, setSearch] = useSearchParams();
  const params: Params = {};
  for (const name of singles) params[name] = search.get(name);
  for (const name of lists) params[name] = search.getAll(name);
  const sort = search.get("sort");
  const filters: Filters = {
    query: search.get("query") ?? "",
    from: search.get("from"),
    to: search.get("to"),
    sort: sort === "heard" || sort === "need" ? sort : "newest",
    lists: Object.fromEntries(lists.map((name) => [name, search.getAll(name)])) as Record<FacetName, string[]>,
    params,
  };
  const change = (changes: Record<string, string | string[] | null>) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        next.delete(name);
        for (const one of Array.isArray(value) ? value : value ? [value] : []) next.append(name, one);
      }
      return next;
    });
  return { filters, change, clear: () => setSearch(new URLSearchParams()) };
}
