import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { put } from "../../../api/client.ts";
import { ErrorNote } from "../../../parts/states.tsx";
import { Unfold } from "../../../parts/Unfold.tsx";
import { t } from "../../../texts/index.ts";
import type { ContestView } from "./records.ts";

interface SetupProps {
  campaign: string;
  contest?: ContestView;
}

/** Says what a contest asks; until the campaign starts it may be changed. */
export function Setup({ campaign, contest }: SetupProps) {
  return (
    <Unfold
      button={(opens) => (
        <p className="contest-deeds">
          <button type="button" className="btn s" {...opens}>
            {contest ? t("contest.change") : t("contest.make")}
          </button>
        </p>
      )}
    >
      {(close) => <SetupForm campaign={campaign} contest={contest} onDone={close} />}
    </Unfold>
  );
}

function SetupForm({ campaign, contest, onDone }: SetupProps & { onDone: () => void }) {
  const client = useQueryClient();
  const [draft, setDraft] = useState({
    tag: contest?.tag ?? "",
    question: contest?.question ?? "",
    closesAt: contest?.closesLocal ?? "",
    minAge: String(contest?.minAge ?? 16),
    regions: contest?.regions.join(", ") ?? "",
    referralChances: String(contest?.referralChances ?? 0),
    claimDays: String(contest?.claimDays ?? 14),
    alternates: String(contest?.alternates ?? 5),
  });
  const save = useMutation({
    mutationFn: () =>
      put<ContestView>(`/campaigns/${campaign}/contest`, {
        tag: draft.tag,
        question: draft.question,
        ...(draft.closesAt ? { closesAt: draft.closesAt } : {}),
        minAge: Number(draft.minAge),
        regions: draft.regions.split(",").map((one) => one.trim()).filter(Boolean),
        referralChances: Number(draft.referralChances),
        claimDays: Number(draft.claimDays),
        alternates: Number(draft.alternates),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["contest", campaign] });
      onDone();
    },
  });
  const field = (name: keyof typeof draft, type = "text") => (
    <label className="field">
      <span>{t(`contest.f_${name}`)}</span>
      <input className="inp" type={type} value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} {...(type === "datetime-local" ? { step: 1 } : {})} {...(type === "number" ? { min: 0 } : {})} />
    </label>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="contest-form" onSubmit={submit}>
      {field("question")}
      {field("tag")}
      {field("closesAt", "datetime-local")}
      {field("regions")}
      <div className="contest-row">
        {field("minAge", "number")}
        {field("claimDays", "number")}
        {field("alternates", "number")}
        {field("referralChances", "number")}
      </div>
      {save.isError && <ErrorNote error={save.error} />}
      <p className="contest-deeds">
        <button type="submit" className="btn go" disabled={save.isPending}>
          {t("contest.save")}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t("contest.cancel")}
        </button>
      </p>
    </form>
  );
}
