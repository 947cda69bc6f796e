import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { getOrNone, post } from "../../../api/client.ts";
import { AskedDeed } from "../../../parts/AskedDeed.tsx";
import { First } from "../../../parts/First.tsx";
import { ErrorNote } from "../../../parts/states.tsx";
import { Unfold } from "../../../parts/Unfold.tsx";
import { whole } from "../../../parts/time.ts";
import { number, t, tMaybe, told } from "../../../texts/index.ts";
import { money } from "./money.ts";
import type { ReferralProgramme } from "./records.ts";
import { WhoTold } from "./WhoTold.tsx";

/** Who tells friends: how many joined, how many each one brings, and what is promised for it. */
export function Referral({ campaign }: { campaign: string }) {
  const found = useQuery({
    queryKey: ["contest", campaign, "referral"],
    queryFn: ({ signal }) => getOrNone<ReferralProgramme>(`/campaigns/${campaign}/referral`, signal),
  });
  const none = found.data === null;
  const view = found.data;
  return (
    <section aria-labelledby="referral">
      <div className="head thin">
        <h2 id="referral">{t("contest.referral")}</h2>
        {view && <span className="sub">{t("contest.ends", { time: whole(view.endsAt) })}</span>}
        {view?.publicUrl && (
          <span className="act">
            <a href={view.publicUrl} target="_blank" rel="noreferrer">
              {t("contest.publicPage")}
            </a>
          </span>
        )}
      </div>
      {found.isError && <ErrorNote error={found.error} />}
      {none && <NewReferral campaign={campaign} />}
      {view && <Figures view={view} />}
      {view && view.rewards.length > 0 && <Rewards campaign={campaign} view={view} />}
      {view && view.joined > 0 && <WhoTold campaign={campaign} />}
    </section>
  );
}

function Figures({ view }: { view: ReferralProgramme }) {
  const currency = view.budget.currency;
  return (
    <dl className="kv">
      <dt>{t("contest.joined")}</dt>
      <dd>{t("contest.joinedText", { n: view.joined, brought: number(view.brought) })}</dd>
      <dt>{t("contest.k")}</dt>
      <dd>{view.k ? t("contest.kText", { k: number(view.k.value, 2), low: number(view.k.low, 2), high: number(view.k.high, 2), n: view.k.n }) : told(view.whyNot ?? "")}</dd>
      {view.budget.minor > 0 && (
        <>
          <dt>{t("contest.money")}</dt>
          <dd>
            {Object.entries(view.accounts)
              .map(([account, minor]) => `${tMaybe(`contest.money_${account}`) ?? account} ${money({ minor, currency })}`)
              .join(", ")}
          </dd>
        </>
      )}
    </dl>
  );
}

const NEXT: Record<string, readonly ("approve" | "pay" | "claw-back")[]> = { promised: ["approve", "claw-back"], owed: ["pay", "claw-back"], paid: ["claw-back"] };

function Rewards({ campaign, view }: { campaign: string; view: ReferralProgramme }) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: ({ id, deed }: { id: string; deed: string }) => post<ReferralProgramme>(`/campaigns/${campaign}/referral/${id}/${deed}`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contest", campaign] }),
  });
  return (
    <>
      {act.isError && <ErrorNote error={act.error} />}
      <First of={view.rewards} n={20}>
        {(shown) => (
          <ul className="contest-claims">
            {shown.map((reward) => (
              <li key={reward.id}>
                <p className="small">
                  {money(reward.amount)} <code>{reward.advocateCode}</code> {tMaybe(`contest.money_${reward.state}`) ?? reward.state}
                </p>
                <p className="tiny qq">{t("contest.broughtText", { n: reward.brought, silent: number(reward.silent) })}</p>
                <p className="contest-deeds">
                  {(NEXT[reward.state] ?? []).map((deed) =>
                    deed === "approve" ? (
                      <button key={deed} type="button" className="btn s" disabled={act.isPending} onClick={() => act.mutate({ id: reward.id, deed })}>
                        {t("contest.reward_approve")}
                      </button>
                    ) : (
                      <AskedDeed
                        key={deed}
                        deed={t(`contest.reward_${deed}`)}
                        disabled={act.isPending}
                        title={t(`contest.reward_${deed}_title`, { amount: money(reward.amount), code: reward.advocateCode })}
                        onDeed={() => act.mutate({ id: reward.id, deed })}
                      >
                        {t(`contest.reward_${deed}_text`)}
                      </AskedDeed>
                    ),
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </First>
    </>
  );
}

function NewReferral({ campaign }: { campaign: string }) {
  return (
    <Unfold
      button={(opens) => (
        <p className="contest-deeds">
          <button type="button" className="btn s" {...opens}>
            {t("contest.makeReferral")}
          </button>
        </p>
      )}
    >
      {(close) => <ReferralForm campaign={campaign} onDone={close} />}
    </Unfold>
  );
}

function ReferralForm({ campaign, onDone }: { campaign: string; onDone: () => void }) {
  const client = useQueryClient();
  const [reward, setReward] = useState("");
  const [budget, setBudget] = useState("");
  const [days, setDays] = useState("30");
  const make = useMutation({
    mutationFn: () => post<ReferralProgramme>(`/campaigns/${campaign}/referral`, { ...(reward ? { reward } : {}), ...(budget ? { budget } : {}), days: Number(days) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contest", campaign] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form className="contest-form" onSubmit={submit}>
      <div className="contest-row">
        <label className="field">
          <span>{t("contest.rewardEach")}</span>
          <input className="inp" value={reward} placeholder="2.00 GBP" onChange={(event) => setReward(event.target.value)} />
        </label>
        <label className="field">
          <span>{t("contest.rewardBudget")}</span>
          <input className="inp" value={budget} placeholder="40.00 GBP" onChange={(event) => setBudget(event.target.value)} />
        </label>
        <label className="field">
          <span>{t("contest.days")}</span>
          <input className="inp" type="number" min={1} value={days} onChange={(event) => setDays(event.target.value)} />
        </label>
      </div>
      {make.isError && <ErrorNote error={make.error} />}
      <p className="contest-deeds">
        <button type="submit" className="btn go" disabled={make.isPending}>
          {t("contest.begin")}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t("contest.cancel")}
        </button>
      </p>
    </form>
  );
}
