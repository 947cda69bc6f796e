import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { post } from "../api/client.ts";
import type { ConversationOf, MentionView } from "../api/types.ts";
import { t, tMaybe } from "../texts/index.ts";
import { isJudged, Judgement, SignShape } from "./signs.tsx";
import { sentence } from "./states.tsx";
import { clock, when, whole } from "./time.ts";
import { toast } from "./toast.tsx";
import { webAddress } from "./address.ts";
import { RightsAsk } from "../pages/rights/RightsAsk.tsx";
import { isForeign, languageName, Name, Voice } from "./Voice.tsx";

interface CuttingProps {
  mention: MentionView;
  chosen?: boolean;
  onWhy?: () => void;
  onChoose?: () => void;
  children?: ReactNode;
}

/** A mention: sign at the margin, who, where and when, the voice, what was judged, what one can do. */
export function Cutting({ mention, chosen = false, onWhy, onChoose, children }: CuttingProps) {
  const { sentiment } = mention.understanding;
  return (
    <article className={chosen ? "cut on" : "cut"} aria-current={chosen || undefined} onClick={onChoose}>
      <span className={`mg ${sentiment.label}`}>{isJudged(sentiment) && <SignShape of={sentiment.label} />}</span>
      <div>
        <Byline mention={mention} />
        {mention.deletedAt ? (
          <p className="voice qq">{t("words.deleted", { at: clock(mention.deletedAt) })}</p>
        ) : (
          <Voice text={mention.text || mention.title} language={mention.language} marks={mention.marks} />
        )}
        <div className="marks">
          <Judged mention={mention} />
          <span className="do">
            {children}
            {!mention.deletedAt && !mention.author.own && <AnswerLink mention={mention} />}
            {!mention.deletedAt && !mention.author.own && (chosen || sentiment.label === "positive") && <RightsAsk mention={mention} />}
            {onWhy && (
              <button type="button" className="link" onClick={onWhy}>
                {t("words.why")}
              </button>
            )}
          </span>
        </div>
      </div>
    </article>
  );
}

export function Byline({ mention }: { mention: MentionView }) {
  const at = mention.publishedAt ?? mention.heardAt;
  const name = mention.author.name || mention.channel;
  return (
    <p className="byline">
      {mention.author.personId ? (
        <Link href={`/people/${mention.author.personId}`} className="who">
          <bdi>{name}</bdi>
        </Link>
      ) : (
        <Name>{name}</Name>
      )}
      <span>{mention.source?.name ?? t("words.imported")}</span>
      <time dateTime={at} title={whole(at)}>
        {webAddress(mention.url) ? (
          <a href={webAddress(mention.url)} target="_blank" rel="noopener noreferrer" className="quiet">
            {when(at)}
          </a>
        ) : (
          when(at)
        )}
      </time>
      {mention.editedAt && <span>{t("words.edited", { at: when(mention.editedAt) })}</span>}
    </p>
  );
}

/** The words for what was judged; nothing is said where nothing was found. */
function Judged({ mention }: { mention: MentionView }) {
  const { understanding: u, author, engagement } = mention;
  return (
    <>
      <Judgement mention={mention} />
      {u.intents.map((intent) => (
        <span key={intent}>{tMaybe(`words.${intent}`) ?? intent}</span>
      ))}
      {u.topics.slice(0, 2).map((topic) => (
        <span key={topic.id}>{t("words.topic", { name: topic.name })}</span>
      ))}
      {isForeign(mention.language) && isJudged(u.sentiment) && <span>{languageName(mention.language)}</span>}
      {engagement.reposts > 0 && <span>{t("words.reposts", { n: engagement.reposts })}</span>}
      {author.followers > 0 && <span>{t("words.hear", { n: author.followers })}</span>}
      {u.irony >= 0.7 ? <span>{t("words.irony_likely")}</span> : u.irony >= 0.5 && <span>{t("words.irony_possible")}</span>}
      {u.spam >= 0.5 && <span>{t("words.spam")}</span>}
      {u.offensive >= 0.5 && <span>{t("words.offensive")}</span>}
      {mention.answered && <span>{t("words.answered")}</span>}
      {u.corrected.length > 0 && <span>{t("words.corrected")}</span>}
    </>
  );
}

/** Finds or opens the conversation of a mention and goes there, ready to write. */
export function useAnswer() {
  const [, go] = useLocation();
  return useMutation({
    mutationFn: (mentionId: string) => post<ConversationOf>(`/mentions/${mentionId}/conversation`),
    onSuccess: ({ conversationId }) => go(`/conversations/${conversationId}?write`),
    onError: (error) => toast(sentence(error), undefined, { good: false }),
  });
}

function AnswerLink({ mention }: { mention: MentionView }) {
  const answer = useAnswer();
  return (
    <button type="button" className="link" disabled={answer.isPending} onClick={() => answer.mutate(mention.id)}>
      {t("words.answer")}
    </button>
  );
}
