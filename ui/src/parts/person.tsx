import { webAddress } from "./address.ts";
import { Link } from "wouter";
import type { Mood, PersonRef, PersonRow, PersonView, Sentiment } from "../api/types.ts";
import { currentLocale, t, tMaybe, type TextKey } from "../texts/index.ts";
import { T } from "../texts/T.tsx";
import { Evidence } from "./Evidence.tsx";
import { Head } from "./Head.tsx";
import { MonthBars } from "./MonthBars.tsx";
import { month, when, whole } from "./time.ts";

const TONES: Sentiment[] = ["positive", "negative", "mixed", "neutral", "unsure"];

/** Spoke of you 9 times since Oct 2026: once kindly and 8 times neutrally. You have not answered yet. */
export function PersonSentence({ person }: { person: PersonView }) {
  if (person.words === 0) return null;
  const times = <Evidence n={timesOf(person.words)} what={t("person.words_what", { name: person.name })} href={`/people/${person.id}`} />;
  const since = month(person.firstAt ?? person.lastAt ?? new Date());
  return (
    <>
      <T k={person.words === 1 ? "person.spoke_once" : "person.spoke"} times={times} month={since} mood={tones(person.mood)} />{" "}
      {person.answeredByUs > 0 ? t("person.we_answered", { times: timesOf(person.answeredByUs) }) : t("person.we_never_answered")}
    </>
  );
}

/** Once, twice, 3 times. */
function timesOf(n: number): string {
  return n === 2 ? t("person.twice") : t("person.times", { n });
}

/** Once kindly and 8 times neutrally; one tone alone needs no count. */
function tones(mood: Mood): string {
  const heard = TONES.filter((tone) => mood[tone] > 0);
  const only = heard.length === 1 ? heard[0] : undefined;
  if (only) return mood[only] === 1 ? t(`person.tone_${only}`) : t("person.tone_always", { tone: t(`person.tone_${only}`) });
  const parts = heard.map((tone) => t("person.tone_times", { times: timesOf(mood[tone]), tone: t(`person.tone_${tone}`) }));
  return new Intl.ListFormat(currentLocale(), { type: "conjunction" }).format(parts);
}

/** Names on all places, and how many listen there. */
export function PersonFacts({ person }: { person: PersonRow }) {
  return (
    <dl className="kv">
      <dt>{t("person.speaks_on")}</dt>
      <dd>
        {person.handles.map((handle) => (
          <div className="handle" key={handle.id}>
            {handle.sourceName || handle.channel}{" "}
            {webAddress(handle.url) ? (
              <a href={webAddress(handle.url)} target="_blank" rel="noopener noreferrer nofollow">
                <bdi>{handle.name}</bdi>
              </a>
            ) : (
              <b>
                <bdi>{handle.name}</bdi>
              </b>
            )}
          </div>
        ))}
      </dd>
      <dt>{t("person.hears")}</dt>
      <dd>
        {person.hear > 0 ? (
          <T k="person.hear_people" count={person.hear} n={<Evidence n={person.hear} what={t("person.hear_what")} />} />
        ) : (
          t("person.hear_unknown")
        )}
      </dd>
      <dt>{t("person.we_answered_label")}</dt>
      <dd>{person.answeredByUs > 0 ? timesOf(person.answeredByUs) : t("person.never_yet")}</dd>
    </dl>
  );
}

export function PersonMonths({ person, level }: { person: PersonView; level: 2 | 3 }) {
  if (person.months.length === 0) return null;
  return (
    <div className="block">
      <Head level={level} title={t("person.how_speaks")} sub={t("person.months", { n: person.months.length })} />
      <MonthBars months={person.months} />
    </div>
  );
}

interface PartProps {
  person: PersonView;
  level: 2 | 3;
  most?: number;
}

/** Whom they answer, repeat and thank, and who does so to them. */
export function PersonTrust({ person, level, most = person.trust.length }: PartProps) {
  const rest = person.trust.slice(most);
  return (
    <div className="block">
      <Head level={level} thin={level === 3} title={t("person.trust")} sub={t("person.trust_sub")} />
      {person.trust.length === 0 && <p className="small q">{t("person.trust_none")}</p>}
      <Deeds lines={person.trust.slice(0, most)} />
      {rest.length > 0 && (
        <details className="small more-trust">
          <summary>{t("person.trust_more", { n: rest.length })}</summary>
          <Deeds lines={rest} />
        </details>
      )}
    </div>
  );
}

function Deeds({ lines }: { lines: PersonView["trust"] }) {
  return (
    <ul className="small trust">
      {lines.map((line) => (
        <li key={`${line.deed} ${line.person.id ?? line.person.name}`}>
          <T
            k={`person.trust_${line.deed}`}
            name={<Named person={line.person} />}
            times={<Evidence n={timesOf(line.count)} what={t("person.trust_what")} ids={bothWords(line)} />}
          />
        </li>
      ))}
    </ul>
  );
}

/** The newest words of a deed, each with the one that called for it before it. */
function bothWords({ pairs }: PersonView["trust"][number]): string[] {
  return pairs.slice(0, 3).flatMap(({ answered, said }) => (answered ? [answered, said] : [said]));
}

function Named({ person }: { person: PersonRef }) {
  const name = (
    <b>
      <bdi>{person.name}</bdi>
    </b>
  );
  return person.id ? (
    <Link href={`/people/${person.id}`} className="who">
      {name}
    </Link>
  ) : (
    name
  );
}

/** What they asked and what we answered; in the conversation `here`, what is open is seen without a word. */
export function PersonBetween({ person, level, most, here }: PartProps & { here?: string }) {
  return (
    <div className="block">
      <Head level={level} thin={level === 3} title={t("person.between")} />
      {person.between.length === 0 && <p className="small q">{t("person.nothing_between")}</p>}
      <ol className="small tl">
        {person.between.slice(0, most).map((event, i) => {
          const elsewhere = event.conversationId !== null && event.conversationId !== here;
          const said = <Between kind={event.kind} text={event.text} />;
          return (
            <li key={`${event.at} ${i}`}>
              <time dateTime={event.at} title={whole(event.at)}>
                {when(event.at)}
              </time>
              <span>
                {elsewhere ? (
                  <Link href={`/conversations/${event.conversationId}`} className="quiet">
                    {said}
                  </Link>
                ) : (
                  said
                )}
                {event.owed && elsewhere && <b className="owed"> {t("person.owed")}</b>}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const LONGEST = 90;

function Between({ kind, text }: { kind: string; text: string }) {
  const said = <bdi>{text.length > LONGEST ? `${text.slice(0, LONGEST - 2)}…` : text}</bdi>;
  return tMaybe(`person.between_${kind}`) ? <T k={`person.between_${kind}` as TextKey} text={text ? said : ""} /> : said;
}
