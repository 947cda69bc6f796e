import { useMutation } from "@tanstack/react-query";
import { Fragment, useEffect, useRef } from "react";
import { post } from "../../api/client.ts";
import { useSession } from "../../api/queries.ts";
import type { ConversationView, MentionView, ReplyView, ThreadEntry } from "../../api/types.ts";
import { Avatar, initialsOf } from "../../parts/Avatar.tsx";
import { Byline } from "../../parts/Cutting.tsx";
import { ClockIcon } from "../../parts/icons.tsx";
import { Reasons } from "../../parts/ReasonChip.tsx";
import { isJudged, Judgement } from "../../parts/signs.tsx";
import { Notice, sentence } from "../../parts/states.tsx";
import { clock, span, useClock, when, whole } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { isForeign, languageName, Voice } from "../../parts/Voice.tsx";
import { t, tMaybe, told } from "../../texts/index.ts";
import type { Target } from "./Composer.tsx";
import { webAddress } from "../../parts/address.ts";
import { refresh } from "./data.ts";

const PAUSE_MS = 3_600_000;
const LONG_PAUSE_MS = 12 * 3_600_000;

interface ThreadProps {
  view: ConversationView;
  onAnswer: (target: Target) => void;
  onRedraft: (reply: ReplyView) => void;
}

/** One time line across all places; a dashed line with a sentence marks each hop. */
export function Thread({ view, onAnswer, onRedraft }: ThreadProps) {
  const list = useRef<HTMLOListElement>(null);
  const { thread, row } = view;
  useEffect(() => {
    if (!list.current) return;
    // The newest stands above the composer, unless that would hide the word that waits.
    settleAtFoot(list.current);
    list.current.querySelector(`[data-mention="${row.opener.mentionId}"]`)?.scrollIntoView({ block: "nearest" });
  }, [row.opener.mentionId, thread.length]);
  return (
    <ol className="thread" ref={list} tabIndex={0} aria-label={t("conversations.thread")}>
      {thread.map((entry, i) => (
        <Fragment key={`${entry.kind} ${entry.at} ${entry.mention?.id ?? entry.reply?.id ?? i}`}>
          <Hop before={thread[i - 1]} entry={entry} />
          <Entry entry={entry} view={view} onAnswer={onAnswer} onRedraft={onRedraft} />
        </Fragment>
      ))}
    </ol>
  );
}

const FACE_PX = 48;

/** Scrolls to the newest; where that would cut the uppermost face in half, its byline and face go out of sight whole. */
function settleAtFoot(list: HTMLElement): void {
  list.style.paddingBottom = "";
  list.scrollTo(0, list.scrollHeight);
  const top = list.getBoundingClientRect().top;
  const cut = [...list.querySelectorAll(".say")].map((say) => top - say.getBoundingClientRect().top).find((above) => above > 0 && above < FACE_PX);
  if (cut === undefined) return;
  list.style.paddingBottom = `${FACE_PX - cut}px`;
  list.scrollTo(0, list.scrollHeight);
}

function Hop({ before, entry }: { before: ThreadEntry | undefined; entry: ThreadEntry }) {
  if (!before || entry.kind === "act") return null;
  const from = before.mention?.source;
  const to = entry.mention?.source;
  const moved = from && to && from.id !== to.id;
  const pause = new Date(entry.at).getTime() - new Date(before.at).getTime();
  const paused = pause > (moved ? PAUSE_MS : LONG_PAUSE_MS);
  if (!paused && !moved) return null;
  const values = { span: span(before.at, entry.at), source: to?.name ?? "" };
  return <li className="hop">{t(paused ? (moved ? "conversations.hop_later_on" : "conversations.hop_later") : "conversations.hop_on", values)}</li>;
}

function Entry({ entry, view, onAnswer, onRedraft }: ThreadProps & { entry: ThreadEntry }) {
  if (entry.mention) return <Said mention={entry.mention} view={view} onAnswer={onAnswer} />;
  if (entry.reply) return <Ours reply={entry.reply} view={view} onRedraft={onRedraft} />;
  if (entry.note) {
    return (
      <li className="say note">
        <Avatar initials={initialsOf(entry.note.by.name)} size="s" us />
        <div>
          <p className="byline">
            <span className="who">{entry.note.by.name}</span>
            <span>{t("conversations.note_kind")}</span>
            <time dateTime={entry.at} title={whole(entry.at)}>{when(entry.at)}</time>
          </p>
          <p className="note-text" dir="auto">{entry.note.text}</p>
        </div>
      </li>
    );
  }
  if (!entry.act) return null;
  const { by, deed, text, until } = entry.act;
  const values = { name: by.name, text: tMaybe(`words.need${text}`) ?? text, until: until ? when(until) : "", deed };
  return (
    <li className="hop act">
      <span>
        {tMaybe(`conversations.act_${deed}`, values) ?? t("conversations.act_other", values)}, <time dateTime={entry.at}>{when(entry.at)}</time>
      </span>
    </li>
  );
}

function Said({ mention, view, onAnswer }: { mention: MentionView; view: ConversationView; onAnswer: (target: Target) => void }) {
  const { author, understanding: u } = mention;
  const name = author.name || t("conversations.somebody");
  const isOpener = mention.id === view.row.opener.mentionId;
  // The words that decided on the need, where this is the word that waits; else those that were matched.
  const marks = isOpener && view.row.opener.marks.length > 0 ? view.row.opener.marks : mention.marks;
  const target = view.answer.inReplyTo !== mention.id && view.answer.can && !author.own && !mention.deletedAt;
  return (
    <li className={author.own ? "say us" : "say"} data-mention={mention.id}>
      <Avatar initials={initialsOf(author.name)} us={author.own} />
      <div>
        <Byline mention={mention} />
        {mention.deletedAt ? (
          <p className="voice read qq">{t("words.deleted", { at: clock(mention.deletedAt) })}</p>
        ) : (
          <Voice text={mention.text || mention.title} language={mention.language} marks={marks} read />
        )}
        {isForeign(mention.language) && isJudged(u.sentiment) && !mention.deletedAt && <p className="gloss">{languageName(mention.language)}</p>}
        {!author.own && (
          <div className="reasons judged">
            <Judgement mention={mention} />
            {isOpener ? (
              <Reasons row={view.row} />
            ) : (
              u.intents.map((intent) => (
                <span key={intent} className="reason">
                  {tMaybe(`words.${intent}`) ?? intent}
                </span>
              ))
            )}
            {target && (
              <button type="button" className="link tiny" onClick={() => onAnswer({ mentionId: mention.id, name })}>
                {t("conversations.answer_this")}
              </button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

function Ours({ reply, view, onRedraft }: { reply: ReplyView; view: ConversationView; onRedraft: (reply: ReplyView) => void }) {
  const now = useClock(1);
  const brand = useSession().data?.workspace?.brand ?? "";
  const left = Math.max(0, Math.ceil((new Date(reply.sendAt).getTime() - now.getTime()) / 1000));
  const state = reply.state === "planned" && left === 0 ? "sending" : reply.state;
  return (
    <li className={state === "taken-back" ? "say us gone" : "say us"}>
      <Avatar initials={initialsOf(reply.by.name)} us />
      <div>
        <p className="byline">
          <span className="who">{brand ? t("conversations.for_us", { name: reply.as || reply.by.name, brand }) : reply.as || reply.by.name}</span>
          <span>{view.answer.where}</span>
          <time dateTime={reply.sentAt ?? reply.sendAt} title={whole(reply.sentAt ?? reply.sendAt)}>{when(reply.sentAt ?? reply.sendAt)}</time>
          {state !== "refused" && state !== "unknown" && <span>{t(`conversations.reply_${state}`, { n: left })}</span>}
          {webAddress(reply.url) && (
            <a href={webAddress(reply.url)} target="_blank" rel="noopener noreferrer">
              {t("conversations.see_there")}
            </a>
          )}
        </p>
        <Voice text={reply.text} read />
        <Trouble reply={reply} where={view.answer.where} onRedraft={onRedraft} />
      </div>
    </li>
  );
}

/** Refused and unknown in plain words: what happened, what is safe, one way out. */
function Trouble({ reply, where, onRedraft }: { reply: ReplyView; where: string; onRedraft: (reply: ReplyView) => void }) {
  const retry = useMutation({
    mutationFn: () => post<ReplyView>(`/replies/${reply.id}/retry`),
    onSuccess: () => refresh(reply.conversationId),
    onError: (error) => toast(sentence(error), undefined, { good: false }),
  });
  if (reply.state === "refused") {
    return (
      <Notice fault>
        <b>{t("conversations.refused", { source: where })}</b> {reply.why && told(reply.why)} {t("conversations.refused_safe")}{" "}
        <button type="button" className="link" disabled={retry.isPending} onClick={() => retry.mutate()}>
          {t("conversations.try_again")}
        </button>{" "}
        <button type="button" className="link" onClick={() => onRedraft(reply)}>
          {t("conversations.use_draft")}
        </button>
      </Notice>
    );
  }
  if (reply.state === "unknown") {
    return (
      <Notice icon={<ClockIcon />}>
        <b>{t("conversations.unknown")}</b> {reply.why && told(reply.why)} {t("conversations.unknown_safe", { source: where })}{" "}
        <button type="button" className="link" disabled={retry.isPending} onClick={() => retry.mutate()}>
          {t("conversations.look_now")}
        </button>
      </Notice>
    );
  }
  return null;
}
