import { Link } from "wouter";
import { First } from "../../parts/First.tsx";
import { Head } from "../../parts/Head.tsx";
import { when } from "../../parts/time.ts";
import { t } from "../../texts/index.ts";
import type { StrategyView } from "./records.ts";

/** What was decided, and what of it is due to be looked at again. */
export function Decisions({ view }: { view: StrategyView }) {
  return (
    <section className="block">
      <Head thin title={t("strategy.before")} sub={t("strategy.beforeSub")} />
      {view.decisions.length === 0 && <p className="small qq">{t("strategy.noDecision")}</p>}
      <First of={view.decisions} n={12}>
        {(decisions) => (
          <ol className="small dec">
            {decisions.map((one) => (
              <li key={one.id}>
                <time dateTime={one.at}>{when(one.at)}</time>
                <span>
                  <Link href={`/strategy?theme=${one.theme}`}>{one.name}</Link> <b>{t(`strategy.${one.answer}`)}</b>: {one.reason}{" "}
                  {one.due ? <b className="urgent">{t("strategy.due", { day: one.againOn })}</b> : <span className="qq">{t("strategy.lookAgain", { day: one.againOn })}</span>}
                </span>
              </li>
            ))}
          </ol>
        )}
      </First>
      {view.door && (
        <p className="small">
          <a href={view.door} target="_blank" rel="noopener noreferrer">
            {t("strategy.youSaid")}
          </a>
        </p>
      )}
    </section>
  );
}
