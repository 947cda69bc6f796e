import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";
import { post } from "../../api/client.ts";
import type { MentionView } from "../../api/types.ts";
import { Layer } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";
import { Voice } from "../../parts/Voice.tsx";
import { t, type TextKey } from "../../texts/index.ts";
import { USES, type RightsView } from "./records.ts";

/** Asks the author of a word whether we may use it. */
export function RightsAsk({ mention }: { mention: MentionView }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t("rights.ask")}
      </button>
      <Layer open={open} onClose={() => setOpen(false)} label={t("rights.askTitle")}>
        <Sheet mention={mention} onClose={() => setOpen(false)} />
      </Layer>
    </>
  );
}

function Sheet({ mention, onClose }: { mention: MentionView; onClose: () => void }) {
  const [uses, setUses] = useState<string[]>(["site"]);
  const [until, setUntil] = useState(() => `${new Date().getFullYear() + 1}-12-31`);
  const [there, setThere] = useState(mention.source !== null);
  const [text, setText] = useState(() => t("rights.askDraft", { name: mention.author.name }));
  const key = useRef(crypto.randomUUID());
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () => post<RightsView>(`/mentions/${mention.id}/rights`, { uses, until, text: text.trim(), send: there, key: key.current }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["rights"] });
      void client.invalidateQueries({ queryKey: ["conversations"] });
      if (!there) return;
      toast(t("rights.askSent", { name: mention.author.name }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  const link = there ? null : ask.data?.link;
  if (link) {
    return (
      <div className="thank-sheet">
        <h2>{t("rights.askTitle")}</h2>
        <Voice text={mention.text || mention.title} language={mention.language} short />
        <label className="field">
          <span>{t("rights.link")}</span>
          <input className="inp mono" readOnly value={link} onFocus={(event) => event.target.select()} />
        </label>
        <p className="tiny qq">{t("rights.askNote")}</p>
        <div className="deeds">
          <button type="button" className="btn" onClick={onClose}>
            {t("words.close")}
          </button>
        </div>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className="thank-sheet">
      <h2>{t("rights.askTitle")}</h2>
      <Voice text={mention.text || mention.title} language={mention.language} short />
      <fieldset>
        <legend className="lab">{t("rights.for")}</legend>
        {USES.map((use) => (
          <label className="check" key={use}>
            <input type="checkbox" checked={uses.includes(use)} onChange={(event) => setUses(event.target.checked ? [...uses, use] : uses.filter((one) => one !== use))} />
            <span>{t(`rights.use_${use}` as TextKey)}</span>
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>{t("rights.untilLabel")}</span>
        <input className="inp" type="date" required value={until} onChange={(event) => setUntil(event.target.value)} />
      </label>
      <fieldset>
        <legend className="lab">{t("rights.how")}</legend>
        <label className="check">
          <input type="radio" name="how" checked={there} disabled={mention.source === null} onChange={() => setThere(true)} />
          <span>{t("rights.inThread")}</span>
        </label>
        <label className="check">
          <input type="radio" name="how" checked={!there} onChange={() => setThere(false)} />
          <span>{t("rights.byLink")}</span>
        </label>
      </fieldset>
      {there && (
        <label className="field">
          <span>{t("rights.text")}</span>
          <textarea className="inp" rows={4} required value={text} onChange={(event) => setText(event.target.value)} />
        </label>
      )}
      <p className="tiny qq">{t("rights.askNote")}</p>
      {ask.isError && <ErrorNote error={ask.error} />}
      <div className="deeds">
        <button type="button" className="btn" onClick={onClose}>
          {t("words.close")}
        </button>
        <button type="submit" className="btn go" disabled={ask.isPending || uses.length === 0}>
          {t(there ? "rights.send" : "rights.make")}
        </button>
      </div>
    </form>
  );
}
