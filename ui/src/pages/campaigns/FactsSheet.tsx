import { useState, type FormEvent } from "react";
import { post } from "../../api/client.ts";
import { listed, toggled } from "../../parts/lists.ts";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { t, tMaybe } from "../../texts/index.ts";
import { said, useDeed, useFactNames } from "./api.ts";
import type { CampaignView, FactName, FactValue, Law } from "./records.ts";

const STEPS = [1, 2, 3] as const;
type Typed = Record<string, string>;

/** Facts, not law: who and whom, how one enters and wins, prizes and times. */
export function FactsSheet({ campaign, law, first, onClose }: { campaign: CampaignView; law: Law; first: string; onClose: () => void }) {
  const names = useFactNames();
  const all = [...(names.data ?? []).filter((fact) => !fact.name.startsWith("contest.")), ...rates(law, first)];
  const [step, setStep] = useState<number | null>(null);
  const [typed, setTyped] = useState<Typed>({});
  const begun = campaign.startedAt !== null;
  const shown = step ?? all.find((fact) => fact.name === first)?.step ?? 1;
  const save = useDeed(() => post(`/campaigns/${campaign.id}/facts`, { facts: changed(all, typed) }), onClose);
  const asked = new Set(law.findings.filter((finding) => finding.rule.startsWith("ask:")).map((finding) => finding.rule.slice(4)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  if (names.isPending) return <Loading />;
  return (
    <form className="campaign-form" onSubmit={submit}>
      <h2>{t("campaigns.factsShow")}</h2>
      <div className="seg" role="group" aria-label={t("campaigns.steps")}>
        {STEPS.map((n) => (
          <button type="button" key={n} aria-pressed={shown === n} onClick={() => setStep(n)}>
            {n} {t(`campaigns.step.${n}`)}
          </button>
        ))}
      </div>
      <div className="campaign-facts">
        {all
          .filter((fact) => fact.step === shown)
          .map((fact) => (
            <Fact
              fact={fact}
              key={fact.name}
              typed={typed[fact.name] ?? asTyped(law.facts[fact.name])}
              asked={asked.has(fact.name)}
              fixed={begun || law.told.includes(fact.name)}
              focus={fact.name === first}
              onType={(value) => setTyped({ ...typed, [fact.name]: value })}
            />
          ))}
      </div>
      {save.isError && <ErrorNote error={save.error} />}
      <div className="deeds">
        <button type="button" className="btn" onClick={onClose}>
          {t("words.close")}
        </button>
        {!begun && (
          <button type="submit" className="btn go" disabled={save.isPending || Object.keys(typed).length === 0}>
            {t("campaigns.save")}
          </button>
        )}
      </div>
    </form>
  );
}

interface FactProps {
  fact: FactName;
  typed: string;
  asked: boolean;
  fixed: boolean;
  focus: boolean;
  onType: (value: string) => void;
}

function Fact({ fact, typed, asked, fixed, focus, onType }: FactProps) {
  const common = { className: "inp", value: typed, disabled: fixed, autoFocus: focus };
  const hint = HINTS[fact.kind] ?? "";
  const several = fact.kind === "WORDS" && fact.words.length > 0;
  const Outer = several ? "div" : "label";
  return (
    <Outer className={asked ? "field asked" : "field"} role={several ? "group" : undefined} aria-label={several ? said(fact.question) : undefined}>
      <span>
        {said(fact.question)} {asked && <span className="stamp mixed">{t("campaigns.asked")}</span>}
        {fixed && <span className="hint">{t("campaigns.toldBySelf")}</span>}
      </span>
      {fact.kind === "WORD" || fact.kind === "YES_NO" ? (
        <select {...common} onChange={(event) => onType(event.target.value)}>
          <option value="">{t("campaigns.notKnown")}</option>
          {(fact.kind === "YES_NO" ? ["true", "false"] : fact.words).map((word) => (
            <option value={word} key={word}>
              {wordText(word)}
            </option>
          ))}
        </select>
      ) : several ? (
        <span className="campaign-words">
          {fact.words.map((word) => (
            <label className="check" key={word}>
              <input type="checkbox" disabled={fixed} checked={listed(typed).includes(word)} onChange={() => onType(toggled(listed(typed), word).join(", "))} />
              <span>{wordText(word)}</span>
            </label>
          ))}
        </span>
      ) : fact.name === "prizes.description" || fact.name === "odds" ? (
        <textarea {...common} rows={3} onChange={(event) => onType(event.target.value)} />
      ) : (
        <input {...common} type={fact.kind === "DAY" ? "date" : fact.kind === "COUNT" ? "number" : "text"} placeholder={hint} onChange={(event) => onType(event.target.value)} />
      )}
    </Outer>
  );
}

const HINTS: Partial<Record<FactName["kind"], string>> = { MONEY: "186.00 GBP", PLACES: "GB, US-NY", PLACE: "GB", RATE: "1.31 on 2026-11-20" };

function wordText(word: string): string {
  return tMaybe(`campaigns.word.${word}`) ?? word;
}

function asTyped(value: FactValue | undefined): string {
  if (value === undefined) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Only what was typed; what was emptied is taken away, for a fact that is not known is no "no". */
function changed(all: FactName[], typed: Typed): Record<string, FactValue | null> {
  const facts: Record<string, FactValue | null> = {};
  for (const fact of all) {
    const value = typed[fact.name];
    if (value === undefined) continue;
    if (value.trim() === "") facts[fact.name] = null;
    else if (fact.kind === "YES_NO") facts[fact.name] = value === "true";
    else if (fact.kind === "COUNT") facts[fact.name] = Number(value);
    else if (fact.kind === "WORDS" || fact.kind === "PLACES") facts[fact.name] = listed(fact.kind === "PLACES" ? value.toUpperCase() : value);
    else facts[fact.name] = value.trim();
  }
  return facts;
}

/** Rates are asked for by name, as the amounts and the lines need them. */
function rates(law: Law, first: string): FactName[] {
  const names = new Set(
    [...law.findings.map((finding) => finding.rule), ...Object.keys(law.facts).map((name) => `ask:${name}`), `ask:${first}`]
      .filter((rule) => rule.startsWith("ask:rate."))
      .map((rule) => rule.slice(4)),
  );
  return [...names].map((name) => ({
    name,
    kind: "RATE",
    step: 3,
    words: [],
    question: law.findings.find((finding) => finding.rule === `ask:${name}`)?.text ?? { en: name },
  }));
}
