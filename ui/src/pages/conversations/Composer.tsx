import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { post, remove } from "../../api/client.ts";
import { useSession } from "../../api/queries.ts";
import type { ConversationView, ReplyView } from "../../api/types.ts";
import { useKeys } from "../../keys/keys.ts";
import { announce } from "../../parts/announce.tsx";
import { AnswerIcon, NoteIcon } from "../../parts/icons.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { ErrorNote, Notice, sentence } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";
import { number, t, told } from "../../texts/index.ts";
import { T } from "../../texts/T.tsx";
import { webAddress } from "../../parts/address.ts";
import { refresh, useDeed } from "./data.ts";

/** Whose word is answered, where another than the proposed one was chosen. */
export interface Target {
  mentionId: string;
  name: string;
}

interface ComposerProps {
  view: ConversationView;
  target: Target | null;
  draft: string | null;
  writing: boolean;
  onSent: () => void;
}

/** A name for this attempt: the server sends at most one answer for it, however often it is asked. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/* What is being written survives a walk to another page and a reload. */
const drafts = {
  get: (id: string) => sessionStorage.getItem(`wordborne-draft-${id}`) ?? "",
  set: (id: string, text: string) => {
    if (text) sessionStorage.setItem(`wordborne-draft-${id}`, text);
    else sessionStorage.removeItem(`wordborne-draft-${id}`);
  },
};

/** First line: to whom, where, how public, as whom. Then the words, their length, and the deed. */
export function Composer(props: ComposerProps) {
  const [noting, setNoting] = useState(false);
  useKeys({ n: () => setNoting(true) });
  const { view } = props;
  return (
    <div className="composer-room">
      {noting ? (
        <NoteBox id={view.row.id} onClose={() => setNoting(false)} />
      ) : view.answer.can ? (
        <AnswerBox {...props} onNote={() => setNoting(true)} />
      ) : (
        <Cannot view={view} onNote={() => setNoting(true)} />
      )}
    </div>
  );
}

function Cannot({ view, onNote }: { view: ConversationView; onNote: () => void }) {
  const opener = view.thread.find((entry) => entry.mention?.id === view.row.opener.mentionId)?.mention;
  return (
    <Notice>
      <b>{t("conversations.cannot")}</b> {view.answer.whyNot && told(view.answer.whyNot)}{" "}
      {webAddress(opener?.url) && (
        <a href={webAddress(opener?.url)} target="_blank" rel="noopener noreferrer">
          {t("conversations.answer_there")}
        </a>
      )}{" "}
      <button type="button" className="link" onClick={onNote}>
        {t("conversations.note")}
      </button>
    </Notice>
  );
}

function AnswerBox({ view, target, draft, writing, onSent, onNote }: ComposerProps & { onNote: () => void }) {
  const { row, answer } = view;
  const [text, setText] = useState(() => draft ?? drafts.get(row.id));
  const key = useRef(newKey());
  const box = useRef<HTMLTextAreaElement>(null);
  const to = target?.name ?? (answer.to || t("conversations.to_unnamed"));
  const focus = () => box.current?.focus();
  useKeys({ r: focus });
  useEffect(() => {
    if (writing) focus();
  }, [writing, target]);
  useEffect(() => drafts.set(row.id, text), [row.id, text]);

  const length = Array.from(text.trim()).length;
  const tooMany = answer.limit ? length - answer.limit.max : 0;
  const takeBack = useTakeBack(view, setText);
  const send = useMutation({
    mutationFn: () =>
      post<ReplyView>(`/conversations/${row.id}/replies`, {
        text: text.trim(),
        inReplyTo: target?.mentionId ?? answer.inReplyTo,
        key: key.current,
      }),
    onSuccess: (reply) => {
      key.current = newKey();
      setText("");
      drafts.set(row.id, "");
      onSent();
      refresh(row.id);
      const ends = new Date(reply.sendAt).getTime();
      window.setTimeout(() => refresh(row.id), Math.max(0, ends - Date.now()) + 1_500);
      toast((n) => (n > 0 ? t("conversations.goes_out", { to, n }) : t("conversations.went_out", { to })), {
        label: t("conversations.take_back"),
        key: "z",
        run: () => takeBack.mutate(reply),
      }, { ends });
      announce(t("conversations.goes_out", { to, n: 8 }));
    },
  });
  const go = () => {
    if (send.isPending || tooMany > 0) return;
    if (length === 0) {
      announce(t("conversations.write_something"));
      focus();
    } else send.mutate();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <ToLine view={view} to={to} />
      <textarea
        ref={box}
        className="text"
        aria-label={t("conversations.composer")}
        aria-keyshortcuts="Meta+Enter Control+Enter"
        dir="auto"
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={sendOrLeave(go)}
      />
      {send.error && <ErrorNote error={send.error} onRetry={go} />}
      <div className="bar">
        <Length n={length} limit={answer.limit} where={answer.where} tooMany={tooMany} />
        <button type="button" className="link note-link" onClick={onNote}>
          {t("conversations.note")}
        </button>
        <button type="submit" className="btn go" disabled={send.isPending || tooMany > 0}>
          {send.isPending ? t("conversations.sending") : t("conversations.send")} <Kbd>⌘↵</Kbd>
        </button>
      </div>
    </form>
  );
}

function sendOrLeave(go: () => void, leave?: () => void) {
  return (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      go();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      event.currentTarget.blur();
      leave?.();
    }
  };
}

function useTakeBack(view: ConversationView, setText: (text: string) => void) {
  const id = view.row.id;
  return useMutation({
    mutationFn: (reply: ReplyView) => remove<ReplyView>(`/replies/${reply.id}`),
    onSuccess: (state, reply) => {
      refresh(id);
      if (state && state.state !== "taken-back") return void toast(t("conversations.too_late"), undefined, { good: false });
      setText(reply.text);
      drafts.set(id, reply.text);
      toast(t("conversations.taken_back"));
    },
    onError: (error) => {
      refresh(id);
      toast(sentence(error), undefined, { good: false });
    },
  });
}

function ToLine({ view, to }: { view: ConversationView; to: string }) {
  const { answer } = view;
  const brand = useSession().data?.workspace?.brand ?? "";
  const names = { to: <b><bdi>{to}</bdi></b>, where: answer.where, as: <b>{answer.as}</b> };
  return (
    <p className="to">
      <AnswerIcon />
      <span>{brand ? <T k="conversations.to_line_as" {...names} brand={<b>{brand}</b>} /> : <T k="conversations.to_line" {...names} />}</span>
    </p>
  );
}

interface LengthProps {
  n: number;
  limit: { max: number } | null;
  where: string;
  tooMany: number;
}

/** Length by the place's own rule: from 90 % in mixed, over it in urgent with how many too many. */
function Length({ n, limit, where, tooMany }: LengthProps) {
  if (!limit) return <span className="len">{t("conversations.length_free", { n })}</span>;
  const share = Math.min(1, n / limit.max);
  const tone = tooMany > 0 ? "over" : share >= 0.9 ? "near" : "";
  const words = tooMany > 0 ? t("conversations.length_over", { n: tooMany }) : t("conversations.length_of", { n, max: number(limit.max), where });
  return (
    <span className={`len ${tone}`} aria-live={tone ? "polite" : undefined}>
      <svg width="64" height="6" viewBox="0 0 64 6" aria-hidden="true">
        <rect width="64" height="6" rx="3" fill="var(--sunk)" />
        <rect width={64 * share} height="6" rx="3" fill="currentColor" />
      </svg>
      <span>{words}</span>
    </span>
  );
}

function NoteBox({ id, onClose }: { id: string; onClose: () => void }) {
  const [text, setText] = useState("");
  const deed = useDeed();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const keep = () => {
    if (text.trim()) deed.mutate({ id, deed: "notes", body: { text: text.trim() } }, { onSuccess: onClose });
  };
  return (
    <form
      className="composer noting"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <p className="to">
        <NoteIcon />
        <span>{t("conversations.note_line")}</span>
      </p>
      <textarea ref={box} className="text plain" aria-label={t("conversations.note_box")} dir="auto" rows={3} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={sendOrLeave(keep, text ? undefined : onClose)} />
      <div className="bar">
        <button type="button" className="link note-link" onClick={onClose}>
          {t("conversations.note_cancel")}
        </button>
        <button type="submit" className="btn go" disabled={deed.isPending || !text.trim()}>
          {t("conversations.note_save")} <Kbd>⌘↵</Kbd>
        </button>
      </div>
    </form>
  );
}
