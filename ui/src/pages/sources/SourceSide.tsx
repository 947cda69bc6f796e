import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post, remove } from "../../api/client.ts";
import type { SourceTestView, SourceView } from "../../api/types.ts";
import { Ask } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Notice } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { t, told } from "../../texts/index.ts";
import { fact } from "./facts.ts";
import { Health } from "./Health.tsx";

/** One source: its fault in plain words, what one can do, its facts, what happened. */
export function SourceSide({ source }: { source: SourceView }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const settle = () => client.invalidateQueries({ queryKey: ["sources"] });
  const act = useMutation({
    mutationFn: (deed: "poll" | "pause" | "resume") => post<SourceView>(`/sources/${source.id}/${deed}`),
    onSuccess: (_, deed) => {
      if (deed === "poll") toast(t("sources.asked", { name: source.name }));
      return settle();
    },
  });
  const test = useMutation({
    mutationFn: () => post<SourceTestView>(`/sources/${source.id}/test`),
    onSuccess: ({ good, heard, error }) => {
      toast(good ? t("sources.tested", { n: heard }) : t("sources.testFailed", { why: error ? told(error) : source.name }));
      return settle();
    },
  });
  const drop = useMutation({ mutationFn: () => remove(`/sources/${source.id}`), onSuccess: settle });
  const pulls = source.webhookUrl === null;
  return (
    <>
      <div className="block">
        <Head title={source.name} act={<Health of={source.state} />} />
        {source.error && (
          <Notice fault>
            <b>{told(source.error.what)}</b> {t("sources.since", { at: when(source.error.since) })}.{" "}
            {t("sources.safe", { safe: told(source.error.safe) })} {told(source.error.wayOut)}{" "}
            {t(source.error.turn === "ours" ? "sources.turnOurs" : "sources.turnTheirs")}
          </Notice>
        )}
        <div className="source-deeds">
          {pulls && source.state !== "resting" && (
            <button type="button" className="btn" disabled={act.isPending} onClick={() => act.mutate("poll")}>
              {t("sources.poll")}
            </button>
          )}
          {pulls && (
            <button type="button" className="btn" disabled={test.isPending} onClick={() => test.mutate()}>
              {t("sources.test")}
            </button>
          )}
          <button
            type="button"
            className="btn"
            disabled={act.isPending}
            onClick={() => act.mutate(source.state === "resting" ? "resume" : "pause")}
          >
            {t(source.state === "resting" ? "sources.resume" : "sources.pause")}
          </button>
          <button type="button" className="btn quiet" onClick={() => setAsking(true)}>
            {t("sources.remove")}
          </button>
        </div>
        {act.isError && <ErrorNote error={act.error} />}
        {test.isError && <ErrorNote error={test.error} />}
        {drop.isError && <ErrorNote error={drop.error} />}
      </div>
      <Facts source={source} />
      <div className="block">
        <Head title={t("sources.happened")} level={3} thin />
        {source.happened.length === 0 && <p className="small q">{t("sources.happenedNone")}</p>}
        <ol className="small happened">
          {source.happened.map((event, i) => (
            <li key={`${event.at}-${i}`}>
              <time dateTime={event.at}>{when(event.at)}</time>
              <span>{told(event.text)}</span>
            </li>
          ))}
        </ol>
      </div>
      <Ask
        open={asking}
        onClose={() => setAsking(false)}
        title={t("sources.removeTitle", { name: source.name })}
        deed={t("sources.removeGo")}
        keep={t("sources.keep")}
        danger
        onDeed={() => drop.mutate()}
      >
        {t("sources.removeText")}
      </Ask>
    </>
  );
}

function Facts({ source }: { source: SourceView }) {
  const rows: [string, string][] = [
    [t("sources.sees"), fact(source.kind, "hears", source.facts.sees)],
    [t("sources.blind"), fact(source.kind, "blind", source.facts.blindTo)],
    [t("sources.mayAnswer"), fact(source.kind, "answer", source.facts.mayAnswer)],
    [t("sources.mayKeep"), fact(source.kind, "keep", source.facts.mayKeep)],
    [t("sources.mayLink"), fact(source.kind, "link", source.facts.mayLink)],
    [t("sources.price"), fact(source.kind, "price", source.facts.price)],
    [t("sources.keeps"), t(source.everything ? "sources.everything" : "sources.matching")],
  ];
  return (
    <div className="block">
      <Head title={t("sources.facts")} level={3} thin />
      <dl className="kv">
        {rows.map(([name, fact]) => (
          <div className="contents-of" key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
        {source.webhookUrl && (
          <div className="contents-of">
            <dt>{t("sources.webhookUrl")}</dt>
            <dd className="hash">{source.webhookUrl}</dd>
          </div>
        )}
      </dl>
      {source.loopback && <p className="tiny qq">{t("sources.loopback")}</p>}
    </div>
  );
}
