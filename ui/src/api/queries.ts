import { QueryClient, useQuery } from "@tanstack/react-query";
import { get, Problem } from "./client.ts";
import type { MembersView, SessionView, StatusView } from "./types.ts";

/** A refusal is not asked again: it would be refused again. A broken line is, twice. */
export const queries = new QueryClient({
  defaultOptions: {
    // The server may be on this very machine: that the browser is offline says nothing of it.
    queries: {
      networkMode: "always",
      retry: (failures, error) => !(error instanceof Problem && error.status < 500) && failures < 2,
      staleTime: 5_000,
      refetchOnWindowFocus: true,
    },
    mutations: { networkMode: "always", retry: false },
  },
});

export function useSession() {
  return useQuery({ queryKey: ["session"], queryFn: ({ signal }) => get<SessionView>("/session", {}, signal), staleTime: Infinity });
}

/** Who looks at this page; only for pages that are shown to people who have signed in. */
export function useMe() {
  return useSession().data?.person ?? null;
}

export function useStatus() {
  return useQuery({
    queryKey: ["status"],
    queryFn: ({ signal }) => get<StatusView>("/status", {}, signal),
    refetchInterval: (query) => (query.state.error || query.state.data?.conditions.length ? 3_000 : 10_000),
  });
}

export function useMembers() {
  return useQuery({
    queryKey: ["members"],
    queryFn: ({ signal }) => get<MembersView>("/members", {}, signal),
    staleTime: 300_000,
    select: (page) => page.members,
  });
}
