import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, post, remove } from "../../../api/client.ts";
import { AskedDeed } from "../../../parts/AskedDeed.tsx";
import { ErrorNote } from "../../../parts/states.tsx";
import { Unfold } from "../../../parts/Unfold.tsx";
import { whole } from "../../../parts/time.ts";
import { number, t, tMaybe } from "../../../texts/index.ts";
import { money } from "./money.ts";
import type { PrizesView, PrizeView } from "./records.ts";

/** What can be won, where each piece is, and every line of the ledger. */
export function Prizes({ campaign, fixed }: { campaign: string; fixed: boolean }) {
  const [ledger, setLedger] = useState(false);
  const found = useQuery({
    queryKey: ["contest", campaign, "prizes"],
    queryFn: ({ signal }) => get<PrizesView>(`/campaigns/${campaign}/prizes`, {}, signal),
  });
  const view = found.data;
  return (
    <section aria-labelledby="prizes">
      <div className="head thin">
        <h2 id="prizes">{t("contest.prizes")}</h2>
        {view?.total && <span className="sub">{t("contest.inAll", { sum: money(view.total) })}</span>}
        {view && view.lines.length > 0 && (
          <span className="act">
            <button type="button" className="link" aria-expanded={ledger} onClick={() => setLedger(!ledger)}>
              {t("contest.ledger")}
            </button>
          </span>
        )}
      </div>
      {found.isError && <ErrorNote error={found.error} />}
      {view && view.prizes.length > 0 && (
        <table className="contest-table">
          <thead>
            <tr>
              <th>{t("contest.prize")}</th>
              <th className="r">{t("contest.each")}</th>
              <th>{t("contest.where")}</th>
            </tr>
          </thead>
          <tbody>
            {view.prizes.map((prize) => (
              <tr key={prize.id}>
                <td>
                  {prize.name} {!fixed && <Remove campaign={campaign} prize={prize} />}
                </td>
                <td className="r tab">{money(prize.each)}</td>
                <td>{accounts(prize.accounts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {view && ledger && (
        <div className="contest-scroll" tabIndex={0} role="region" aria-label={t("contest.ledger")}>
          <table className="contest-table tiny">
            <tbody>
              {view.lines.map((line, i) => (
                <tr key={i}>
                  <td>{whole(line.at)}</td>
                  <td>{line.prize}</td>
                  <td className="r tab">{number(line.amount)}</td>
                  <td>
                    {state(line.from)} → {state(line.to)}
                  </td>
                  <td className="qq">{tMaybe(`contest.why_${line.why}`) ?? line.why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!fixed && <NewPrize campaign={campaign} />}
    </section>
  );
}

function Remove({ campaign, prize }: { campaign: string; prize: PrizeView }) {
  const client = useQueryClient();
  const away = useMutation({
    mutationFn: () => remove<PrizesView>(`/campaigns/${campaign}/prizes/${prize.id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contest", campaign] }),
  });
  return (
    <>
      <AskedDeed className="link tiny" deed={t("contest.remove")} label={t("contest.removeOf", { prize: prize.name })} disabled={away.isPending} title={t("contest.removeTitle", { prize: prize.name })} onDeed={() => away.mutate()}>
        {t("contest.removeText")}
      </AskedDeed>
      {away.isError && <ErrorNote error={away.error} />}
    </>
  );
}

export function state(account: string): string {
  return tMaybe(`contest.account_${account}`) ?? account;
}

function accounts(held: Record<string, number>): string {
  return Object.entries(held)
    .map(([account, pieces]) => `${number(pieces)} ${state(account)}`)
    .join(", ");
}

function NewPrize({ campaign }: { campaign: string }) {
  return (
    <Unfold
      button={(opens) => (
        <p className="contest-deeds">
          <button type="button" className="btn s" {...opens}>
            {t("contest.addPrize")}
          </button>
        </p>
      )}
    >
      {(close) => <PrizeForm campaign={campaign} onDone={close} />}
    </Unfold>
  );
}

function PrizeForm({ campaign, onDone }: { campaign: string; onDone: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [each, setEach] = useState("");
  const [pieces, setPieces] = useState("1");
  const add = useMutation({
    mutationFn: () => post<PrizesView>(`/campaigns/${campaign}/prizes`, { name, each, pieces: Number(pieces) }),
    onSuccess: async () => {
      setName("");
      setEach("");
      setPieces("1");
      await client.invalidateQueries({ queryKey: ["contest", campaign] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="contest-form" onSubmit={submit}>
      <label className="field">
        <span>{t("contest.prizeName")}</span>
        <input className="inp" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <div className="contest-row">
        <label className="field">
          <span>{t("contest.prizeEach")}</span>
          <input className="inp" value={each} placeholder="18.00 GBP" onChange={(event) => setEach(event.target.value)} />
        </label>
        <label className="field">
          <span>{t("contest.prizePieces")}</span>
          <input className="inp" type="number" min={1} value={pieces} onChange={(event) => setPieces(event.target.value)} />
        </label>
      </div>
      {add.isError && <ErrorNote error={add.error} />}
      <p className="contest-deeds">
        <button type="submit" className="btn go" disabled={add.isPending}>
          {t("contest.putIn")}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t("contest.cancel")}
        </button>
      </p>
    </form>
  );
}
