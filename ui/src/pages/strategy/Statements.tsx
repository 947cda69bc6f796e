import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { post, remove } from "../../api/client.ts";
import { AskedDeed } from "../../parts/AskedDeed.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { Unfolded, useUnfold } from "../../parts/Unfold.tsx";
import { t } from "../../texts/index.ts";
import type { Kind, StatementView } from "./records.ts";

const KINDS: Kind[] = ["aim", "promise", "competence", "refusal", "spend"];

/** What you set out to do, in your own words, so that it can be held against theirs. */
export function Statements({ statements }: { statements: StatementView[] }) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ["strategy"] });
  const form = useUnfold<"statement" | "theme">();
  const withdraw = useMutation({ mutationFn: (id: string) => remove(`/strategy/statements/${id}`), onSuccess: again });
  return (
    <section className="block statements">
      <Head
        title={t("strategy.written")}
        sub={t("strategy.writtenSub")}
        act={
          <>
            <button type="button" className="btn s" {...form.opens("statement")}>
              {t("strategy.write")}
            </button>{" "}
            <button type="button" className="btn s" {...form.opens("theme")}>
              {t("strategy.addTheme")}
            </button>
          </>
        }
      />
      {form.open && <Unfolded key={form.open}>{form.open === "statement" ? <Write onDone={form.close} /> : <AddTheme onDone={form.close} />}</Unfolded>}
      {withdraw.isError && <ErrorNote error={withdraw.error} />}
      {statements.length === 0 && <p className="small qq">{t("strategy.noStatement")}</p>}
      <dl>
        {KINDS.filter((kind) => statements.some((one) => one.kind === kind)).map((kind) => (
          <div key={kind}>
            <dt>{t(`strategy.kinds_${kind}`)}</dt>
            {statements
              .filter((one) => one.kind === kind)
              .map((one) => (
                <dd key={one.id}>
                  <span>
                    {one.text}
                    {one.amount && <b> {one.amount}</b>}
                    {one.query && <span className="hash"> {one.query}</span>}
                  </span>
                  <AskedDeed className="link tiny" deed={t("strategy.takeBack")} label={t("strategy.takeBackOf", { text: one.text })} disabled={withdraw.isPending} title={t("strategy.takeBackTitle", { text: one.text })} onDeed={() => withdraw.mutate(one.id)}>
                    {t("strategy.takeBackText")}
                  </AskedDeed>
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function Write({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const [kind, setKind] = useState<Kind>("aim");
  const [text, setText] = useState("");
  const [query, setQuery] = useState("");
  const [amount, setAmount] = useState("");
  const write = useMutation({
    mutationFn: () => post<StatementView>("/strategy/statements", { kind, text, query, amount: kind === "spend" ? amount : null }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["strategy"] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate();
  };
  return (
    <form className="decide" onSubmit={submit}>
      <label className="field">
        <span>{t("strategy.kind")}</span>
        <select className="inp" value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`strategy.kind_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("strategy.text")}</span>
        <textarea className="inp" rows={2} value={text} maxLength={500} onChange={(event) => setText(event.target.value)} required />
      </label>
      {kind === "spend" && (
        <label className="field">
          <span>{t("strategy.amount")}</span>
          <input className="inp" value={amount} placeholder="1200.00 GBP" onChange={(event) => setAmount(event.target.value)} required />
        </label>
      )}
      <label className="field">
        <span>
          {t("strategy.about")} <span className="hint">{t("strategy.aboutHint")}</span>
        </span>
        <input className="inp" value={query} onChange={(event) => setQuery(event.target.value)} />
      </label>
      {write.isError && <ErrorNote error={write.error} />}
      <Buttons busy={write.isPending} onDone={onDone} />
    </form>
  );
}

function AddTheme({ onDone }: { onDone: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [query, setQuery] = useState("");
  const add = useMutation({
    mutationFn: () => post("/strategy/themes", { name, query }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["strategy"] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="decide" onSubmit={submit}>
      <label className="field">
        <span>{t("strategy.name")}</span>
        <input className="inp" value={name} maxLength={80} onChange={(event) => setName(event.target.value)} required />
      </label>
      <label className="field">
        <span>{t("strategy.looksFor")}</span>
        <input className="inp" value={query} onChange={(event) => setQuery(event.target.value)} required />
      </label>
      {add.isError && <ErrorNote error={add.error} />}
      <Buttons busy={add.isPending} onDone={onDone} />
    </form>
  );
}

function Buttons({ busy, onDone }: { busy: boolean; onDone: () => void }) {
  return (
    <p className="theme-deeds">
      <button type="submit" className="btn go" disabled={busy}>
        {t("strategy.keep")}
      </button>
      <button type="button" className="btn" onClick={onDone}>
        {t("words.cancel")}
      </button>
    </p>
  );
}
