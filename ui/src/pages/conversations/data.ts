import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { get, post } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import type { ConversationPage, ConversationView } from "../../api/types.ts";
import { sentence } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";

export type View = "need" | "mine" | "later" | "done";

export function useQueue(view: View, query: string) {
  const state = view === "later" || view === "done" ? view : "open";
  const assignee = view === "mine" ? "me" : null;
  return useInfiniteQuery({
    queryKey: ["conversations", state, assignee, query],
    queryFn: ({ pageParam, signal }) =>
      get<ConversationPage>("/conversations", { state, assignee, query, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function useConversation(id: string | undefined) {
  return useQuery({
    queryKey: ["conversation", id],
    queryFn: ({ signal }) => get<ConversationView>(`/conversations/${id}`, {}, signal),
    enabled: id !== undefined,
  });
}

export function refresh(id?: string): void {
  void queries.invalidateQueries({ queryKey: id ? ["conversation", id] : ["conversation"] });
  void queries.invalidateQueries({ queryKey: ["conversations"] });
  void queries.invalidateQueries({ queryKey: ["now"] });
  void queries.invalidateQueries({ queryKey: ["status"] });
}

export interface Deed {
  id: string;
  deed: "assign" | "later" | "done" | "reopen" | "notes";
  body?: Record<string, unknown>;
}

/** Something done to a conversation; the server answers with how it stands now. */
export function useDeed() {
  return useMutation({
    mutationFn: ({ id, deed, body }: Deed) => post<ConversationView>(`/conversations/${id}/${deed}`, body ?? {}),
    onSuccess: (view, { id }) => {
      if (view?.row) queries.setQueryData(["conversation", id], view);
      refresh(id);
    },
    onError: (error) => toast(sentence(error), undefined, { good: false }),
  });
}
