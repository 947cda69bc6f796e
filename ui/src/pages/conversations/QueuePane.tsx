import { useQuery } from "@tanstack/react-query";
import { get } from "../../api/client.ts";
import type { useQueue, View } from "./data.ts";
import type { ConversationPage, ConversationRow, NowView } from "../../api/types.ts";
import { QueueItem } from "../../parts/QueueRow.tsx";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { Link } from "wouter";
import { useClock } from "../../parts/time.ts";
import { number, t } from "../../texts/index.ts";
import { later } from "./LaterChoice.tsx";
import { Swipe } from "./Swipe.tsx";

const views: View[] = ["need", "mine", "later", "done"];

interface QueuePaneProps {
  queue: ReturnType<typeof useQueue>;
  rows: ConversationRow[];
  view: View;
  counts: ConversationPage["counts"] | undefined;
  here: string | undefined;
  query: string;
  onQuery: (query: string) => void;
  onView: (view: View) => void;
  onPutAway: (row: ConversationRow, how: "done" | "later", until?: Date) => void;
}

/** Who waits, by need; the places kept for small voices and old waits are marked as such. */
export function QueuePane({ queue, rows, view, counts, here, query, onQuery, onView, onPutAway }: QueuePaneProps) {
  const now = useClock(30);
  const count: Record<View, number | undefined> = { need: counts?.open, mine: counts?.mine, later: counts?.later, done: counts?.done };
  return (
    <section className="side queue-pane" aria-label={t("conversations.queue")}>
      <div className="queue-head">
        <h2 className="vh">{t("conversations.queue")}</h2>
        <div className="tabs" role="group" aria-label={t("conversations.views")}>
          {views.map((v) => (
            <button key={v} type="button" aria-pressed={v === view} onClick={() => onView(v)}>
              {t(v === "need" ? "conversations.by_need" : `conversations.${v}`)} <b>{count[v] ? number(count[v]) : ""}</b>
            </button>
          ))}
        </div>
        <input
          className="inp find-in"
          type="search"
          placeholder={t("conversations.find_in")}
          aria-label={t("conversations.find_in")}
          value={query}
          onChange={(event) => onQuery(event.target.value)}
        />
      </div>
      <ol className="queue-list">
        {queue.error && <li className="pane"><ErrorNote error={queue.error} onRetry={() => void queue.refetch()} /></li>}
        {!queue.data && !queue.error && <li className="pane"><Loading rows={5} /></li>}
        {rows.map((row) => (
          <Swipe key={row.id} as="li" onLeft={() => onPutAway(row, "later", later.tomorrow())} onRight={() => onPutAway(row, "done")}>
            <QueueItem row={row} now={now} here={row.id === here} />
          </Swipe>
        ))}
        {queue.data && rows.length === 0 && (
          <li>
            <Empty lead={t(query ? "conversations.no_match" : view === "need" ? "conversations.nobody" : `conversations.nobody_${view}`)} act={view === "need" && !query && <Instead />}>
              {view === "need" && !query ? t("conversations.nobody_dek") : null}
            </Empty>
          </li>
        )}
        {view === "need" && rows.some((row) => row.keptInView) && <li className="tiny q kept-line">{t("conversations.kept")}</li>}
        {queue.hasNextPage && (
          <li className="more">
            <button type="button" className="btn s" disabled={queue.isFetchingNextPage} onClick={() => void queue.fetchNextPage()}>
              {t("conversations.more")}
            </button>
          </li>
        )}
      </ol>
    </section>
  );
}

/** Thanking somebody where there is somebody to thank, else listening. */
function Instead() {
  const now = useQuery({ queryKey: ["now"], queryFn: ({ signal }) => get<NowView>("/now", {}, signal) });
  if (!now.data) return null;
  return now.data.toThank.length > 0 ? (
    <Link className="btn s" href="/now#thank">{t("conversations.thank_instead")}</Link>
  ) : (
    <Link className="btn s" href="/listen">{t("now.listen_instead")}</Link>
  );
}
