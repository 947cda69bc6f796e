import { Button } from "react-aria-components";
import type { ConversationRow, Reason } from "../api/types.ts";
import { percent, t, tMaybe, type Values } from "../texts/index.ts";
import { OpenEvidence } from "./Evidence.tsx";

const MOST = 4;

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

/** The deciding reason and, where there is room for the whole of it, the next. */
export function ShortReasons({ row }: { row: ConversationRow }) {
  const [first, second] = decidingFirst(row.reasons.filter((reason) => reason.kind !== "kept"));
  return (
    <>
      {first && <ReasonChip reason={first} opens={false} />}
      {second && (
        <span className="if-room">
          <ReasonChip reason={second} opens={false} />
        </span>
      )}
    </>
  );
}

function decidingFirst(reasons: Reason[]): Reason[] {
  return reasons.toSorted((a, b) => Number(b.deciding) - Number(a.deciding));
}

/** At most four reasons: they are the whole reason, not a sample. */
export function Reasons({ row }: { row: ConversationRow }) {
  const told = row.reasons.some((reason) => reason.kind === "kept");
  const kept = row.keptInView && !told ? row.keptInView : null;
  const reasons = decidingFirst(row.reasons).slice(0, kept ? MOST - 1 : MOST);
  return (
    <>
      {reasons.map((reason) => (
        <ReasonChip key={reason.kind + reason.word} reason={reason} />
      ))}
      {kept && <span className="reason kept">{t(`conversations.reason_kept-${kept}`)}</span>}
    </>
  );
}

