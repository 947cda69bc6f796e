import { Button } from "react-aria-components";
import type { ConversationRow, Reason } from "../api/types.ts";
import { t } from "../texts/index.ts";
import { OpenEvidence } from "./Evidence.tsx";

/** One reason for a place in the queue; the deciding one first and bold; each opens its evidence. */
export function ReasonChip({ reason, opens = true }: { reason: Reason; opens?: boolean }) {
  const className = reason.deciding ? "reason strong" : "reason";
  if (!opens || reason.evidence.length === 0) return <span className={className}>{reason.word}</span>;
  return (
    <OpenEvidence what={t("shell.because", { word: reason.word })} ids={reason.evidence}>
      <Button className={className}>{reason.word}</Button>
    </OpenEvidence>
  );
}

/** At most four reasons: they are the whole reason, not a sample. */
export function Reasons({ row, most = 4, opens = true }: { row: ConversationRow; most?: number; opens?: boolean }) {
  const kept = row.keptInView;
  const reasons = row.reasons.toSorted((a, b) => Number(b.deciding) - Number(a.deciding)).slice(0, kept ? most - 1 : most);
  return (
    <>
      {reasons.map((reason) => (
        <ReasonChip key={reason.kind + reason.word} reason={reason} opens={opens} />
      ))}
      {kept && <span className="reason kept">{t(`conversations.kept_${kept === "old-wait" ? "old" : "small"}`)}</span>}
    </>
  );
}
