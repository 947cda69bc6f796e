import { useMutation } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";
import { post } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import type { ThankedView, ToThank } from "../api/types.ts";
import { t, tMaybe } from "../texts/index.ts";
import { Layer } from "./Dialog.tsx";
import { ErrorNote } from "./states.tsx";
import { toast } from "./toast.tsx";
import { Voice } from "./Voice.tsx";

type How = "in-thread" | "private" | "gift";
const WAYS: { how: How; name: "thread" | "private" | "gift" }[] = [
  { how: "in-thread", name: "thread" },
  { how: "private", name: "private" },
  { how: "gift", name: "gift" },
];

/** Opens the sheet in which one thanks a person for a word. */
export function ThankButton({ due, label }: { due: ToThank; label?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn s" aria-label={t("now.thank_whom", { name: due.person.name })} onClick={() => setOpen(true)}>
        {label ?? t("words.thank")}
      </button>
      <Layer open={open} onClose={() => setOpen(false)} label={t("thanks.sheet", { name: due.person.name })}>
        <Sheet due={due} onClose={() => setOpen(false)} />
      </Layer>
    </>
  );
}

function Sheet({ due: { person, mention, why }, onClose }: { due: ToThank; onClose: () => void }) {
  const [how, setHow] = useState<How>("in-thread");
  const [text, setText] = useState("");
  const key = useRef(crypto.randomUUID());
  const there = how === "in-thread";
  const thank = useMutation({
    mutationFn: () =>
      post<ThankedView>(`/people/${person.id}/thanks`, { mentionId: mention.id, how, text: text.trim(), send: there, key: key.current }),
    onSuccess: ({ thanks, reply }) => {
      toast(thanks ? t("thanks.entered", { n: thanks.number }) : t("thanks.going", { text: text.trim() }));
      settle(person.id);
      if (reply) window.setTimeout(() => settle(person.id), Math.max(0, new Date(reply.sendAt).getTime() - Date.now()) + 1_500);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    thank.mutate();
  };
  return (
    <form onSubmit={submit} className="thank-sheet">
      <h2>{t("thanks.sheet", { name: person.name })}</h2>
      <Voice text={mention.text || mention.title} language={mention.language} />
      <p className="tiny qq">{tMaybe(`person.thank_${why}`) ?? why}</p>
      <fieldset>
        <legend className="lab">{t("thanks.where")}</legend>
        {WAYS.map((way) => (
          <label className="check" key={way.how}>
            <input type="radio" name="how" checked={how === way.how} onChange={() => setHow(way.how)} />
            <span>{t(`thanks.${way.name}`)}</span>
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>{t(there ? "thanks.text_thread" : "thanks.text_note")}</span>
        <textarea className="inp" rows={3} value={text} autoFocus onChange={(event) => setText(event.target.value)} />
      </label>
      {thank.isError && <ErrorNote error={thank.error} />}
      <div className="deeds">
        <button type="button" className="btn" onClick={onClose}>
          {t("words.close")}
        </button>
        <button type="submit" className="btn go" disabled={thank.isPending || (there && text.trim() === "")}>
          {t(there ? "thanks.send" : "thanks.note")}
        </button>
      </div>
    </form>
  );
}

function settle(person: string): void {
  for (const queryKey of [["now"], ["thanks"], ["person", person], ["conversations"]]) {
    void queries.invalidateQueries({ queryKey });
  }
}
