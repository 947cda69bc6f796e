import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link } from "wouter";
import { get, post } from "../../api/client.ts";
import { useLive } from "../../api/live.ts";
import { AskedDeed } from "../../parts/AskedDeed.tsx";
import { Ask } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { Empty, ErrorNote, Loading, Notice } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { Unfolded, useUnfold } from "../../parts/Unfold.tsx";
import { Voice } from "../../parts/Voice.tsx";
import { t } from "../../texts/index.ts";
import { CallPart } from "./CallPart.tsx";
import type { WishesView, WishView } from "./records.ts";
import "./strategy.css";

/** What customers wish for, most wished first, and what we answer. */
export default function WishesPage() {
  const client = useQueryClient();
  useLive("strategy", () => void client.invalidateQueries({ queryKey: ["wishes"] }));
  const found = useQuery({ queryKey: ["wishes"], queryFn: ({ signal }) => get<WishesView>("/wishes", {}, signal), refetchInterval: 30_000 });
  const view = found.data;
  return (
    <div className="pad strategy">
      <p className="small">
        <Link href="/strategy">{t("wishes.back")}</Link>
      </p>
      <h1>{view && view.wishes.length > 0 ? t("wishes.title", { n: view.wishes.length }) : t("wishes.name")}</h1>
      <p className="dek">
        {t("wishes.dek")}{" "}
        {view && (
          <a href={view.board} target="_blank" rel="noopener noreferrer">
            {t("wishes.board")}
          </a>
        )}
      </p>
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {view && !view.mail && view.wishes.some((wish) => wish.purchase) && (
        <Notice>
          {t("wishes.noMail")} <Link href="/sources">{t("wishes.toSources")}</Link>
        </Notice>
      )}
      {view?.wishes.length === 0 && <Empty lead={t("wishes.none")}>{t("wishes.noneHelp")}</Empty>}
      <ul className="wishes">
        {view?.wishes.map((wish) => (
          <li key={wish.id}>
            <WishPart wish={wish} others={view.wishes} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const tones: Record<WishView["state"], string> = { heard: "neutral", planned: "positive", offered: "positive", done: "positive", no: "urgent" };

function WishPart({ wish, others }: { wish: WishView; others: WishView[] }) {
  const client = useQueryClient();
  const form = useUnfold<"answer" | "merge" | "seller">();
  const again = async () => {
    await client.invalidateQueries({ queryKey: ["wishes"] });
    form.close();
  };
  const show = useMutation({ mutationFn: () => post(`/wishes/${wish.id}/show`, {}), onSuccess: again });
  const hide = useMutation({ mutationFn: () => post(`/wishes/${wish.id}/hide`, {}), onSuccess: again });
  return (
    <article className="block wish" aria-label={t("wishes.one", { n: wish.number })}>
      <Head title={t("wishes.one", { n: wish.number })} sub={t("wishes.votes", { n: wish.votes })} act={<span className={`stamp ${wish.aside ? "neutral" : tones[wish.state]}`}>{t(wish.aside ? "wishes.aside" : `wishes.${wish.state}`)}</span>} />
      <Voice text={wish.text} />
      {wish.aside && <p className="small q">{t("wishes.asideWhy")}</p>}
      <p className="small qq">
        {when(wish.postedAt)}
        {wish.purchase && `, ${t("wishes.purchase", { n: wish.purchase.quantity, place: wish.purchase.place, day: wish.purchase.day, currency: wish.purchase.currency })}`}
      </p>
      {wish.answer && (
        <p className="small">
          <b>{wish.answeredBy}</b>: {wish.answer}
        </p>
      )}
      {wish.purchase && <CallPart wish={wish} />}
      <p className="theme-deeds">
        {wish.aside && (
          <button type="button" className="btn s" disabled={show.isPending} onClick={() => show.mutate()}>
            {t("wishes.show")}
          </button>
        )}
        <button type="button" className="btn s" {...form.opens("answer")}>
          {t("wishes.answer")}
        </button>
        {wish.purchase && wish.call?.state !== "closed" && wish.call?.state !== "settled" && (
          <button type="button" className="btn s" {...form.opens("seller")}>
            {t("wishes.invite")}
          </button>
        )}
        {!wish.purchase && others.length > 1 && (
          <button type="button" className="btn s" {...form.opens("merge")}>
            {t("wishes.merge")}
          </button>
        )}
        <AskedDeed className="btn s quiet" deed={t("wishes.hide")} disabled={hide.isPending} title={t("wishes.hideTitle", { n: wish.number })} onDeed={() => hide.mutate()}>
          {t(wish.call?.state === "open" || wish.call?.state === "over" ? "wishes.hideCallText" : "wishes.hideText")}
        </AskedDeed>
      </p>
      {show.isError && <ErrorNote error={show.error} />}
      {hide.isError && <ErrorNote error={hide.error} />}
      {form.open && (
        <Unfolded key={form.open}>
          {form.open === "answer" && <Answer wish={wish} onDone={again} onCancel={form.close} />}
          {form.open === "seller" && <Invite wish={wish} onDone={again} onCancel={form.close} />}
          {form.open === "merge" && <Merge wish={wish} others={others} onDone={again} onCancel={form.close} />}
        </Unfolded>
      )}
    </article>
  );
}

interface FormProps {
  wish: WishView;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

function Answer({ wish, onDone, onCancel }: FormProps) {
  const [state, setState] = useState<WishView["state"]>(wish.state);
  const [text, setText] = useState("");
  const answer = useMutation({ mutationFn: () => post(`/wishes/${wish.id}/answer`, { state, text }), onSuccess: onDone });
  return (
    <form className="decide" onSubmit={submitted(answer.mutate)}>
      <label className="field">
        <span>{t("wishes.state")}</span>
        <select className="inp" value={state} onChange={(event) => setState(event.target.value as WishView["state"])}>
          {(["heard", "planned", "offered", "done", "no"] as const).map((one) => (
            <option key={one} value={one}>
              {t(`wishes.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t(wish.contact ? "wishes.wordsMail" : "wishes.words")}</span>
        <textarea className="inp" rows={3} value={text} maxLength={600} required onChange={(event) => setText(event.target.value)} />
      </label>
      {answer.isError && <ErrorNote error={answer.error} />}
      <Buttons send={t("wishes.sendAnswer")} busy={answer.isPending} onCancel={onCancel} />
    </form>
  );
}

function Invite({ wish, onDone, onCancel }: FormProps) {
  const [name, setName] = useState("");
  const [mail, setMail] = useState("");
  const invite = useMutation({ mutationFn: () => post(`/wishes/${wish.id}/sellers`, { name, mail }), onSuccess: onDone });
  return (
    <form className="decide" onSubmit={submitted(invite.mutate)}>
      <p className="small q">{t("wishes.inviteHow")}</p>
      <label className="field">
        <span>{t("wishes.seller")}</span>
        <input className="inp" value={name} maxLength={80} required onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("wishes.mail")}</span>
        <input className="inp" type="email" value={mail} required onChange={(event) => setMail(event.target.value)} />
      </label>
      {invite.isError && <ErrorNote error={invite.error} />}
      <Buttons send={t("wishes.sendInvite")} busy={invite.isPending} onCancel={onCancel} />
    </form>
  );
}

function Merge({ wish, others, onDone, onCancel }: FormProps & { others: WishView[] }) {
  const [into, setInto] = useState("");
  const [asking, setAsking] = useState(false);
  const other = others.find((one) => one.id === into);
  const merge = useMutation({ mutationFn: () => post(`/wishes/${wish.id}/merge`, { into }), onSuccess: onDone });
  return (
    <form className="decide" onSubmit={submitted(() => setAsking(true))}>
      <label className="field">
        <span>{t("wishes.sameAs")}</span>
        <select className="inp" value={into} required onChange={(event) => setInto(event.target.value)}>
          <option value="">{t("strategy.choose")}</option>
          {others
            .filter((one) => one.id !== wish.id)
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.number}: {one.text}
              </option>
            ))}
        </select>
      </label>
      {merge.isError && <ErrorNote error={merge.error} />}
      <Buttons send={t("wishes.sendMerge")} busy={merge.isPending} onCancel={onCancel} />
      <Ask open={asking} onClose={() => setAsking(false)} title={t("wishes.mergeTitle", { one: wish.number, other: other?.number ?? "" })} deed={t("wishes.sendMerge")} keep={t("words.cancel")} onDeed={() => merge.mutate()}>
        {t("wishes.mergeText", { one: wish.number, other: other?.number ?? "" })}
      </Ask>
    </form>
  );
}

function Buttons({ send, busy, onCancel }: { send: string; busy: boolean; onCancel: () => void }) {
  return (
    <p className="theme-deeds">
      <button type="submit" className="btn go" disabled={busy}>
        {send}
      </button>
      <button type="button" className="btn" onClick={onCancel}>
        {t("words.cancel")}
      </button>
    </p>
  );
}

function submitted(then: () => void) {
  return (event: FormEvent) => {
    event.preventDefault();
    then();
  };
}
