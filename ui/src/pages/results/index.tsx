import { Link, Route, Switch, useLocation } from "wouter";
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
  const view = results.data;
  return (
    <div className="pad res-page">
      {results.isError && <ErrorNote error={results.error} onRetry={() => void results.refetch()} />}
      {results.isPending && <Loading />}
      {view && <Whole view={view} asked={asked} />}
    </div>
  );
}

function Whole({ view, asked }: { view: ResultsView; asked: Asked }) {
  const [title, dek] = headline(view);
  const nothing = view.heard.every((figure) => figure.value === 0) && view.campaigns.length === 0;
  const first = view.effects[0];
  return (
    <>
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
        <SendOn asked={asked} />
      </div>
      <Choose view={view} asked={asked} />
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
  const sure = effect.sure === "identified" && first.total > 0;
  const values = { low: plain(first.low), high: plain(first.high), days: number(first.days) };
  const how = by(effect.method, effect.n);
  if (!sure) return [t("results.headWeak"), `${t("results.dekWeak", values)} ${how}`];
  return [t("results.headGlad", { total: plain(first.total) }), `${t("results.dekGlad", values)} ${how}`];
}

/** Which campaign, and which days. */
function Choose({ view, asked }: { view: ResultsView; asked: Asked }) {
  const [, go] = useLocation();
  const to = (change: Partial<Asked>) => go(address("/results", { ...asked, ...change }));
  return (
    <form className="res-choose" onSubmit={(event) => event.preventDefault()}>
      <label className="field">
        <span>{t("results.of")}</span>
        <select className="inp" value={asked.campaign} onChange={(event) => to({ campaign: event.target.value, from: "", to: "" })}>
          <option value="">{t("results.everything")}</option>
          {view.campaigns.map((campaign) => (
            <option key={campaign.id} value={campaign.id}>
              {campaign.name}, {day(campaign.from)} – {day(campaign.to)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("results.from")}</span>
        <input className="inp" type="date" value={view.from} max={view.to} onChange={(event) => event.target.value && to({ from: event.target.value, to: view.to })} />
      </label>
      <label className="field">
        <span>{t("results.to")}</span>
        <input className="inp" type="date" value={view.to} min={view.from} onChange={(event) => event.target.value && to({ from: view.from, to: event.target.value })} />
      </label>
    </form>
  );
}
