import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link, useLocation } from "wouter";
import { post, put } from "../../api/client.ts";
import { Evidence } from "../../parts/Evidence.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";
import { Unfolded, useUnfold } from "../../parts/Unfold.tsx";
import { Voice } from "../../parts/Voice.tsx";
import { t } from "../../texts/index.ts";
import type { DecisionView, StatementView, ThemeRow, VerdictWord } from "./records.ts";
import { verdictTone } from "./ThemeTable.tsx";

interface OpenedProps {
  theme: ThemeRow;
  statements: StatementView[];
  from: string;
  to: string;
}

/** One theme: what people say in their own words, what is proposed and why, and what you decide. */
export function Opened({ theme, statements, from, to }: OpenedProps) {
  const sub = theme.persons === null ? null : <Evidence n={theme.persons} what={t("strategy.whoSpoke")} ids={theme.ids} filters={{ query: theme.query, from, to }} />;
  return (
    <section className="block">
      <Head title={theme.name} sub={sub ? <>{sub} {t("strategy.people", { n: theme.persons ?? 0 })}</> : undefined} act={<span className={`stamp ${verdictTone(theme)}`}>{t(`strategy.${theme.verdict.word}`)}</span>} />
      {theme.voices.length === 0 && <p className="small qq">{t("strategy.noVoice")}</p>}
      <ul className="quo">
        {theme.voices.map((one) => (
          <li key={one.id}>
            <Voice text={one.text || one.title} language={one.language} />
            <span className="tiny qq">
              <bdi>{one.author.name}</bdi>, {one.source?.name ?? t("words.imported")}
            </span>
          </li>
        ))}
      </ul>
      <Why theme={theme} />
      <Tie theme={theme} statements={statements} />
      {theme.decided && !theme.decided.due ? <p className="small q">{t("strategy.decided", { by: theme.decided.by, answer: t(`strategy.${theme.decided.answer}`), day: theme.decided.againOn })}</p> : null}
      <Deeds theme={theme} />
    </section>
  );
}

function Why({ theme }: { theme: ThemeRow }) {
  const because = theme.verdict.because;
  if (because.length === 0) return <p className="small q why-line">{t("strategy.meetsNothing")}</p>;
  return (
    <ul className="small q why-line">
      {because.map((one) => (
        <li key={one.statement}>
          {t("strategy.meets", { kind: t(`strategy.kind_${one.kind}`), text: one.text })}{" "}
          <span className="qq">{one.how === "words" ? t("strategy.byWords", { words: one.words.join(", ") }) : t(one.how === "hand" ? "strategy.byHand" : "strategy.byQuery")}</span>
        </li>
      ))}
    </ul>
  );
}

/** Ties the theme to a statement, whatever the words say. */
function Tie({ theme, statements }: { theme: ThemeRow; statements: StatementView[] }) {
  const client = useQueryClient();
  const met = new Set(theme.verdict.because.map((one) => one.statement));
  const byHand = theme.verdict.because.filter((one) => one.how === "hand").map((one) => one.statement);
  const free = statements.filter((one) => one.kind !== "spend" && !met.has(one.id));
  const tie = useMutation({
    mutationFn: (linked: string[]) => put(`/strategy/themes/${theme.id}`, { linked }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["strategy"] }),
  });
  if (free.length === 0 && byHand.length === 0) return null;
  return (
    <p className="tie">
      {free.length > 0 && (
        <label className="field">
          <span>{t("strategy.tie")}</span>
          <select className="inp" value="" disabled={tie.isPending} onChange={(event) => tie.mutate([...byHand, event.target.value])}>
            <option value="">{t("strategy.choose")}</option>
            {free.map((one) => (
              <option key={one.id} value={one.id}>
                {t(`strategy.kind_${one.kind}`)}: {one.text}
              </option>
            ))}
          </select>
        </label>
      )}
      {byHand.length > 0 && (
        <button type="button" className="link small" onClick={() => tie.mutate([])}>
          {t("strategy.untie")}
        </button>
      )}
      {tie.isError && <ErrorNote error={tie.error} />}
    </p>
  );
}

function Deeds({ theme }: { theme: ThemeRow }) {
  const client = useQueryClient();
  const [, go] = useLocation();
  const deciding = useUnfold<"yes" | "no">();
  const verdict = theme.decided?.verdict ?? theme.verdict.word;
  const fits = verdict === "fits" && theme.decided?.answer !== "no";
  const campaign = useMutation({
    mutationFn: () => post<{ campaign: string }>(`/strategy/themes/${theme.id}/campaign`, {}),
    onSuccess: async ({ campaign: id }) => {
      await client.invalidateQueries({ queryKey: ["strategy"] });
      go(`/campaigns/${id}`);
    },
  });
  const aside = useMutation({
    mutationFn: () => put(`/strategy/themes/${theme.id}`, { keep: false }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["strategy"] }),
  });
  return (
    <>
      <div className="theme-deeds">
        {theme.campaign ? (
          <Link className="btn" href={`/campaigns/${theme.campaign}`}>
            {t("strategy.itsCampaign")}
          </Link>
        ) : (
          fits && (
            <button type="button" className="btn go" disabled={campaign.isPending} onClick={() => campaign.mutate()}>
              {t("strategy.campaign")}
            </button>
          )
        )}
        <button type="button" className="btn" {...deciding.opens("no")}>
          {t("strategy.notForUs")}
        </button>
        <button type="button" className="btn" {...deciding.opens("yes")}>
          {t("strategy.decide")}
        </button>
        {theme.state === "proposed" && (
          <button type="button" className="btn quiet" disabled={aside.isPending} onClick={() => aside.mutate()}>
            {t("strategy.noTheme")}
          </button>
        )}
      </div>
      {campaign.isError && <ErrorNote error={campaign.error} />}
      {aside.isError && <ErrorNote error={aside.error} />}
      {deciding.open && (
        <Unfolded key={deciding.open}>
          <Decide theme={theme} first={deciding.open} onDone={deciding.close} />
        </Unfolded>
      )}
    </>
  );
}

function inTwoMonths(): string {
  const day = new Date();
  day.setMonth(day.getMonth() + 2);
  return day.toISOString().slice(0, 10);
}

function Decide({ theme, first, onDone }: { theme: ThemeRow; first: DecisionView["answer"]; onDone: () => void }) {
  const client = useQueryClient();
  const [answer, setAnswer] = useState(first);
  const [verdict, setVerdict] = useState<VerdictWord>(theme.verdict.word);
  const [reason, setReason] = useState("");
  const [did, setDid] = useState("");
  const [open, setOpen] = useState(false);
  const [againOn, setAgainOn] = useState(inTwoMonths());
  const decide = useMutation({
    mutationFn: () => post<DecisionView>(`/strategy/themes/${theme.id}/decide`, { verdict, answer, reason, did, againOn, open }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["strategy"] });
      toast(t("strategy.kept"));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate();
  };
  return (
    <form className="decide" onSubmit={submit}>
      <label className="field">
        <span>{t("strategy.itIs")}</span>
        <select className="inp" value={verdict} onChange={(event) => setVerdict(event.target.value as VerdictWord)}>
          {(["fits", "conflicts", "beyond"] as const).map((one) => (
            <option key={one} value={one}>
              {t(`strategy.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("strategy.answer")}</span>
        <select className="inp" value={answer} onChange={(event) => setAnswer(event.target.value as DecisionView["answer"])}>
          {(["yes", "no", "later"] as const).map((one) => (
            <option key={one} value={one}>
              {t(`strategy.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("strategy.reason")}</span>
        <textarea className="inp" rows={2} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} required />
      </label>
      <label className="field">
        <span>{t("strategy.again")}</span>
        <input className="inp" type="date" value={againOn} onChange={(event) => setAgainOn(event.target.value)} required />
      </label>
      <label className="check">
        <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
        {t("strategy.tellThem")}
      </label>
      {open && (
        <label className="field">
          <span>{t("strategy.did")}</span>
          <textarea className="inp" rows={2} value={did} maxLength={500} onChange={(event) => setDid(event.target.value)} required />
        </label>
      )}
      {decide.isError && <ErrorNote error={decide.error} />}
      <p className="theme-deeds">
        <button type="submit" className="btn go" disabled={decide.isPending}>
          {t("strategy.keepDecision")}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t("words.cancel")}
        </button>
      </p>
    </form>
  );
}
