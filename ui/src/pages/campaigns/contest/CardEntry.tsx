import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { post } from "../../../api/client.ts";
import { ErrorNote } from "../../../parts/states.tsx";
import { ownLanguageName } from "../../../parts/Voice.tsx";
import { currentLanguage, languages, t, type Language } from "../../../texts/index.ts";
import type { CardReceipt } from "./records.ts";

/** Types in an entry that somebody wrote on a card at the counter. */
export function CardEntry({ campaign, publicUrl }: { campaign: string; publicUrl: string }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [words, setWords] = useState("");
  const [language, setLanguage] = useState<Language>(currentLanguage());
  const add = useMutation({
    mutationFn: () => post<CardReceipt>(`/campaigns/${campaign}/entries`, { name, words, language }),
    onSuccess: async () => {
      setName("");
      setWords("");
      await client.invalidateQueries({ queryKey: ["contest", campaign] });
    },
  });
  if (!open) {
    return (
      <p className="contest-deeds">
        <button type="button" className="btn s" onClick={() => setOpen(true)}>
          {t("contest.card")}
        </button>
      </p>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="contest-form" onSubmit={submit}>
      <label className="field">
        <span>{t("contest.cardName")}</span>
        <input className="inp" value={name} required onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("contest.cardWords")}</span>
        <textarea className="inp" rows={3} value={words} maxLength={500} required onChange={(event) => setWords(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("contest.cardLanguage")}</span>
        <select className="inp" value={language} onChange={(event) => setLanguage(event.target.value as Language)}>
          {languages.map((one) => (
            <option key={one} value={one}>
              {ownLanguageName(one)}
            </option>
          ))}
        </select>
      </label>
      {add.isError && <ErrorNote error={add.error} />}
      {add.data && (
        <p className="small" role="status">
          {t("contest.cardIn", { no: String(add.data.number) })} <code>{new URL(add.data.receipt, publicUrl).href}</code>
        </p>
      )}
      <p className="contest-deeds">
        <button type="submit" className="btn go" disabled={add.isPending}>
          {t("contest.cardAdd")}
        </button>
        <button type="button" className="btn" onClick={() => setOpen(false)}>
          {t("words.close")}
        </button>
      </p>
    </form>
  );
}
