import { useEffect, useRef, useState } from "react";
import { useLocation, useParams, useSearchParams } from "wouter";
import type { ConversationRow } from "../../api/types.ts";
import { useKeys } from "../../keys/keys.ts";
import { nameOf } from "../../parts/QueueRow.tsx";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { clock, weekday } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { usePageTitle } from "../../shell/title.ts";
import { t } from "../../texts/index.ts";
import { refresh, useConversation, useDeed, useQueue, type View } from "./data.ts";
import { Opened } from "./Opened.tsx";
import { PersonPane } from "./PersonPane.tsx";
import { QueuePane } from "./QueuePane.tsx";
import "./conversations.css";

/** Queue, thread and person. On a phone one of them at a time. */
export default function ConversationsPage() {
  const { id } = useParams();
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const [view, setView] = useState<View>(() => (search.get("state") === "done" ? "done" : search.get("state") === "later" ? "later" : "need"));
  const [query, setQuery] = useState("");
  const [columns, setColumns] = useState({ left: true, right: true });
  const [person, setPerson] = useState(false);
  const queue = useQueue(view, query);
  const opened = useConversation(id);
  const deed = useDeed();
  const rows = queue.data?.pages.flatMap((page) => page.conversations) ?? [];
  const counts = queue.data?.pages[0]?.counts;
  usePageTitle(opened.data?.row.title ?? t("conversations.title"), counts?.now);

  // Where there is room beside the list, the first conversation stands open.
  const first = rows[0]?.id;
  useEffect(() => {
    if (id || !first) return;
    if (search.has("first") || window.matchMedia("(min-width: 720px)").matches) {
      go(`/conversations/${first}${search.has("first") ? "?write" : ""}`, { replace: true });
    }
  }, [id, first, go, search]);

  const walk = (by: number) => () => {
    const at = rows.findIndex((row) => row.id === id);
    const next = rows[at + by] ?? (at < 0 ? rows[0] : undefined);
    if (next) go(`/conversations/${next.id}`);
  };
  const putAway = (row: ConversationRow, how: "done" | "later", until?: Date) => {
    const at = rows.findIndex((other) => other.id === row.id);
    const next = rows[at + 1] ?? rows[at - 1];
    deed.mutate(
      { id: row.id, deed: how, body: until ? { until: until.toISOString() } : {} },
      {
        onSuccess: () => {
          const undo = { label: t("conversations.undo"), key: "z", run: () => deed.mutate({ id: row.id, deed: "reopen" }) };
          toast(how === "done" ? t("conversations.did_done", { name: nameOf(row) }) : <LaterText until={until} />, undo);
          refresh();
        },
      },
    );
    if (row.id === id) go(next && window.matchMedia("(min-width: 720px)").matches ? `/conversations/${next.id}` : "/conversations");
  };
  useKeys({
    j: walk(1),
    k: walk(-1),
    Escape: () => (person ? setPerson(false) : id && window.matchMedia("(max-width: 1099px)").matches && go("/conversations")),
    "[": () => setColumns((c) => ({ ...c, left: !c.left })),
    "]": () => (window.matchMedia("(max-width: 1279px)").matches ? setPerson((p) => !p) : setColumns((c) => ({ ...c, right: !c.right }))),
  });

  const className = ["cols", "talk", id && "opened", !columns.left && "no-left", !columns.right && "no-right", person && "sheet-open"].filter(Boolean).join(" ");
  return (
    <div className={className}>
      {!id && <h1 className="vh">{t("conversations.title")}</h1>}
      <QueuePane queue={queue} rows={rows} view={view} counts={counts} here={id} query={query} onQuery={setQuery} onView={setView} onPutAway={putAway} />
      <div className="middle">
        {!id ? (
          rows.length > 0 && <Empty lead={t("conversations.choose")}>{t("conversations.choose_dek")}</Empty>
        ) : opened.data ? (
          <Opened key={id} view={opened.data} writing={search.has("write")} onPutAway={putAway} onPerson={() => setPerson(true)} />
        ) : opened.error ? (
          <div className="pane"><ErrorNote error={opened.error} onRetry={() => void opened.refetch()} /></div>
        ) : (
          <div className="pane"><Loading /></div>
        )}
      </div>
      {id && opened.data && <PersonPane view={opened.data} onClose={person ? () => setPerson(false) : undefined} />}
      {person && <SheetShade onClose={() => setPerson(false)} />}
    </div>
  );
}

function SheetShade({ onClose }: { onClose: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  return <div ref={place} className="shade sheet-shade" onClick={onClose} />;
}

function LaterText({ until }: { until: Date | undefined }) {
  return <>{t("conversations.did_later", { when: until ? `${weekday(until)}, ${clock(until)}` : "" })}</>;
}
