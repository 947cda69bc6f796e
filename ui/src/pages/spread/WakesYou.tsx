import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, post, remove as erase } from "../../api/client.ts";
import { AskedDeed } from "../../parts/AskedDeed.tsx";
import { listed } from "../../parts/lists.ts";
import { ErrorNote } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { Unfold } from "../../parts/Unfold.tsx";
import { number, percent, t } from "../../texts/index.ts";
import { useTopics } from "../topics/index.tsx";
import { whom } from "./AlarmPart.tsx";
import type { TalesView, WatchRule, WatchTry } from "./records.ts";

/** The rules: what wakes whom, and what it would have done over the last four weeks. */
export function WakesYou({ topics }: { topics: TalesView["topics"] }) {
  const rules = useQuery({
    queryKey: ["watch"],
    queryFn: ({ signal }) => get<{ rules: WatchRule[] }>("/watch/rules", {}, signal),
    select: (page) => page.rules,
  });
  return (
    <section className="spread-pad wakes" aria-labelledby="wakes">
      <h2 id="wakes">{t("watch.title")}</h2>
      {rules.isError && <ErrorNote error={rules.error} />}
      {rules.data?.length === 0 && <p className="small q">{t("watch.none")}</p>}
      <ul className="small">
        {rules.data?.map((rule) => (
          <Rule rule={rule} key={rule.id} />
        ))}
      </ul>
      <Unfold
        button={(opens) => (
          <button type="button" className="btn s" {...opens}>
            {t("watch.add")}
          </button>
        )}
      >
        {(close) => <NewRule onDone={close} />}
      </Unfold>
      {topics.length > 0 && <p className="tiny qq tale-record">{t("watch.toldOn", { names: topics.map((topic) => topic.name).join(", ") })}</p>}
    </section>
  );
}

function inWords(rule: WatchRule): string {
  return rule.what === "burst" ? t("watch.burst") : t("watch.pass", { line: rule.line ?? 0, chance: percent(rule.chance ?? 0) });
}

function steps(rule: WatchRule): string {
  return rule.steps
    .map((step) => {
      const to = step.to.map(whom).join(", ");
      return step.afterSeconds === 0 ? t("watch.atOnce", { to }) : t("watch.after", { minutes: number(step.afterSeconds / 60, 1), to });
    })
    .join("; ");
}

function Rule({ rule }: { rule: WatchRule }) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ["watch"] });
  const test = useMutation({
    mutationFn: () => post(`/watch/rules/${rule.id}/test`, {}),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["alarms"] });
      toast(t("watch.tested"));
    },
  });
  const remove = useMutation({ mutationFn: () => erase(`/watch/rules/${rule.id}`), onSuccess: again });
  const tried = useMutation({ mutationFn: () => post<WatchTry>("/watch/rules/try", { topicId: rule.topicId, days: 28 }) });
  return (
    <li className="rule">
      <b>{rule.topic}</b>: {inWords(rule)}
      <br />
      <span className="q">{steps(rule)}</span>
      <span className="rule-deeds">
        <button type="button" className="link" disabled={test.isPending} onClick={() => test.mutate()}>
          {t("watch.sendTest")}
        </button>
        {rule.what === "burst" && (
          <button type="button" className="link" disabled={tried.isPending} onClick={() => tried.mutate()}>
            {t("watch.try")}
          </button>
        )}
        <AskedDeed className="link" deed={t("watch.remove")} label={t("watch.removeOf", { topic: rule.topic })} disabled={remove.isPending} title={t("watch.removeTitle", { topic: rule.topic })} onDeed={() => remove.mutate()}>
          {t("watch.removeText")}
        </AskedDeed>
      </span>
      {tried.data && (
        <span className="q" role="status">
          {t("watch.would", { n: tried.data.would.length, days: tried.data.days })}
          {tried.data.would.length > 0 && ` ${tried.data.would.slice(0, 5).map((one) => when(one.at)).join("; ")}${tried.data.would.length > 5 ? " …" : ""}`}
        </span>
      )}
      {[test, remove, tried].map((one, i) => one.isError && <ErrorNote error={one.error} key={i} />)}
    </li>
  );
}

function NewRule({ onDone }: { onDone: () => void }) {
  const topics = useTopics();
  const client = useQueryClient();
  const [topic, setTopic] = useState("");
  const [what, setWhat] = useState<WatchRule["what"]>("burst");
  const [line, setLine] = useState("250");
  const [chance, setChance] = useState("20");
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [minutes, setMinutes] = useState("5");
  const add = useMutation({
    mutationFn: () => {
      const given = [
        { afterSeconds: 0, to: listed(first) },
        { afterSeconds: Math.round(Number(minutes) * 60), to: listed(second) },
      ].filter((step) => step.to.length > 0);
      return post<WatchRule>("/watch/rules", {
        topicId: topic || topics.data?.[0]?.id,
        what,
        ...(what === "pass" ? { line: Number(line), chance: Number(chance) / 100 } : {}),
        ...(given.length > 0 ? { steps: given } : {}),
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["watch"] });
      await client.invalidateQueries({ queryKey: ["tales"] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="rule-form" onSubmit={submit}>
      <label className="field">
        <span>{t("watch.topic")}</span>
        <select className="inp" value={topic} onChange={(event) => setTopic(event.target.value)}>
          {topics.data?.map((one) => (
            <option value={one.id} key={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("watch.what")}</span>
        <select className="inp" value={what} onChange={(event) => setWhat(event.target.value as WatchRule["what"])}>
          <option value="burst">{t("watch.whatBurst")}</option>
          <option value="pass">{t("watch.whatPass")}</option>
        </select>
      </label>
      {what === "pass" && (
        <>
          <label className="field">
            <span>{t("spread.line")}</span>
            <input className="inp" type="number" min={2} value={line} onChange={(event) => setLine(event.target.value)} />
          </label>
          <label className="field">
            <span>{t("watch.chance")}</span>
            <input className="inp" type="number" min={1} max={99} value={chance} onChange={(event) => setChance(event.target.value)} />
          </label>
        </>
      )}
      <label className="field">
        <span>
          {t("watch.first")} <span className="hint">{t("watch.toHint")}</span>
        </span>
        <input className="inp" value={first} onChange={(event) => setFirst(event.target.value)} placeholder="ruth@example.org, hook:telex" />
      </label>
      <label className="field">
        <span>{t("watch.second")}</span>
        <input className="inp" value={second} onChange={(event) => setSecond(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("watch.minutes")}</span>
        <input className="inp" type="number" min={0} step="any" value={minutes} onChange={(event) => setMinutes(event.target.value)} />
      </label>
      <p className="tiny qq">{t("watch.default")}</p>
      {add.isError && <ErrorNote error={add.error} />}
      <span className="rule-deeds">
        <button type="submit" className="btn s go" disabled={add.isPending}>
          {t("watch.make")}
        </button>
        <button type="button" className="btn s" onClick={onDone}>
          {t("watch.cancel")}
        </button>
      </span>
    </form>
  );
}
