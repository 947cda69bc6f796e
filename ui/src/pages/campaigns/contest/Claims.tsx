import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, post } from "../../../api/client.ts";
import { AskedDeed } from "../../../parts/AskedDeed.tsx";
import { Ask } from "../../../parts/Dialog.tsx";
import { ErrorNote } from "../../../parts/states.tsx";
import { whole } from "../../../parts/time.ts";
import { t } from "../../../texts/index.ts";
import { state } from "./Prizes.tsx";
import type { AppealView, ClaimsView, ClaimView } from "./records.ts";

/** Who was drawn, what they answered, and what is to be done next for each piece. */
export function Claims({ campaign }: { campaign: string }) {
  const found = useQuery({
    queryKey: ["contest", campaign, "claims"],
    queryFn: ({ signal }) => get<ClaimsView>(`/campaigns/${campaign}/claims`, {}, signal),
  });
  const view = found.data;
  return (
    <section aria-labelledby="claims">
      <div className="head thin">
        <h2 id="claims">{t("contest.claims")}</h2>
        {view && <span className="sub">{t("contest.standBy", { n: view.standingBy })}</span>}
      </div>
      {found.isError && <ErrorNote error={found.error} />}
      <ul className="contest-claims">
        {view?.claims.map((claim) => (
          <Claim key={claim.id} campaign={campaign} claim={claim} />
        ))}
      </ul>
      {view?.appeals.map((appeal) => (
        <Appeal key={appeal.id} campaign={campaign} appeal={appeal} />
      ))}
    </section>
  );
}

const DEEDS: Record<string, readonly ("notify" | "verify" | "ship" | "deliver" | "expire")[]> = {
  awarded: ["notify", "expire"],
  claimed: ["verify", "ship"],
  shipped: ["deliver"],
  reserved: ["expire"],
};

function Claim({ campaign, claim }: { campaign: string; claim: ClaimView }) {
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: ({ deed, body }: { deed: string; body: unknown }) => post<ClaimsView>(`/campaigns/${campaign}/claims/${claim.id}/${deed}`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contest", campaign] }),
  });
  const deeds = (DEEDS[claim.state] ?? []).filter((deed) => (deed === "verify" ? !claim.verified : deed === "ship" ? claim.verified : deed === "notify" ? claim.notifiedAt === null : true));
  const nobodys = claim.entry === null;
  const still = act.isPending || claim.suspended;
  const named = { no: String(claim.entry), prize: claim.prize };
  return (
    <li>
      <p className="small">
        <b>{claim.prize}</b> {nobodys ? t("contest.nobody") : t("contest.entryNo", { no: String(claim.entry) })}, {state(claim.state)}
        {claim.verified && ` · ${t("contest.verified")}`}
        {claim.suspended && ` · ${t("contest.suspended")}`}
      </p>
      {claim.claimBy && claim.state === "awarded" && <p className="tiny qq">{t("contest.claimBy", { time: whole(claim.claimBy) })}</p>}
      {claim.contact && (
        <p className="tiny q">
          {[claim.contact.name, claim.contact.mail, claim.contact.where].filter(Boolean).join(" · ")}
        </p>
      )}
      {claim.state === "awarded" && claim.receiptUrl && (claim.way === "hashtag" || claim.way === "comment" || claim.way === "staff") && (
        <p className="tiny q">
          {t("contest.tellInThread")} <code>{claim.receiptUrl}</code>
        </p>
      )}
      {act.isError && <ErrorNote error={act.error} />}
      <p className="contest-deeds">
        {deeds.map((deed) =>
          deed === "expire" ? (
            <AskedDeed key={deed} deed={t(nobodys ? "contest.do_end" : "contest.do_expire")} disabled={still} title={t(nobodys ? "contest.endTitle" : "contest.expireTitle", named)} onDeed={() => act.mutate({ deed, body: {} })}>
              {t(nobodys ? "contest.endText" : "contest.expireText", named)}
            </AskedDeed>
          ) : (
            <button key={deed} type="button" className="btn s" disabled={still} onClick={() => act.mutate({ deed, body: deed === "verify" ? { eligible: true } : {} })}>
              {t(`contest.do_${deed}`)}
            </button>
          ),
        )}
        {deeds.includes("verify") && (
          <AskedDeed deed={t("contest.do_refuse")} disabled={still} title={t("contest.refuseTitle", named)} onDeed={() => act.mutate({ deed: "verify", body: { eligible: false, code: "not-eligible" } })}>
            {t("contest.refuseText", named)}
          </AskedDeed>
        )}
      </p>
      {claim.state === "reserved" && <Give prize={claim.prize} disabled={still} onGive={(entry) => act.mutate({ deed: "award", body: { entry } })} />}
    </li>
  );
}

/** Nobody stands by any more: staff names the entry that gets the piece. */
function Give({ prize, disabled, onGive }: { prize: string; disabled: boolean; onGive: (entry: number) => void }) {
  const [typed, setTyped] = useState("");
  const [asking, setAsking] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
  };
  return (
    <form className="contest-give" onSubmit={submit}>
      <label className="field">
        <span>{t("contest.giveTo")}</span>
        <input className="inp" type="number" min={1} step={1} required value={typed} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <button type="submit" className="btn" disabled={disabled}>
        {t("contest.give")}
      </button>
      <Ask open={asking} onClose={() => setAsking(false)} title={t("contest.giveTitle", { prize, no: typed })} deed={t("contest.give")} keep={t("words.cancel")} onDeed={() => onGive(Number(typed))}>
        {t("contest.giveText")}
      </Ask>
    </form>
  );
}

function Appeal({ campaign, appeal }: { campaign: string; appeal: AppealView }) {
  const client = useQueryClient();
  const [answer, setAnswer] = useState("");
  const send = useMutation({
    mutationFn: (reverse: boolean) => post<AppealView>(`/campaigns/${campaign}/appeals/${appeal.id}/answer`, { reverse, answer }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contest", campaign] }),
  });
  const no = String(appeal.entry);
  const still = send.isPending || answer.trim() === "";
  return (
    <section className="contest-flag" aria-label={t("contest.appeal", { no })}>
      <h3>{t("contest.appeal", { no })}</h3>
      <p className="voice small">{appeal.words}</p>
      <p className="tiny qq">{t("contest.decidedBy", { who: appeal.decidedBy })}</p>
      {appeal.outcome ? (
        <p className="small">
          {t(`contest.outcome_${appeal.outcome as "upheld" | "reversed"}`)} {appeal.answer}
        </p>
      ) : (
        <>
          <label className="field">
            <span>{t("contest.reasons")}</span>
            <textarea className="inp" rows={3} value={answer} onChange={(event) => setAnswer(event.target.value)} />
          </label>
          {send.isError && <ErrorNote error={send.error} />}
          <p className="contest-deeds">
            <AskedDeed deed={t("contest.uphold")} disabled={still} title={t("contest.upholdTitle", { no })} onDeed={() => send.mutate(false)}>
              {t("contest.answerFinal")}
            </AskedDeed>
            <AskedDeed deed={t("contest.reverse")} disabled={still} title={t("contest.reverseTitle", { no })} onDeed={() => send.mutate(true)}>
              {t(appeal.aboutPrize ? "contest.reversePrize" : "contest.reverseEntry", { no })} {t("contest.answerFinal")}
            </AskedDeed>
          </p>
        </>
      )}
    </section>
  );
}
