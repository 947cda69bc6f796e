import { useState, type FormEvent } from "react";
import { Link, Route, Switch, useLocation } from "wouter";
import { Problem } from "../../api/client.ts";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { number, t, told } from "../../texts/index.ts";
import { address, by, day, plain, useAsked, useResults, type Asked } from "./data.ts";
import { EffectPart, Placebos } from "./Effect.tsx";
import { Answered, Came, Cost, Heard, Talk, Voice } from "./Parts.tsx";
import type { ResultsView } from "./records.ts";
import { SendOn } from "./SendOn.tsx";
import { Beside, TypedIn } from "./Typed.tsx";
import { WordsPage } from "./Words.tsx";
import "./results.css";

/** What it did, or the words behind one of its numbers. */
export default function Results() {
  return (
    <Switch>
      <Route path="/results/words">
        <WordsPage />
      </Route>
      <Route>
        <ResultsPage />
      </Route>
    </Switch>
  );
}

function ResultsPage() {
  const asked = useAsked();
  const results = useResults(asked);
  const [last, setLast] = useState<ResultsView>();
  const view = results.data;
  if (view && view !== last) setLast(view);
  const refused = results.error instanceof Problem && results.error.status < 500;
  return (
    <div className="pad res-page">
      {results.isPending && <Loading />}
      {view && <Top view={view} asked={asked} />}
      {(view || results.isError) && <Choose campaigns={(view ?? last)?.campaigns ?? []} from={asked.from || view?.from || ""} to={asked.to || view?.to || ""} asked={asked} />}
      {results.isError && <ErrorNote error={results.error} onRetry={refused ? undefined : () => void results.refetch()} />}
      {view && <Whole view={view} />}
    </div>
  );
}

function Top({ view, asked }: { view: ResultsView; asked: Asked }) {
  const [title, dek] = headline(view);
  return (
    <div className="res-top">
      <div>
        <p className="small qq">
          {view.campaign ? (
            <>
              <Link href="/results">{t("results.crumb")}</Link> / {view.campaign.name}, {day(view.from)} – {day(view.to, true)}
            </>
          ) : (
            t("results.span", { from: day(view.from), to: day(view.to, true) })
          )}
        </p>
        <h1>{title}</h1>
        <p className="dek">{dek}</p>
      </div>
      <SendOn asked={asked} campaigns={view.campaigns} />
    </div>
  );
}

function Whole({ view }: { view: ResultsView }) {
  const nothing = view.heard.every((figure) => figure.value === 0) && view.campaigns.length === 0;
  const first = view.effects[0];
  return (
    <>
      {nothing ? (
        <Empty lead={t("results.nothing")}>{t("results.nothingHelp")}</Empty>
      ) : (
        <div className="res">
          <div>
            {view.campaign && <EffectPart effects={view.effects} campaign={view.campaign} />}
            <Heard view={view} />
            <Came view={view} />
            <Cost view={view} />
            <Beside view={view} />
          </div>
          <div>
            <Answered answered={view.answered} />
            <Voice voice={view.voice} />
            <Talk view={view} />
            {first && view.campaign && <Placebos one={first} name={view.campaign.name} />}
          </div>
        </div>
      )}
      <TypedIn view={view} />
    </>
  );
}

function headline(view: ResultsView): [string, string] {
  const first = view.effects[0];
  if (!view.campaign || !first) {
    const of = (key: string) => view.heard.find((figure) => figure.key === key)?.value ?? 0;
    return [t("results.headBrand", { n: of("people"), words: number(of("words")) }), t("results.dekBrand")];
  }
  const { effect } = first;
  if (first.total === null || first.low === null || first.high === null) return [t("results.headNone"), told(effect.why)];
  const total = plain(Math.abs(first.total));
  const values = { low: plain(first.low), high: plain(first.high), days: number(first.days) };
  const fewer = { low: plain(-first.high), high: plain(-first.low), days: values.days };
  const how = by(effect.method, effect.n);
  const words = effect.measure === "glad-words";
  if (effect.sure === "weak") return [t(words ? "results.headWeakWords" : "results.headWeak"), `${t(words ? "results.dekWeakWords" : "results.dekWeak", values)} ${how}`];
  if (first.total < 0) return [t(words ? "results.headFewerWords" : "results.headFewer", { total }), `${t(words ? "results.dekFewerWords" : "results.dekFewer", fewer)} ${how}`];
  return [t(words ? "results.headGladWords" : "results.headGlad", { total }), `${t(words ? "results.dekWords" : "results.dekGlad", values)} ${how}`];
}

interface ChooseProps {
  campaigns: ResultsView["campaigns"];
  from: string;
  to: string;
  asked: Asked;
}

/** Which campaign, and which days: days are asked for when they are typed to the end. */
function Choose({ campaigns, from, to, asked }: ChooseProps) {
  const [, go] = useLocation();
  const [typed, setTyped] = useState<Partial<Pick<Asked, "from" | "to">>>({});
  const days = { from: typed.from ?? from, to: typed.to ?? to };
  const choose = (campaign: string) => {
    setTyped({});
    go(address("/results", { campaign, from: "", to: "" }));
  };
  const ask = () => {
    setTyped({});
    const next = { from: days.from || from, to: days.to || to };
    if (next.from !== from || next.to !== to) go(address("/results", { ...asked, ...next }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask();
  };
  const field = (name: "from" | "to") => (
    <label className="field">
      <span>{t(`results.${name}`)}</span>
      <input className="inp" type="date" value={days[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} onBlur={ask} />
    </label>
  );
  return (
    <form className="res-choose" onSubmit={submit}>
      <label className="field">
        <span>{t("results.of")}</span>
        <select className="inp" value={asked.campaign} onChange={(event) => choose(event.target.value)}>
          <option value="">{t("results.everything")}</option>
          {campaigns.map((campaign) => (
            <option key={campaign.id} value={campaign.id}>
              {campaign.name}, {day(campaign.from)} – {day(campaign.to)}
            </option>
          ))}
        </select>
      </label>
      {field("from")}
      {field("to")}
      <button type="submit" className="vh" tabIndex={-1}>
        {t("results.show")}
      </button>
    </form>
  );
}
