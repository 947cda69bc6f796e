import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { post } from "../../../api/client.ts";
import { ErrorNote } from "../../../parts/states.tsx";
import { Unfold } from "../../../parts/Unfold.tsx";
import { ownLanguageName } from "../../../parts/Voice.tsx";
import { currentLanguage, languages, t, type Language } from "../../../texts/index.ts";
import type { CardReceipt } from "./records.ts";

interface Card {
  name: string;
  words: string;
  language: Language;
}

/** Types in an entry that somebody wrote on a card at the counter; the address told of the last one stays when the contest closes. */
export function CardEntry({ campaign, publicUrl, open }: { campaign: string; publicUrl: string; open: boolean }) {
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (card: Card) => post<CardReceipt>(`/campaigns/${campaign}/entries`, card),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contest", campaign] }),
  });
  const receipt = add.data;
  return (
    <>
      {open && (
        <Unfold
          button={(opens) => (
            <p className="contest-deeds">
              <button type="button" className="btn s" {...opens}>
                {t("contest.card")}
              </button>
            </p>
          )}
        >
          {(close) => <CardForm busy={add.isPending} error={add.error} onAdd={(card, done) => add.mutate(card, { onSuccess: done })} onClose={close} />}
        </Unfold>
      )}
      {receipt && (
        <p className="small" role="status">
          {t("contest.cardIn", { no: String(receipt.number) })} <code>{new URL(receipt.receipt, publicUrl).href}</code>
        </p>
      )}
    </>
  );
}

interface CardFormProps {
  busy: boolean;
  error: Error | null;
  onAdd: (card: Card, done: () => void) => void;
  onClose: () => void;
}

function CardForm({ busy, error, onAdd, onClose }: CardFormProps) {
  const [name, setName] = useState("");
  const [words, setWords] = useState("");
  const [language, setLanguage] = useState<Language>(currentLanguage());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd({ name, words, language }, () => {
      setName("");
      setWords("");
    });
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
      {error && <ErrorNote error={error} />}
      <p className="contest-deeds">
        <button type="submit" className="btn go" disabled={busy}>
          {t("contest.cardAdd")}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t("words.close")}
        </button>
      </p>
    </form>
  );
}
