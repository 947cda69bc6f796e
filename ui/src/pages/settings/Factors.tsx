import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { get, patch, post, put } from "../../api/client.ts";
import { queries, useSession } from "../../api/queries.ts";
import type { Away, CodeOffer, CompanyLink, FactorRuleView, FactorsView, PasskeyView, PasskeyWanted, RecoveryView } from "../../api/types.ts";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Loading, Notice } from "../../parts/states.tsx";
import { ago, useClock, when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { t } from "../../texts/index.ts";
import { canUsePasskeys, isLeft, makePasskey } from "../sign-in/passkeys.ts";

export interface Proof {
  password?: string;
  code?: string;
}

function again(): void {
  for (const key of ["factors", "factors-company", "own-sessions", "session"]) void queries.invalidateQueries({ queryKey: [key] });
}

export function useFactors() {
  return useQuery({ queryKey: ["factors"], queryFn: ({ signal }) => get<FactorsView>("/me/factors", {}, signal) });
}

/** What one signs in with beside the password. */
export function Factors() {
  const factors = useFactors();
  const [paper, setPaper] = useState<string[] | null>(null);
  if (factors.error) return <ErrorNote error={factors.error} onRetry={() => void factors.refetch()} />;
  if (!factors.data) return <Loading rows={2} />;
  if (paper) {
    return (
      <Paper
        codes={paper}
        onKept={() => {
          setPaper(null);
          again();
        }}
      />
    );
  }
  // Whoever came in by the password alone changes nothing of it.
  if (!factors.data.shown && (factors.data.codesSince !== null || factors.data.passkeys.length > 0)) return <Notice>{t("security.show_it")}</Notice>;
  return (
    <>
      <Codes factors={factors.data} onPaper={setPaper} />
      <Passkeys factors={factors.data} />
      <Company factors={factors.data} />
    </>
  );
}

interface ProofFormProps {
  factors: FactorsView;
  deed: string;
  /** Whether a code is asked beside the password. */
  both?: boolean;
  error: Error | null;
  busy: boolean;
  onProof: (proof: Proof, words: Record<string, string>) => void;
  onLeave: () => void;
  children?: ReactNode;
}

/** Asks again who somebody is, before how they sign in changes. */
function ProofForm({ factors, deed, both = false, error, busy, onProof, onLeave, children }: ProofFormProps) {
  const code = factors.codesSince !== null && (both || !factors.password);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { password, code: shown, ...words } = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
    onProof({ ...(password === undefined ? {} : { password }), ...(shown === undefined ? {} : { code: shown }) }, words);
  };
  return (
    <form className="proof" onSubmit={send}>
      <div className="fields">
        {children}
        {factors.password && (
          <label className="field">
            <span>{t("security.your_password")}</span>
            <input className="inp" type="password" name="password" required autoComplete="current-password" />
          </label>
        )}
        {code && (
          <label className="field">
            <span>{t("signin.second_code")}</span>
            <input className="inp" name="code" required autoComplete="one-time-code" />
          </label>
        )}
      </div>
      {error && (isLeft(error) ? <Notice>{t("signin.passkey_left")}</Notice> : <ErrorNote error={error} />)}
      <p className="deeds">
        <button type="submit" className="btn go" disabled={busy}>
          {deed}
        </button>
        <button type="button" className="btn" onClick={onLeave}>
          {t("words.cancel")}
        </button>
      </p>
    </form>
  );
}

type CodesStep = "rest" | "begin" | "off" | "paper";

function Codes({ factors, onPaper }: { factors: FactorsView; onPaper: (codes: string[]) => void }) {
  const now = useClock(60);
  const [step, setStep] = useState<CodesStep>("rest");
  const rest = () => setStep("rest");
  const begin = useMutation({ mutationFn: (proof: Proof) => post<CodeOffer>("/me/factors/codes", proof), onSuccess: rest });
  const off = useMutation({
    mutationFn: (proof: Proof) => post("/me/factors/codes/remove", proof),
    onSuccess: () => {
      rest();
      again();
      toast(t("security.codes_off_done"));
    },
  });
  const paper = useMutation({ mutationFn: (proof: Proof) => post<RecoveryView>("/me/factors/recovery", proof), onSuccess: ({ codes }) => onPaper(codes) });
  const on = factors.codesSince !== null;
  return (
    <section className="block">
      <Head title={t("security.codes")} />
      <p>{on ? t("security.codes_on", { at: when(factors.codesSince ?? "", now) }) : t("security.codes_none")}</p>
      {(on || factors.passkeys.length > 0) && <p className="small q">{t("security.paper_left", { n: factors.recoveryLeft })}</p>}
      {begin.data && !on ? (
        <Offer offer={begin.data} onConfirmed={onPaper} onLeave={() => begin.reset()} />
      ) : step === "begin" ? (
        <ProofForm factors={factors} deed={t("security.codes_next")} error={begin.error} busy={begin.isPending} onProof={(proof) => begin.mutate(proof)} onLeave={rest} />
      ) : step === "off" ? (
        <ProofForm factors={factors} both deed={t("security.codes_off")} error={off.error} busy={off.isPending} onProof={(proof) => off.mutate(proof)} onLeave={rest} />
      ) : step === "paper" ? (
        <ProofForm factors={factors} deed={t("security.paper_new")} error={paper.error} busy={paper.isPending} onProof={(proof) => paper.mutate(proof)} onLeave={rest} />
      ) : (
        <p className="deeds">
          {!on && (
            <button type="button" className="btn" onClick={() => setStep("begin")}>
              {t("security.codes_begin")}
            </button>
          )}
          {(on || factors.passkeys.length > 0) && (
            <button type="button" className="btn" onClick={() => setStep("paper")}>
              {t("security.paper_new")}
            </button>
          )}
          {on && (
            <button type="button" className="btn" onClick={() => setStep("off")}>
              {t("security.codes_off")}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function Offer({ offer, onConfirmed, onLeave }: { offer: CodeOffer; onConfirmed: (codes: string[]) => void; onLeave: () => void }) {
  const [code, setCode] = useState("");
  const confirm = useMutation({ mutationFn: () => post<RecoveryView>("/me/factors/codes/confirm", { code }), onSuccess: ({ codes }) => onConfirmed(codes) });
  return (
    <form
      className="offer"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <p>{t("security.offer")}</p>
      <img src={`data:image/svg+xml,${encodeURIComponent(offer.drawing)}`} alt={t("security.offer_drawing")} width={180} height={180} />
      <p className="small q">{t("security.offer_type")}</p>
      <p className="secret">{offer.secret.replace(/(.{4})(?=.)/g, "$1 ")}</p>
      <div className="fields">
        <label className="field">
          <span>{t("security.offer_code")}</span>
          <input className="inp" required inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.target.value)} />
        </label>
      </div>
      {confirm.error && <ErrorNote error={confirm.error} />}
      <p className="deeds">
        <button type="submit" className="btn go" disabled={confirm.isPending}>
          {t("security.offer_deed")}
        </button>
        <button type="button" className="btn" onClick={onLeave}>
          {t("words.cancel")}
        </button>
      </p>
    </form>
  );
}

/** Ten codes, shown this once. */
function Paper({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const copy = () => void navigator.clipboard.writeText(codes.join("\n")).then(() => toast(t("security.paper_copied")));
  return (
    <section className="block">
      <Head title={t("security.paper")} />
      <p>{t("security.paper_dek")}</p>
      <ul className="paper-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="deeds">
        <button type="button" className="btn go" onClick={onKept}>
          {t("security.paper_kept")}
        </button>
        <button type="button" className="btn" onClick={copy}>
          {t("security.paper_copy")}
        </button>
      </p>
    </section>
  );
}

function Passkeys({ factors }: { factors: FactorsView }) {
  const [adding, setAdding] = useState(false);
  const add = useMutation({
    mutationFn: async ({ proof, name }: { proof: Proof; name: string }) => makePasskey(await post<PasskeyWanted>("/me/factors/passkeys/ask", proof), name),
    onSuccess: () => {
      setAdding(false);
      again();
      toast(t("security.passkey_added"));
    },
  });
  const able = canUsePasskeys(factors.passkeyOrigin);
  return (
    <section className="block">
      <Head title={t("security.passkeys")} />
      <p>{t("security.passkeys_dek")}</p>
      {factors.passkeys.length > 0 && (
        <ul className="plain-list">
          {factors.passkeys.map((one) => (
            <Passkey key={one.id} passkey={one} factors={factors} />
          ))}
        </ul>
      )}
      {!able ? (
        <p className="small q">{factors.passkeyOrigin ? t("security.passkeys_at", { address: factors.passkeyOrigin }) : t("security.passkeys_nowhere")}</p>
      ) : adding ? (
        <ProofForm
          factors={factors}
          deed={t("security.passkey_make")}
          error={add.error}
          busy={add.isPending}
          onProof={(proof, { name = "" }) => add.mutate({ proof, name })}
          onLeave={() => setAdding(false)}
        >
          <label className="field">
            <span>{t("security.passkey_name")}</span>
            <input className="inp" name="name" required maxLength={60} autoComplete="off" />
          </label>
        </ProofForm>
      ) : (
        <p className="deeds">
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            {t("security.passkey_add")}
          </button>
        </p>
      )}
    </section>
  );
}

function Passkey({ passkey, factors }: { passkey: PasskeyView; factors: FactorsView }) {
  const now = useClock(60);
  const [doing, setDoing] = useState<"" | "rename" | "remove">("");
  const rest = () => setDoing("");
  const done = () => {
    rest();
    again();
  };
  const rename = useMutation({ mutationFn: (name: string) => patch(`/me/factors/passkeys/${passkey.id}`, { name }), onSuccess: done });
  const drop = useMutation({ mutationFn: (proof: Proof) => post(`/me/factors/passkeys/${passkey.id}/remove`, proof), onSuccess: done });
  const used = passkey.usedAt ? t("security.passkey_used", { ago: ago(passkey.usedAt, now) }) : t("security.passkey_unused");
  return (
    <li>
      <span>
        <b>{passkey.name}</b> <span className="small q">{t("security.since", { at: when(passkey.madeAt, now) })}</span>
      </span>
      <span className="small q">{used}</span>
      {doing === "" && (
        <>
          <button type="button" className="link" aria-label={t("security.passkey_rename_one", { name: passkey.name })} onClick={() => setDoing("rename")}>
            {t("security.passkey_rename")}
          </button>
          <button type="button" className="link" aria-label={t("security.passkey_remove_one", { name: passkey.name })} onClick={() => setDoing("remove")}>
            {t("security.passkey_remove")}
          </button>
        </>
      )}
      {doing === "remove" && <ProofForm factors={factors} deed={t("security.passkey_remove_one", { name: passkey.name })} error={drop.error} busy={drop.isPending} onProof={(proof) => drop.mutate(proof)} onLeave={rest} />}
      {doing === "rename" && <Rename name={passkey.name} error={rename.error} onName={(name) => rename.mutate(name)} onLeave={rest} />}
    </li>
  );
}

function Rename({ name, error, onName, onLeave }: { name: string; error: Error | null; onName: (name: string) => void; onLeave: () => void }) {
  const [words, setWords] = useState(name);
  return (
    <form
      className="proof"
      onSubmit={(event) => {
        event.preventDefault();
        onName(words);
      }}
    >
      <label className="field">
        <span>{t("security.passkey_name")}</span>
        <input className="inp" required maxLength={60} autoComplete="off" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {error && <ErrorNote error={error} />}
      <p className="deeds">
        <button type="submit" className="btn">
          {t("settings.save")}
        </button>
        <button type="button" className="btn" onClick={onLeave}>
          {t("words.cancel")}
        </button>
      </p>
    </form>
  );
}

function Company({ factors }: { factors: FactorsView }) {
  const now = useClock(60);
  const company = useQuery({ queryKey: ["factors-company"], queryFn: ({ signal }) => get<CompanyLink>("/me/factors/company", {}, signal) });
  const [asking, setAsking] = useState(false);
  const linked = company.data?.linkedAt ?? null;
  const change = useMutation({
    mutationFn: async (proof: Proof) => {
      if (linked === null) {
        const { address } = await post<Away>("/me/factors/company", proof);
        return window.location.assign(address);
      }
      await post("/me/factors/company/remove", proof);
      setAsking(false);
      again();
    },
  });
  const name = company.data?.name;
  if (!name) return null;
  const deed = linked === null ? t("security.company_link", { name }) : t("security.company_unlink");
  return (
    <section className="block">
      <Head title={t("security.company")} />
      <p>{linked === null ? t("security.company_none", { name }) : t("security.company_linked", { name, at: when(linked, now) })}</p>
      {asking ? (
        <ProofForm factors={factors} deed={deed} error={change.error} busy={change.isPending} onProof={(proof) => change.mutate(proof)} onLeave={() => setAsking(false)} />
      ) : (
        <p className="deeds">
          <button type="button" className="btn" onClick={() => setAsking(true)}>
            {deed}
          </button>
        </p>
      )}
    </section>
  );
}

/** Whether all who work in this workspace must have a second factor; for its owners. */
export function FactorRule() {
  const may = useSession().data?.permissions.includes("own") ?? false;
  const rule = useQuery({ queryKey: ["factor-rule"], queryFn: ({ signal }) => get<FactorRuleView>("/workspace/second-factor", {}, signal), enabled: may });
  const factors = useFactors();
  const [ending, setEnding] = useState(false);
  const set = useMutation({
    mutationFn: (wanted: { asked: boolean } & Proof) => put<FactorRuleView>("/workspace/second-factor", wanted),
    onSuccess: (view) => {
      setEnding(false);
      queries.setQueryData(["factor-rule"], view);
    },
  });
  const leave = () => {
    setEnding(false);
    set.reset();
  };
  if (!may || !rule.data) return null;
  return (
    <section className="block">
      <Head title={t("security.rule")} />
      <label className="check">
        <input type="checkbox" checked={rule.data.asked ?? false} disabled={set.isPending} onChange={(event) => (event.target.checked ? set.mutate({ asked: true }) : setEnding(true))} /> {t("security.rule_label")}
      </label>
      <p className="small q">{t("security.rule_dek")}</p>
      {ending && factors.data ? (
        <ProofForm factors={factors.data} deed={t("security.rule_end")} error={set.error} busy={set.isPending} onProof={(proof) => set.mutate({ asked: false, ...proof })} onLeave={leave} />
      ) : (
        set.error && <ErrorNote error={set.error} />
      )}
    </section>
  );
}
