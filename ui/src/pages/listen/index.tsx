import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { address, get, Problem } from "../../api/client.ts";
import { useLine, useLive } from "../../api/live.ts";
import { queries } from "../../api/queries.ts";
import type { MentionView, NewWordsView } from "../../api/types.ts";
import { useKeys } from "../../keys/keys.ts";
import { announce } from "../../parts/announce.tsx";
import { Cutting, useAnswer } from "../../parts/Cutting.tsx";
import { Evidence } from "../../parts/Evidence.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { QueryBox, type QueryFault } from "../../parts/QueryBox.tsx";
import { SignShape } from "../../parts/signs.tsx";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { dayOfYear } from "../../parts/time.ts";
import { usePageTitle } from "../../shell/title.ts";
import { number, t } from "../../texts/index.ts";
import { T } from "../../texts/T.tsx";
import { useBars, useMentions, useReadTo } from "./data.ts";
import { FilterPane } from "./FilterPane.tsx";
import { useFilters, type Sort } from "./filters.ts";
import { Export } from "./Export.tsx";
import { Histogram } from "./Histogram.tsx";
import { WhyPane } from "./WhyPane.tsx";
import "./listen.css";

const sorts: Sort[] = ["newest", "heard", "need"];

/** All that is said: filters, the words, and why each was judged as it was. */
export default function ListenPage() {
  usePageTitle(t("listen.title"));
  const { filters, change, clear } = useFilters();
  const mentions = useMentions(filters.params, filters.sort);
  const bars = useBars(filters.params);
  const [chosenId, setChosen] = useState<string | null>(null);
  const [columns, setColumns] = useState({ left: true, right: true });
  const [sheet, setSheet] = useState<"filters" | "why" | null>(null);
  const [corrected, setCorrected] = useState<Record<string, MentionView>>({});
  const list = useRef<HTMLOListElement>(null);
  const answer = useAnswer();

  const pages = mentions.data?.pages ?? [];
  const found = pages.flatMap((page) => page.mentions).map((mention) => corrected[mention.id] ?? mention);
  const head = pages[0];
  const chosen = found.find((mention) => mention.id === chosenId) ?? found[0];
  const fault = faultOf(mentions.error);

  const choose = (mention: MentionView | undefined) => {
    if (!mention) return;
    setChosen(mention.id);
    list.current?.querySelector(`[data-mention="${mention.id}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const walk = (by: number) => () => choose(found[found.findIndex((m) => m.id === chosen?.id) + by]);
  const why = (mention: MentionView) => {
    setChosen(mention.id);
    setColumns((c) => ({ ...c, right: true }));
    if (window.matchMedia("(max-width: 1279px)").matches) setSheet("why");
  };
  useKeys({
    j: walk(1),
    k: walk(-1),
    w: () => chosen && why(chosen),
    r: () => chosen && answer.mutate(chosen.id),
    Enter: () => chosen && answer.mutate(chosen.id),
    Escape: () => setSheet(null),
    "[": () => (window.matchMedia("(max-width: 1099px)").matches ? setSheet("filters") : setColumns((c) => ({ ...c, left: !c.left }))),
    "]": () => (window.matchMedia("(max-width: 1279px)").matches ? setSheet("why") : setColumns((c) => ({ ...c, right: !c.right }))),
  });

  const className = ["cols", "listen", !columns.left && "no-left", !columns.right && "no-right", sheet && `sheet-${sheet}`].filter(Boolean).join(" ");
  return (
    <div className={className}>
      <FilterPane filters={filters} facets={head?.facets} onChange={change} onClose={() => setSheet(null)} />
      <div className="middle">
        <div className="ask-room">
          <h1 className="vh">{t("listen.title")}</h1>
          <Question key={filters.query} query={filters.query} fault={fault} onAsk={(query) => change({ query })} />
          <div className="found-line">
            <p>
              {head && (
                <T
                  k={filters.from || filters.to ? "listen.found_between" : "listen.found"}
                  count={head.total}
                  n={<Evidence n={head.total} what={t("listen.total_what")} />}
                  people={<Evidence n={head.people} what={t("listen.people_what")} />}
                  from={filters.from ? dayOfYear(filters.from) : "…"}
                  to={filters.to ? dayOfYear(new Date(Date.parse(filters.to) - 1)) : t("listen.today")}
                />
              )}{" "}
              {(filters.from || filters.to) && (
                <button type="button" className="link small" onClick={() => change({ from: null, to: null })}>
                  {t("listen.all_time")}
                </button>
              )}
            </p>
            <span className="seg sorts" role="group" aria-label={t("listen.order")}>
              {sorts.map((sort) => (
                <button key={sort} type="button" aria-pressed={sort === filters.sort} onClick={() => change({ sort: sort === "newest" ? null : sort })}>
                  {t(`listen.sort_${sort}`)}
                </button>
              ))}
            </span>
          </div>
          {bars.data && bars.data.length > 0 && <Histogram bars={bars.data} from={filters.from} to={filters.to} onRange={(from, to) => change({ from, to })} />}
          <div className="stream-line">
            <Stream key={JSON.stringify([filters.params, filters.sort])} filters={filters.params} sort={filters.sort} onNew={() => list.current?.scrollTo(0, 0)} />
            <Legend />
            <button type="button" className="link small open-filters" onClick={() => setSheet("filters")}>
              {t("listen.filters")}
            </button>
            <Export href={(format) => address("/mentions/export", { ...filters.params, format })} />
          </div>
        </div>
        <ol className="stream" ref={list} tabIndex={0} aria-label={t("listen.mentions")} aria-busy={mentions.isFetching}>
          {mentions.error && !fault && <li className="pane"><ErrorNote error={mentions.error} onRetry={() => void mentions.refetch()} /></li>}
          {!head && !mentions.error && <li><Loading rows={5} /></li>}
          {found.map((mention) => (
            <li key={mention.id} data-mention={mention.id}>
              <Cutting mention={mention} chosen={mention.id === chosen?.id} onChoose={() => setChosen(mention.id)} onWhy={() => why(mention)} />
            </li>
          ))}
          {head && head.total === 0 && !fault && (
            <li>
              <Nothing costliest={head.costliest} asked={Object.values(filters.params).some((value) => value && String(value) !== "")} query={filters.query} onDrop={(query) => change({ query })} onClear={clear} />
            </li>
          )}
          {mentions.hasNextPage && (
            <li className="more">
              <button type="button" className="btn s" disabled={mentions.isFetchingNextPage} onClick={() => void mentions.fetchNextPage()}>
                {t("words.more")}
              </button>
            </li>
          )}
        </ol>
      </div>
      {!chosen && <aside className="side why" aria-label={t("listen.why_label")} />}
      {chosen && <WhyPane key={chosen.id} mention={chosen} onCorrected={(mention) => setCorrected((all) => ({ ...all, [mention.id]: mention }))} onClose={() => setSheet(null)} />}
      {sheet && <div className="sheet-shade" onClick={() => setSheet(null)} />}
    </div>
  );
}

function faultOf(error: Error | null): QueryFault | null {
  if (!(error instanceof Problem) || error.status !== 400) return null;
  const start = error.number("start");
  if (start === null) return null;
  return { message: error.detail || error.title, start, end: error.number("end") ?? start + 1, hint: error.text("hint") ?? "" };
}

function Question({ query, fault, onAsk }: { query: string; fault: QueryFault | null; onAsk: (query: string) => void }) {
  const [text, setText] = useState(query);
  const ask = () => onAsk(text.trim());
  return (
    <form
      className="ask"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <QueryBox value={text} onChange={setText} onSubmit={ask} label={t("listen.query")} placeholder={t("listen.query_example")} fault={text.trim() === query ? fault : null} />
      {text.trim() !== query ? (
        <button type="submit" className="btn s">
          {t("listen.ask")} <Kbd>↵</Kbd>
        </button>
      ) : (
        query && !fault && <Link className="btn s" href={`/topics/new?query=${encodeURIComponent(query)}`}>{t("listen.keep_topic")}</Link>
      )}
    </form>
  );
}

/** New words gather above the list and never push what one reads. */
function Stream({ filters, sort, onNew }: { filters: Parameters<typeof useMentions>[0]; sort: string; onNew: () => void }) {
  const [loadedAt, setLoadedAt] = useState(0);
  const [held, setHeld] = useState(false);
  const [fresh, setFresh] = useState(0);
  const line = useLine();
  const readTo = useReadTo(filters, sort, loadedAt);
  const asked = useRef(0);
  const look = async () => {
    if (held || readTo.data === undefined) return;
    const mine = ++asked.current;
    const view = await get<NewWordsView>("/mentions/new", { ...filters, since: readTo.data });
    if (mine !== asked.current) return;
    setFresh(view.count);
    if (view.count > 0) announce(t("listen.new_words", { n: view.count }));
  };
  const busy = useRef<number | undefined>(undefined);
  useLive("words", () => {
    busy.current ??= window.setTimeout(() => {
      busy.current = undefined;
      void look().catch(() => undefined);
    }, 900);
  });
  useEffect(() => () => window.clearTimeout(busy.current), []);
  const show = () => {
    if (fresh === 0) return;
    setFresh(0);
    setLoadedAt(Date.now());
    void queries.resetQueries({ queryKey: ["mentions"] });
    void queries.invalidateQueries({ queryKey: ["histogram"] });
    onNew();
  };
  useKeys({ ".": show, space: () => setHeld((is) => !is) });
  return (
    <>
      {fresh > 0 && (
        <button type="button" className="btn s" onClick={show}>
          {t("listen.new_words", { n: fresh })} <Kbd>.</Kbd>
        </button>
      )}
      <button type="button" className="live qq small" aria-pressed={held} onClick={() => setHeld((is) => !is)}>
        {held ? t("listen.held") : line ? t("listen.live") : t("listen.not_live")} <Kbd>space</Kbd> {t(held ? "listen.let_run" : "listen.hold")}
      </button>
    </>
  );
}

function Legend() {
  return (
    <span className="key">
      <span className="positive">
        <SignShape of="positive" size={9} />
        {t("words.positive").toLocaleLowerCase()}
      </span>
      <span>
        <i className="hollow" />
        {t("listen.hollow")}
      </span>
      <span className="negative">
        <SignShape of="negative" size={9} />
        {t("words.negative").toLocaleLowerCase()}
      </span>
    </span>
  );
}

interface NothingProps {
  costliest: { condition: string; without: number } | null;
  /** Whether anything was asked at all: else it is not the question that leaves nothing. */
  asked: boolean;
  query: string;
  onDrop: (query: string) => void;
  onClear: () => void;
}

/** A search without a hit names the condition that costs the most. */
function Nothing({ costliest, asked, query, onDrop, onClear }: NothingProps) {
  const without = costliest ? query.replace(costliest.condition, "").replace(/\s+/g, " ").trim() : "";
  const nothingYet = (
    <Empty lead={t("listen.nothing_yet")} act={<Link className="btn s" href="/sources/add">{t("shell.deed_source")}</Link>}>
      <T k="listen.nothing_yet_help" command={<span className="mono">./wordborne import</span>} />
    </Empty>
  );
  const droppable = costliest !== null && query.includes(costliest.condition);
  if (!asked) return nothingYet;
  return (
    <Empty
      lead={t("listen.nothing")}
      act={
        <button type="button" className="btn s" onClick={() => (droppable ? onDrop(without) : onClear())}>
          {t(droppable ? "listen.drop_it" : "listen.drop_all")}
        </button>
      }
    >
      {costliest && <T k="listen.without" condition={<b className="mono">{costliest.condition}</b>} n={number(costliest.without)} />}
    </Empty>
  );
}
