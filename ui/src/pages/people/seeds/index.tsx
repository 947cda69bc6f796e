import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useLocation, useParams } from "wouter";
import { get } from "../../../api/client.ts";
import { Evidence } from "../../../parts/Evidence.tsx";
import { ErrorNote, Loading } from "../../../parts/states.tsx";
import { when } from "../../../parts/time.ts";
import { Unfolded, useUnfold } from "../../../parts/Unfold.tsx";
import { capital, inWords, number, percent, t, tMaybe } from "../../../texts/index.ts";
import { PeopleViews } from "../ThanksPages.tsx";
import { SeedForm } from "./SeedForm.tsx";
import { SeedNet } from "./SeedNet.tsx";
import { SeedTake } from "./SeedTake.tsx";
import { Whisker } from "./Whisker.tsx";
import type { SeedPlan } from "./records.ts";
import "../people.css";
import "./seeds.css";

/** Whom to ask to hear first: a new choice, or one that was made. */
export default function SeedsPage() {
  const { plan } = useParams<{ plan?: string }>();
  return plan ? <Made id={plan} key={plan} /> : <Choose />;
}

function Choose() {
  const [, go] = useLocation();
  const plans = useQuery({ queryKey: ["seeds", "all"], queryFn: ({ signal }) => get<{ plans: SeedPlan[] }>("/seeds", {}, signal), select: (page) => page.plans });
  return (
    <div className="people-main">
      <PeopleViews here="/people/seeds" />
      <h1>{t("seeds.title")}</h1>
      <p className="dek">{t("seeds.dek")}</p>
      <SeedForm onMade={(plan) => go(`/people/seeds/${plan.id}`)} />
      {plans.isError && <ErrorNote error={plans.error} />}
      {plans.data && plans.data.length > 0 && (
        <section className="block">
          <div className="head">
            <h2>{t("seeds.before")}</h2>
          </div>
          <ul className="seed-plans">
            {plans.data.map((plan) => (
              <li key={plan.id}>
                <Link href={`/people/seeds/${plan.id}`}>{headline(plan)}</Link>{" "}
                <span className="small qq">
                  {when(plan.madeAt)}, {plan.madeBy}
                  {plan.topic && `, ${plan.topic}`}
                  {plan.campaignId && `, ${t("seeds.takenShort")}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function headline(plan: SeedPlan): string {
  return capital(t("seeds.headline", { n: plan.people.length, words: inWords(plan.people.length), reach: number(plan.reach.middle) }));
}

function Made({ id }: { id: string }) {
  const [, go] = useLocation();
  const form = useUnfold<"change">();
  const found = useQuery({ queryKey: ["seeds", id], queryFn: ({ signal }) => get<SeedPlan>(`/seeds/${id}`, {}, signal), staleTime: 60_000 });
  const plan = found.data;
  if (!plan) return <div className="people-main">{found.isError ? <ErrorNote error={found.error} /> : <Loading />}</div>;
  return (
    <div className="cols seed-cols">
      <div className="seed-main">
        <p className="small qq">
          <Link href="/people/seeds">{t("seeds.title")}</Link>
        </p>
        <h1>{headline(plan)}</h1>
        <p className="dek">
          {t("seeds.sentence", { reach: number(plan.reach.middle) })} <span className="range">{t("seeds.range", { low: number(plan.reach.low), high: number(plan.reach.high) })}</span>{" "}
          {t("seeds.ofAll", { of: number(plan.of) })} {plan.guarantee > 0 && plan.guarantee < 1 && t("seeds.proven", { words: inWords(plan.people.length), more: percent(1 / plan.guarantee - 1) })}
        </p>
        <Conditions plan={plan}>
          {!plan.campaignId && (
            <button type="button" className="link small" {...form.opens("change")}>
              {t("seeds.change")}
            </button>
          )}
        </Conditions>
        {form.open && (
          <Unfolded>
            <SeedForm from={plan} onMade={(made) => go(`/people/seeds/${made.id}`)} onCancel={form.close} />
          </Unfolded>
        )}
        <Chosen plan={plan} />
        <LeftOut plan={plan} />
      </div>
      <div className="side seed-side">
        <SeedNet plan={plan.id} />
        <Beside plan={plan} />
        <SeedTake plan={plan} />
      </div>
    </div>
  );
}

function Conditions({ plan, children }: { plan: SeedPlan; children: ReactNode }) {
  const n = plan.people.length;
  return (
    <p className="seed-conditions">
      <span className="tag">{plan.each ? t("seeds.samples", { n, each: plan.each, total: plan.total ?? "" }) : t("seeds.peopleOf", { n })}</span>
      <span className="tag">{plan.topic ? t("seeds.spokeOf", { topic: plan.topic }) : t("seeds.everybody")}</span>
      <span className="tag">{t("seeds.since", { n: plan.days })}</span>
      <span className="tag">{plan.leftOutInAll === 0 ? t("seeds.leavesOwn") : t("seeds.leaves", { n: plan.leftOutInAll })}</span>
      {children}
    </p>
  );
}

function Chosen({ plan }: { plan: SeedPlan }) {
  const most = Math.max(...plan.people.map((one) => one.gain.high), 1);
  return (
    <table className="seed-table">
      <thead>
        <tr>
          <th className="r">{t("seeds.col_no")}</th>
          <th>{t("seeds.col_who")}</th>
          <th className="mid">{t("seeds.col_among")}</th>
          <th className="r mid">{t("seeds.col_hear")}</th>
          <th>{t("seeds.col_adds")}</th>
          <th className="r">{t("seeds.col_together")}</th>
        </tr>
      </thead>
      <tbody>
        {plan.people.map((one) => (
          <tr key={one.person.id}>
            <td className="r qq tab">{one.number}</td>
            <td>
              <Link href={`/people/${one.person.id}`}>
                <b>
                  <bdi>{one.person.name || t("seeds.gone")}</bdi>
                </b>
              </Link>
              {one.heldBack && <span className="tag seed-held">{t("seeds.heldBack")}</span>}
              {one.sharedWith && one.shared > 0 && (
                <>
                  <br />
                  <span className="tiny qq">{t("seeds.shares", { n: one.shared, name: one.sharedWith.name })}</span>
                </>
              )}
            </td>
            <td className="q mid">{one.among}</td>
            <td className="r mid tab">{one.newest ? <Evidence n={one.hear} what={t("seeds.hearWhat", { n: one.hear, name: one.person.name })} ids={[one.newest]} href={`/people/${one.person.id}`} /> : number(one.hear)}</td>
            <td>
              <span className="seed-adds">
                <b className="tab">+{number(one.gain.middle, one.gain.middle < 10 ? 1 : 0)}</b>
                <Whisker reach={one.gain} most={most} width={130} />
              </span>
            </td>
            <td className="r tab">{number(one.together)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FIRST = 3;

function LeftOut({ plan }: { plan: SeedPlan }) {
  const heard = plan.leftOut.filter((one) => one.hear > 0);
  if (heard.length === 0) return null;
  const line = (one: SeedPlan["leftOut"][number]) => `${one.person.name} (${tMaybe(`seeds.why_${one.why.replace("-", "_")}`) ?? one.why})`;
  return (
    <div className="small q seed-left">
      <p>
        <b>{t("seeds.leftOut")}</b> {heard.slice(0, FIRST).map(line).join(", ")}.
      </p>
      {heard.length > FIRST && (
        <details>
          <summary>{t("seeds.moreLeft", { n: plan.leftOutInAll - FIRST })}</summary>
          <p>{heard.slice(FIRST).map(line).join(", ")}</p>
        </details>
      )}
    </div>
  );
}

function Beside({ plan }: { plan: SeedPlan }) {
  const most = Math.max(...plan.compared.map((one) => one.reach.high), 1);
  const n = plan.people.length;
  return (
    <section className="block">
      <div className="head">
        <h2>{t("seeds.beside")}</h2>
        <span className="sub">{t("seeds.besideSub", { of: number(plan.of) })}</span>
      </div>
      <div className="seed-cmp">
        {plan.compared.map((one) => (
          <div key={one.name} className={one.name === "chosen" ? "" : "q"}>
            <span>{capital(t(`seeds.by_${one.name.replace("-", "_") as "chosen"}`, { n, words: inWords(n) }))}</span>
            <Whisker reach={one.reach} most={most} width={150} quiet={one.name !== "chosen"} />
            <span className="r tab">
              <b>{number(one.reach.middle)}</b>{" "}
              <span className="tiny qq">
                {number(one.reach.low)}–{number(one.reach.high)}
              </span>
            </span>
          </div>
        ))}
      </div>
      <p className="tiny qq">{t("seeds.trials")}</p>
    </section>
  );
}
