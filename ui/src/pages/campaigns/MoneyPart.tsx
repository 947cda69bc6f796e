import { useState, type FormEvent } from "react";
import { post } from "../../api/client.ts";
import { First } from "../../parts/First.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { number, t } from "../../texts/index.ts";
import { amount, money, useDeed } from "./api.ts";
import type { CampaignView } from "./records.ts";

/** What it may cost, what is set aside, what was spent and worked. */
export function MoneyPart({ campaign }: { campaign: CampaignView }) {
  const book = campaign.money;
  return (
    <section className="block">
      <Head title={t("campaigns.moneyTitle")} thin sub={book.budget ? t("campaigns.leftOf", { left: money(book.left), budget: money(book.budget) }) : t("campaigns.noBudget")} />
      {book.planned.length > 0 && (
        <dl className="kv small">
          {book.planned.map((one) => (
            <div className="campaign-pair" key={one.what}>
              <dt>{one.what}</dt>
              <dd>{t("campaigns.setAside", { amount: money(one.amount) })}</dd>
            </div>
          ))}
        </dl>
      )}
      <First of={book.costs} n={8}>
        {(costs) => (
          <ul className="small campaign-costs">
            {costs.map((cost) => (
              <li key={cost.id}>
                <span>{cost.what}</span>
                <span className="r">{cost.amount ? money(cost.amount) : t("campaigns.minutes", { h: number((cost.minutes ?? 0) / 60, 1) })}</span>
                <span className="tiny qq">{when(cost.at)}</span>
              </li>
            ))}
          </ul>
        )}
      </First>
      <AddCost campaign={campaign} />
    </section>
  );
}

function AddCost({ campaign }: { campaign: CampaignView }) {
  const { currency } = campaign.money;
  const [what, setWhat] = useState("");
  const [kind, setKind] = useState<"money" | "work">("money");
  const [typed, setTyped] = useState("");
  const spent = kind === "money" ? amount(typed, currency) : null;
  const minutes = kind === "work" && /^\d{1,4}([.,]\d)?$/.test(typed.trim()) ? Math.round(Number(typed.replace(",", ".")) * 60) : null;
  const add = useDeed(
    () => post(`/campaigns/${campaign.id}/costs`, { what, amount: spent, minutes }),
    () => {
      setWhat("");
      setTyped("");
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="campaign-cost" onSubmit={submit}>
      <input className="inp" aria-label={t("campaigns.costWhat")} placeholder={t("campaigns.costWhat")} value={what} onChange={(event) => setWhat(event.target.value)} />
      <input className="inp" aria-label={t("campaigns.costAmount")} placeholder="12.50" inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <select className="inp" aria-label={t("campaigns.costKind")} value={kind} onChange={(event) => setKind(event.target.value as "money" | "work")}>
        <option value="money">{currency}</option>
        <option value="work">{t("campaigns.hoursShort")}</option>
      </select>
      <button type="submit" className="btn s" disabled={add.isPending || what.trim() === "" || (spent === null && minutes === null)}>
        {t("campaigns.add")}
      </button>
      {add.isError && <ErrorNote error={add.error} />}
    </form>
  );
}
