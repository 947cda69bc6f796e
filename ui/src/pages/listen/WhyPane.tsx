import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { get, post, remove } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import type { AlikeView, CorrectionSummary, MentionView, PersonView, Sentiment, Why } from "../../api/types.ts";
import { useKeys } from "../../keys/keys.ts";
import { Avatar } from "../../parts/Avatar.tsx";
import { Head } from "../../parts/Head.tsx";
import { CloseIcon } from "../../parts/icons.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { PersonSentence } from "../../parts/person.tsx";
import { isJudged, notJudged, Sign, SignShape } from "../../parts/signs.tsx";
import { sentence } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { languageName, Voice } from "../../parts/Voice.tsx";
import { number, percent, t, tMaybe } from "../../texts/index.ts";
import { T } from "../../texts/T.tsx";

const choices: Sentiment[] = ["positive", "mixed", "neutral", "negative"];

interface WhyPaneProps {
  mention: MentionView;
  onCorrected: (mention: MentionView) => void;
  onClose: () => void;
}

/** Why this judgement: the words that decided, how sure, and one click to put it right. */
export function WhyPane({ mention, onCorrected, onClose }: WhyPaneProps) {
  const { understanding: u } = mention;
  const reasons = u.why.filter((why) => why.judgement.startsWith("sentiment"));
  const others = u.why.filter((why) => !why.judgement.startsWith("sentiment"));
  const label = t(`words.${u.sentiment.label}`);
  const judged = isJudged(u.sentiment);
  return (
    <aside className="side pane why" id="why" aria-label={t("listen.why_label")}>
      <button type="button" className="ib close" aria-label={t("words.close")} onClick={onClose}>
        <CloseIcon />
      </button>
      <div className="block">
        <Head title={judged ? t("listen.why", { sign: label.toLocaleLowerCase() }) : t("listen.why_not_judged")} act={<Kbd>w</Kbd>} />
        <Voice text={mention.text || mention.title} language={mention.language} marks={reasons} />
        {judged && <Scores mention={mention} />}
        {!judged ? <p className="small q">{t("listen.not_judged", { judged: notJudged(mention.language) })}</p> : reasons.length > 0 ? <Weights whys={reasons} /> : <p className="small q weights">{t(u.corrected.includes("sentiment") ? "listen.by_hand" : "listen.no_words", { language: languageName(mention.language) })}</p>}
        {others.length > 0 && <OtherJudgements whys={others} />}
      </div>
      <Correct mention={mention} onCorrected={onCorrected} />
      <Speaker mention={mention} />
      <Alike mention={mention} />
    </aside>
  );
}

function Scores({ mention }: { mention: MentionView }) {
  const { sentiment } = mention.understanding;
  const rows = (["positive", "neutral", "negative"] as const).toSorted((a, b) => sentiment[b] - sentiment[a]);
  return (
    <div className="scores">
      {rows.map((sign) => (
        <div key={sign}>
          <Sign of={sign} />
          <span className="track" aria-hidden="true">
            <i style={{ width: percent(sentiment[sign]).replace("\u2009", ""), background: `var(--${sign}-fill)` }} />
          </span>
          <span className="small r">{percent(sentiment[sign])}</span>
        </div>
      ))}
      {(sentiment.label === "unsure" || sentiment.label === "mixed") && <p className="small q">{t(`listen.why_${sentiment.label}`)}</p>}
    </div>
  );
}

function Weights({ whys }: { whys: Why[] }) {
  const sorted = whys.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, 5);
  return (
    <ul className="small q weights">
      {sorted.map((why, i) => (
        <li key={i}>
          “<bdi>{why.words}</bdi>” <span className="qq">{t(why.weight < 0 ? "listen.weighs_against" : "listen.weighs", { n: number(Math.abs(why.weight), 2) })}</span>
        </li>
      ))}
    </ul>
  );
}

function OtherJudgements({ whys }: { whys: Why[] }) {
  const byJudgement = new Map<string, string[]>();
  for (const why of whys) byJudgement.set(why.judgement, [...(byJudgement.get(why.judgement) ?? []), why.words]);
  return (
    <ul className="small q weights">
      {[...byJudgement].map(([judgement, words]) => {
        const name = judgement.split(":").at(-1) ?? judgement;
        return (
          <li key={judgement}>
            {tMaybe(`words.${name}`) ?? name}: <bdi>{words.map((w) => `“${w}”`).join(", ")}</bdi>
          </li>
        );
      })}
    </ul>
  );
}

function Correct({ mention, onCorrected }: Pick<WhyPaneProps, "mention" | "onCorrected">) {
  const summary = useQuery({ queryKey: ["corrections"], queryFn: ({ signal }) => get<CorrectionSummary>("/corrections/summary", {}, signal) });
  const took = (view: MentionView) => {
    onCorrected(view);
    void queries.invalidateQueries({ queryKey: ["corrections"] });
  };
  const failed = (error: Error) => void toast(sentence(error), undefined, { good: false });
  const undo = useMutation({ mutationFn: () => remove<MentionView>(`/mentions/${mention.id}/corrections`), onSuccess: took, onError: failed });
  const correct = useMutation({
    mutationFn: (sentiment: Sentiment) => post<MentionView>(`/mentions/${mention.id}/corrections`, { sentiment }),
    onSuccess: (view, sentiment) => {
      took(view);
      toast(t("listen.corrected", { sign: t(`words.${sentiment}`) }), { label: t("listen.undo"), key: "z", run: () => undo.mutate() });
    },
    onError: failed,
  });
  const label = mention.understanding.sentiment.label;
  useKeys(Object.fromEntries(choices.map((sign, i) => [String(i + 1), () => correct.mutate(sign)])));
  const right = summary.data?.right;
  return (
    <div className="block">
      <Head level={3} thin title={t("listen.not_right")} sub={t("listen.one_click")} />
      <div className="seg four">
        {choices.map((sign) => (
          <button key={sign} type="button" aria-pressed={sign === label} disabled={correct.isPending} onClick={() => correct.mutate(sign)}>
            <SignShape of={sign} />
            {t(`words.${sign}`)}
          </button>
        ))}
      </div>
      {mention.understanding.corrected.length > 0 && (
        <p className="tiny qq after-four">
          {t("listen.you_corrected_this")}{" "}
          <button type="button" className="link" onClick={() => undo.mutate()}>
            {t("listen.undo")}
          </button>
        </p>
      )}
      {summary.data && summary.data.count > 0 && (
        <p className="tiny qq after-four">
          {t("listen.corrections", { n: summary.data.count })}{" "}
          {right && (
            <T
              k="listen.right"
              share={percent(right.share)}
              range={<span className="range">({Math.round(right.low * 100)}–{Math.round(right.high * 100)})</span>}
              n={right.n}
            />
          )}
        </p>
      )}
    </div>
  );
}

function Speaker({ mention }: { mention: MentionView }) {
  const id = mention.author.personId;
  const person = useQuery({ queryKey: ["person", id], queryFn: ({ signal }) => get<PersonView>(`/people/${id}`, {}, signal), enabled: id !== null });
  if (!id || mention.author.own) return null;
  return (
    <div className="block">
      <Head level={3} thin title={t("listen.who_says")} act={<Link href={`/people/${id}`}>{t("words.open")}</Link>} />
      {person.data && (
        <div className="speaker">
          <Avatar initials={person.data.initials} />
          <div className="small">
            <p>
              <b><bdi>{person.data.name}</bdi></b>
            </p>
            <p className="q">
              <PersonSentence person={person.data} />
            </p>
          </div>
        </div>
      )}
    </div>
  );
}

function Alike({ mention }: { mention: MentionView }) {
  const alike = useQuery({
    queryKey: ["alike", mention.id],
    queryFn: ({ signal }) => get<AlikeView>(`/mentions/${mention.id}/alike`, {}, signal),
  });
  const found = alike.data?.mentions ?? [];
  if (found.length === 0) return null;
  return (
    <div className="block">
      <Head level={3} thin title={t("listen.said_alike")} sub={t("words.near_copies", { n: Math.max(mention.nearCopies, found.length) })} />
      <ul className="alike">
        {found.slice(0, 5).map((other) => (
          <li key={other.id}>
            <Voice text={other.text || other.title} language={other.language} short />
            <p className="tiny qq">
              <bdi>{other.author.name}</bdi>, {other.source?.name ?? t("words.imported")}, {when(other.publishedAt ?? other.heardAt)}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
