import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { post } from "../../api/client.ts";
import { Evidence } from "../../parts/Evidence.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { t } from "../../texts/index.ts";
import type { CrisisMark, CrisisRoom } from "../spread/records.ts";

/** What happened, in its order, and what you decide now. */
export function TimeLine({ room }: { room: CrisisRoom }) {
  return (
    <div className="block">
      <Head title={t("crisis.line")} sub={t("crisis.lineSub")} />
      <ol className="crisis-line">
        {room.line.map((mark, i) => (
          <li key={i} className={mark.kind === "decision" ? "decided" : undefined}>
            <span className="tiny qq tab">{when(mark.at)}</span>
            <div>
              <b>{titleOf(mark)}</b>
              {wordsOf(mark) && <p className={mark.kind === "first" || mark.kind === "answer" ? "voice" : undefined}>{wordsOf(mark)}</p>}
            </div>
            <span className="tiny">{mark.mentionId && <Evidence n={t("crisis.word")} what={t("crisis.whatWord")} ids={[mark.mentionId]} />}</span>
          </li>
        ))}
      </ol>
      {room.room.closedAt === null && <Decide id={room.room.id} />}
    </div>
  );
}

export function titleOf(mark: CrisisMark): string {
  return t(`crisis.mark.${mark.kind}`, { name: mark.by || t("spread.somebody"), version: mark.text.split(":")[0] ?? "" });
}

function wordsOf(mark: CrisisMark): string {
  if (mark.kind === "statement" || mark.kind === "sent" || mark.kind === "approved") return "";
  if (mark.kind === "changes") return mark.text.slice(mark.text.indexOf(":") + 1).trim();
  return mark.text;
}

function Decide({ id }: { id: string }) {
  const [text, setText] = useState("");
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: () => post<CrisisRoom>(`/crisis/${id}/decisions`, { text }),
    onSuccess: async () => {
      setText("");
      await client.invalidateQueries({ queryKey: ["crisis"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate();
  };
  return (
    <form className="crisis-decide" onSubmit={submit}>
      <label className="field">
        <span>{t("crisis.decision")}</span>
        <textarea className="inp" rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      {decide.isError && <ErrorNote error={decide.error} />}
      <button type="submit" className="btn s" disabled={decide.isPending || text.trim() === ""}>
        {t("crisis.decide")}
      </button>
    </form>
  );
}
