import { Button } from "react-aria-components";
import type { ConversationRow, Reason } from "../api/types.ts";
import { percent, t, tMaybe, type Values } from "../texts/index.ts";
import { OpenEvidence } from "./Evidence.tsx";

/** The sentence of a reason: its word is a key of the catalogue, its arguments fill it. */
export function reasonText(reason: Reason): string {
  const values: Values = {};
  for (const [name, value] of Object.entries(reason.args ?? {})) {
    values[name === "count" ? "n" : name] = ["share", "low", "high"].includes(name) ? percent(Number(value)) : value;
  }
  if (typeof values.low === "string") values.low = values.low.replace(/\D/g, "");
  if (typeof values.high === "string") values.high = values.high.replace(/\D/g, "");
  if (typeof values.intent === "string") values.intent = tMaybe(`words.${values.intent}`) ?? values.intent;
  return tMaybe(`conversations.reason_${reason.word}`, values) ?? reason.word;
}

/** One reason for a place in the queue; the deciding one first and bold; each opens its evidence. */
export function ReasonChip({ reason, opens = true }: { reason: Reason; opens?: boolean }) {
  const className = reason.deciding ? "reason strong" : reason.kind === "kept" ? "reason kept" : "reason";
  const text = reasonText(reason);
  if (!opens || reason.evidence.length === 0) return <span className={className}>{text}</span>;
  return (
    <OpenEvidence what={t("shell.because", { word: text })} ids={reason.evidence}>
      <Button className={className}>{text}</Button>
    </OpenEvidence>
  );
}

/** At most four reasons: they are the whole reason, not a sample. */
export function Reasons({ row, most = 4, opens = true }: { row: ConversationRow; most?: number; opens?: boolean }) {
  const told = row.reasons.some((reason) => reason.kind === "kept");
  const kept = opens && row.keptInView && !told ? row.keptInView : null;
  const own = opens ? row.reasons : row.reasons.filter((reason) => reason.kind !== "kept");
  const reasons = own.toSorted((a, b) => Number(b.deciding) - Number(a.deciding)).slice(0, kept ? most - 1 : most);
  return (
    <>
      {reasons.map((reason) => (
        <ReasonChip key={reason.kind + reason.word} reason={reason} opens={opens} />
      ))}
      {kept && <span className="reason kept">{t(`conversations.reason_kept-${kept}`)}</span>}
    </>
  );
}

