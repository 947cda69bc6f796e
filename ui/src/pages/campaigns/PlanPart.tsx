import { useState, type FormEvent } from "react";
import { Link } from "wouter";
import { put } from "../../api/client.ts";
import { useMembers } from "../../api/queries.ts";
import { Layer } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { toggled } from "../../parts/lists.ts";
import { ErrorNote } from "../../parts/states.tsx";
import { currentZone, when } from "../../parts/time.ts";
import { number, t } from "../../texts/index.ts";
import { useTopics } from "../topics/index.tsx";
import { amount, day, money, typedAmount, useDeed, useVehicles } from "./api.ts";
import type { CampaignView, PlannedCost } from "./records.ts";

/** The brief: why it is done at all, then the plan. */
export function PlanPart({ campaign }: { campaign: CampaignView }) {
  const [editing, setEditing] = useState(false);
  const { brief } = campaign;
  return (
    <>
      <section className="block">
        <Head title={t("campaigns.why")} sub={t("campaigns.briefFirst")} />
        {brief.why ? <p className="voice">{brief.why}</p> : <p className="small q">{t("campaigns.noWhy")}</p>}
        <p className="tiny qq">
          {campaign.owner?.name ? `${campaign.owner.name}, ` : ""}
          {when(campaign.madeAt)}. {brief.theme && <Link href="/strategy">{t("campaigns.bornFrom")}</Link>}{" "}
          {brief.quotes.length > 0 && t("campaigns.quotes", { n: brief.quotes.length })}
        </p>
      </section>
      <section className="block">
        <Head
          title={t("campaigns.plan")}
          thin
          act={
            <button type="button" className="link" onClick={() => setEditing(true)}>
              {t("campaigns.change")}
            </button>
          }
        />
        <dl className="kv">
          <Rows campaign={campaign} />
        </dl>
      </section>
      <Layer open={editing} onClose={() => setEditing(false)} label={t("campaigns.plan")} className="dlg wide">
        <Edit campaign={campaign} onClose={() => setEditing(false)} />
      </Layer>
    </>
  );
}

function Rows({ campaign }: { campaign: CampaignView }) {
  const { brief, money: book } = campaign;
  const vehicles = useVehicles(campaign.id, brief.audienceQuery);
  const set = (book.budget?.minor ?? 0) - book.left.minor;
  const not = vehicles.data?.rows.find((row) => row.source === vehicles.data.notThis);
  const names = brief.vehicles.map((one) => vehicles.data?.rows.find((row) => row.source === one.source)?.name ?? "").filter(Boolean);
  return (
    <>
      <dt>{t("campaigns.goal")}</dt>
      <dd>
        {brief.aim || t("campaigns.open")}
        {brief.aimNumber !== null && `, ${t("campaigns.people", { n: brief.aimNumber })}`}
        {brief.aimBy && `, ${t("campaigns.by", { day: day(brief.aimBy) })}`}
      </dd>
      <dt>{t("campaigns.whom")}</dt>
      <dd>
        {brief.audienceQuery ? (
          <>
            {vehicles.data?.enough && (
              <>
                <Link className="num" href={`/listen?q=${encodeURIComponent(brief.audienceQuery)}`}>
                  {number(vehicles.data.people)}
                </Link>{" "}
              </>
            )}
            {vehicles.data && !vehicles.data.enough ? t("campaigns.few") : t("campaigns.whoSaid")} <span className="mono small">{brief.audienceQuery}</span>
          </>
        ) : (
          t("campaigns.open")
        )}
      </dd>
      <dt>{t("campaigns.words")}</dt>
      <dd>{brief.message ? `“${brief.message}”` : t("campaigns.open")}</dd>
      {brief.proof && (
        <>
          <dt>{t("campaigns.proof")}</dt>
          <dd>{brief.proof}</dd>
        </>
      )}
      <dt>{t("campaigns.where")}</dt>
      <dd>
        {names.join(", ") || t("campaigns.open")}
        {not && (
          <span className="qq">
            {"; "}
            {t("campaigns.notThis", { name: not.name, n: not.people ?? 0, of: vehicles.data?.people ?? 0 })}
          </span>
        )}
      </dd>
      <dt>{t("campaigns.money")}</dt>
      <dd>
        {book.budget ? (
          <>
            <b>{money({ minor: set, currency: book.currency })}</b> {t("campaigns.ofBudget", { budget: money(book.budget) })}
            {book.planned.length > 0 && `: ${book.planned.map((one) => `${one.what} ${money(one.amount)}`).join(", ")}`}
            <span className="track campaign-track">
              <i style={{ width: `${book.budget.minor ? Math.min(100, (set / book.budget.minor) * 100) : 0}%` }} />
            </span>
          </>
        ) : (
          t("campaigns.open")
        )}
      </dd>
      <dt>{t("campaigns.hours")}</dt>
      <dd>{brief.hours ? t("campaigns.nHours", { n: brief.hours }) : t("campaigns.open")}</dd>
      <dt>{t("campaigns.measured")}</dt>
      <dd>{brief.measuredBy || t("campaigns.open")}</dd>
      {brief.risks && (
        <>
          <dt>{t("campaigns.risks")}</dt>
          <dd>{brief.risks}</dd>
        </>
      )}
    </>
  );
}

type Words = "name" | "why" | "aim" | "audienceQuery" | "message" | "proof" | "measuredBy" | "risks";
const WORDS: { field: Words; label: `campaigns.${string}`; rows: number }[] = [
  { field: "why", label: "campaigns.why", rows: 2 },
  { field: "aim", label: "campaigns.aim", rows: 1 },
  { field: "audienceQuery", label: "campaigns.audience", rows: 1 },
  { field: "message", label: "campaigns.message", rows: 2 },
  { field: "proof", label: "campaigns.proof", rows: 1 },
  { field: "measuredBy", label: "campaigns.measured", rows: 1 },
  { field: "risks", label: "campaigns.risks", rows: 2 },
];

function Edit({ campaign, onClose }: { campaign: CampaignView; onClose: () => void }) {
  const { brief } = campaign;
  const begun = campaign.startedAt !== null;
  const members = useMembers();
  const topics = useTopics();
  const vehicles = useVehicles(campaign.id, brief.audienceQuery);
  const [words, setWords] = useState<Record<Words, string>>({ name: campaign.name, ...pick(brief) });
  const [owner, setOwner] = useState(campaign.owner?.id ?? "");
  const [people, setPeople] = useState(brief.aimNumber === null ? "" : String(brief.aimNumber));
  const [by, setBy] = useState(brief.aimBy ?? "");
  const [zone, setZone] = useState(campaign.startsAt ? campaign.zone : currentZone());
  const [starts, setStarts] = useState(campaign.startsLocal.slice(0, 16));
  const [ends, setEnds] = useState(campaign.endsLocal.slice(0, 16));
  const [currency, setCurrency] = useState(campaign.money.currency);
  const [budget, setBudget] = useState(campaign.money.budget ? typedAmount(campaign.money.budget) : "");
  const [plans, setPlans] = useState(brief.plans.map((plan) => `${plan.what}: ${typedAmount(plan.amount)}`).join("\n"));
  const [hours, setHours] = useState(brief.hours ? String(brief.hours) : "");
  const [chosen, setChosen] = useState(brief.vehicles.map((one) => one.source));
  const [about, setAbout] = useState(campaign.topics);
  const planned = readPlans(plans, currency);
  const cap = budget === "" ? null : amount(budget, currency);
  const wrongMoney = (budget !== "" && cap === null) || planned === null;
  const save = useDeed(
    () =>
      put(`/campaigns/${campaign.id}`, {
        ...words,
        ...(owner ? { owner } : {}),
        ...(people ? { aimNumber: Number(people) } : {}),
        ...(by ? { aimBy: by } : {}),
        ...(begun ? {} : times(campaign, zone, starts, ends)),
        ...(cap ? { budget: cap } : {}),
        clear: [...(people ? [] : ["aimNumber"]), ...(by ? [] : ["aimBy"]), ...(budget === "" ? ["budget"] : [])],
        plans: planned ?? [],
        hours: Number(hours) || 0,
        vehicles: chosen.map((source) => brief.vehicles.find((one) => one.source === source) ?? { source, how: "", cost: null }),
        topics: about,
      }),
    onClose,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="campaign-form two" onSubmit={submit}>
      <h2>{t("campaigns.plan")}</h2>
      <label className="field">
        <span>{t("campaigns.name")}</span>
        <input className="inp" value={words.name} onChange={(event) => setWords({ ...words, name: event.target.value })} />
      </label>
      <label className="field">
        <span>{t("campaigns.owner")}</span>
        <select className="inp" value={owner} onChange={(event) => setOwner(event.target.value)}>
          {owner === "" && <option value="" />}
          {members.data?.map((member) => (
            <option value={member.id} key={member.id}>
              {member.name}
            </option>
          ))}
        </select>
      </label>
      {WORDS.map(({ field, label, rows }) => (
        <label className="field" key={field}>
          <span>{t(label as "campaigns.why")}</span>
          <textarea className={field === "audienceQuery" ? "inp mono" : "inp"} rows={rows} value={words[field]} onChange={(event) => setWords({ ...words, [field]: event.target.value })} />
        </label>
      ))}
      <label className="field">
        <span>{t("campaigns.aimNumber")}</span>
        <input className="inp" type="number" min={1} value={people} onChange={(event) => setPeople(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("campaigns.aimBy")}</span>
        <input className="inp" type="date" value={by} onChange={(event) => setBy(event.target.value)} />
      </label>
      {!begun && (
        <>
          <label className="field">
            <span>{t("campaigns.starts")}</span>
            <input className="inp" type="datetime-local" value={starts} onChange={(event) => setStarts(event.target.value)} />
          </label>
          <label className="field">
            <span>{t("campaigns.ends")}</span>
            <input className="inp" type="datetime-local" value={ends} onChange={(event) => setEnds(event.target.value)} />
          </label>
          <label className="field">
            <span>{t("campaigns.zone")}</span>
            <input className="inp" value={zone} onChange={(event) => setZone(event.target.value)} placeholder="Europe/London" />
          </label>
        </>
      )}
      <label className="field">
        <span>{t("campaigns.hours")}</span>
        <input className="inp" type="number" min={0} value={hours} onChange={(event) => setHours(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("campaigns.budget")}</span>
        <span className="campaign-amount">
          <input className="inp" inputMode="decimal" value={budget} onChange={(event) => setBudget(event.target.value)} />
          <input className="inp" aria-label={t("campaigns.currency")} value={currency} maxLength={3} onChange={(event) => setCurrency(event.target.value.toUpperCase())} />
        </span>
      </label>
      <label className="field">
        <span>
          {t("campaigns.plans")} <span className="hint">{t("campaigns.plansHint")}</span>
        </span>
        <textarea className="inp" rows={3} value={plans} onChange={(event) => setPlans(event.target.value)} placeholder="samples: 49.00" />
      </label>
      <fieldset className="campaign-ticks">
        <legend className="lab">{t("campaigns.where")}</legend>
        {vehicles.data?.rows.map((row) => (
          <Tick key={row.source} label={row.name} on={chosen.includes(row.source)} onChange={() => setChosen(toggled(chosen, row.source))} />
        ))}
        {!vehicles.data && <p className="tiny qq">{t("campaigns.whereLater")}</p>}
      </fieldset>
      <fieldset className="campaign-ticks">
        <legend className="lab">{t("campaigns.topics")}</legend>
        {topics.data?.map((topic) => (
          <Tick key={topic.id} label={topic.name} on={about.includes(topic.id)} onChange={() => setAbout(toggled(about, topic.id))} />
        ))}
      </fieldset>
      <div className="campaign-form-end">
        {wrongMoney && <p className="small negative">{t("campaigns.wrongMoney")}</p>}
        {save.isError && <ErrorNote error={save.error} />}
        <div className="deeds">
          <button type="button" className="btn" onClick={onClose}>
            {t("words.close")}
          </button>
          <button type="submit" className="btn go" disabled={save.isPending || wrongMoney}>
            {t("campaigns.save")}
          </button>
        </div>
      </div>
    </form>
  );
}

function Tick({ label, on, onChange }: { label: string; on: boolean; onChange: () => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={onChange} />
      <span>{label}</span>
    </label>
  );
}

function pick(brief: CampaignView["brief"]) {
  const { why, aim, audienceQuery, message, proof, measuredBy, risks } = brief;
  return { why, aim, audienceQuery, message, proof, measuredBy, risks };
}

/** Only what was moved is sent: an hour that has passed meanwhile is no mistake of now. */
function times(campaign: CampaignView, zone: string, starts: string, ends: string) {
  return {
    ...(zone !== campaign.zone ? { zone } : {}),
    ...(starts !== campaign.startsLocal.slice(0, 16) ? { startsAt: starts } : {}),
    ...(ends !== campaign.endsLocal.slice(0, 16) ? { endsAt: ends } : {}),
  };
}

/** A line a thing, as `samples: 49.00`; null where a line is none. */
function readPlans(typed: string, currency: string): PlannedCost[] | null {
  if (!/^[A-Z]{3}$/.test(currency)) return null;
  const plans: PlannedCost[] = [];
  for (const line of typed.split("\n").filter((one) => one.trim() !== "")) {
    const colon = line.lastIndexOf(":");
    const cost = colon > 0 ? amount(line.slice(colon + 1), currency) : null;
    if (!cost) return null;
    plans.push({ what: line.slice(0, colon).trim(), amount: cost });
  }
  return plans;
}
