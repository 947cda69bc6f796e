import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link, Route, Switch, useSearchParams } from "wouter";
import { get } from "../../api/client.ts";
import type { SourcesView, SourceView } from "../../api/types.ts";
import { useOpened } from "../../parts/opened.ts";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { ago, useClock } from "../../parts/time.ts";
import { capital, inWords, t, told } from "../../texts/index.ts";
import { AddSource } from "./AddSource.tsx";
import { fact } from "./facts.ts";
import { GoesOut } from "./GoesOut.tsx";
import { Health } from "./Health.tsx";
import { Proposals } from "./Proposals.tsx";
import { SourceSide } from "./SourceSide.tsx";
import { Strip } from "./Strip.tsx";
import "./sources.css";

/** Every connection, how it is, and what it is blind to. */
export default function SourcesPage() {
  return (
    <Switch>
      <Route path="/sources/add">
        <AddSource />
      </Route>
      <Route>
        <SourceList />
      </Route>
    </Switch>
  );
}

export function useSources() {
  return useQuery({
    queryKey: ["sources"],
    queryFn: ({ signal }) => get<SourcesView>("/sources", {}, signal),
    select: (page) => page.sources,
    refetchInterval: 15_000,
  });
}

function headline(sources: SourceView[]): string {
  if (sources.length === 0) return t("sources.none");
  const deaf = sources.filter((source) => source.state === "deaf").length;
  const slow = sources.filter((source) => source.state === "slow").length;
  const n = sources.length;
  return capital(t("sources.title", { n, words: inWords(n), state: stateOf(n, deaf, slow) }));
}

function stateOf(all: number, deaf: number, slow: number): string {
  if (deaf > 0) return all === 1 ? t("sources.oneDeaf") : t("sources.deafN", { n: deaf, words: inWords(deaf) });
  if (slow > 0) return all === 1 ? t("sources.oneSlow") : t("sources.slowN", { n: slow, words: inWords(slow) });
  return t("sources.allWell", { n: all });
}

function dek(sources: SourceView[]): string {
  if (sources.length === 0) return t("sources.noneDek");
  const worst = sources.find((source) => source.error);
  return worst?.error ? t("sources.dekFault", { name: worst.name, what: told(worst.error.what) }) : t("sources.dekWell");
}

const RANK = { deaf: 0, slow: 1, well: 2, resting: 3 };

function SourceList() {
  const sources = useSources();
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<string | null>(search.get("source"));
  const all = [...(sources.data ?? [])].sort((a, b) => RANK[a.state] - RANK[b.state] || a.name.localeCompare(b.name));
  const opened = useOpened(chosen, all, ([one]) => one);
  const side = useRef<HTMLElement>(null);
  // Where the facts stand under the list, one would not see that they changed.
  const choose = (id: string) => {
    setChosen(id);
    if (window.matchMedia("(max-width: 1099px)").matches) side.current?.scrollIntoView({ block: "start" });
  };
  return (
    <div className="cols sources-cols">
      <div className="sources-main">
        <div className="sources-head">
          <div>
            <h1>{sources.data ? headline(all) : t("sources.plain")}</h1>
            <p className="dek">{sources.data ? dek(all) : t("sources.dekWell")}</p>
          </div>
          <Link className="btn go" href="/sources/add">
            {t("sources.add")}
          </Link>
        </div>
        <Proposals />
        {sources.isError && <ErrorNote error={sources.error} onRetry={() => void sources.refetch()} />}
        {sources.isPending && <Loading />}
        {all.length > 0 && <SourceTable sources={all} opened={opened?.id ?? null} onOpen={choose} />}
        <GoesOut />
      </div>
      <aside className="side pane" ref={side} aria-label={opened?.name ?? t("sources.facts")}>
        {opened ? <SourceSide source={opened} key={opened.id} /> : <p className="small q">{t(all.length === 0 ? "sources.pickNone" : "sources.pick")}</p>}
      </aside>
    </div>
  );
}

interface SourceTableProps {
  sources: SourceView[];
  opened: string | null;
  onOpen: (id: string) => void;
}

function SourceTable({ sources, opened, onOpen }: SourceTableProps) {
  const now = useClock(5);
  return (
    <table className="sources-table">
      <thead>
        <tr>
          <th className="state">{t("sources.col.hears")}</th>
          <th>{t("sources.col.source")}</th>
          <th className="mid strip">{t("sources.col.words")}</th>
          <th className="last">{t("sources.col.last")}</th>
          <th className="wide quota">{t("sources.col.quota")}</th>
          <th className="wide r month">{t("sources.col.month")}</th>
          <th className="wide blind">{t("sources.col.blind")}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr
            key={source.id}
            className={[source.id === opened && "on", source.state].filter(Boolean).join(" ")}
            onClick={() => onOpen(source.id)}
          >
            <td>
              <Health of={source.state} />
            </td>
            <td className="source-name">
              <button type="button" className="bare-name" title={source.name} aria-pressed={source.id === opened} onClick={() => onOpen(source.id)}>
                {source.name}
              </button>
              <span className="tiny qq" title={source.detail}>{(source.detail || source.channelName).replace(/^https?:\/\//, "")}</span>
            </td>
            <td className="mid">
              <Strip source={source} />
            </td>
            <td>
              {source.lastHeardAt ? ago(source.lastHeardAt, now) : t("sources.never")}
              <br />
              <span className="tiny qq">{source.webhookUrl ? t("sources.pushed") : source.lastSuccessAt && t("sources.checked", { ago: ago(source.lastSuccessAt, now) })}</span>
            </td>
            <td className="wide">
              <span className="two">{fact(source.kind, "quota", source.quota ?? t("sources.noQuota"))}</span>
            </td>
            <td className="wide r">{fact(source.kind, "price", source.month)}</td>
            <td className="wide">
              <span className="two">{fact(source.kind, "blind", source.facts.blindTo)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
