import { Link } from "wouter";
import type { ConversationView, PersonView } from "../../api/types.ts";
import { Avatar } from "../../parts/Avatar.tsx";
import { Evidence } from "../../parts/Evidence.tsx";
import { Head } from "../../parts/Head.tsx";
import { CloseIcon } from "../../parts/icons.tsx";
import { MonthBars } from "../../parts/MonthBars.tsx";
import { PersonSentence } from "../../parts/person.tsx";
import { dayOfYear, whole } from "../../parts/time.ts";
import { t } from "../../texts/index.ts";
import { T } from "../../texts/T.tsx";

/** Who speaks: names on all places, who hears them, how they spoke of us, trust by deeds, what is between us. */
export function PersonPane({ view, onClose }: { view: ConversationView; onClose?: () => void }) {
  const { person } = view;
  return (
    <aside className="side pane person-pane" aria-label={t("conversations.person")}>
      {onClose && (
        <button type="button" className="ib close" aria-label={t("words.close")} onClick={onClose}>
          <CloseIcon />
        </button>
      )}
      {person ? <Known person={person} here={view.row.id} /> : <p className="small q">{t("conversations.no_person")}</p>}
    </aside>
  );
}

function Known({ person, here }: { person: PersonView; here: string }) {
  return (
    <>
      <div className="person-top">
        <Avatar initials={person.initials} size="l" />
        <div>
          <h2>
            <Link href={`/people/${person.id}`} className="who">
              <bdi>{person.name}</bdi>
            </Link>
          </h2>
          <p className="small q">
            <PersonSentence person={person} since={person.firstAt} />
          </p>
        </div>
      </div>
      <dl className="kv">
        <dt>{t("person.speaks_on")}</dt>
        <dd>
          {person.handles.map((handle, i) => (
            <span key={handle.id}>
              {i > 0 && ", "}
              {handle.sourceName}{" "}
              {handle.url ? (
                <a href={handle.url} target="_blank" rel="noopener noreferrer">
                  <bdi>{handle.name}</bdi>
                </a>
              ) : (
                <b><bdi>{handle.name}</bdi></b>
              )}
            </span>
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
      </dl>
      {person.months.length > 0 && (
        <div className="block">
          <Head level={3} title={t("person.how_speaks")} sub={t("person.months", { n: person.months.length })} />
          <MonthBars months={person.months} />
        </div>
      )}
      {person.trust.length > 0 && <Trust person={person} />}
      <div className="block">
        <Head level={3} thin title={t("person.between")} />
        {person.between.length === 0 && <p className="small qq">{t("person.nothing_between")}</p>}
        <ol className="small tl">
          {person.between.slice(0, 8).map((event, i) => (
            <li key={i}>
              <time dateTime={event.at} title={whole(event.at)}>{dayOfYear(event.at)}</time>
              <span>
                {event.conversationId && event.conversationId !== here ? (
                  <Link href={`/conversations/${event.conversationId}`} className="quiet">
                    <Between kind={event.kind} text={event.text} />
                  </Link>
                ) : (
                  <Between kind={event.kind} text={event.text} />
                )}
                {event.owed && event.conversationId !== here && (
                  <>
                    ; <b>{t("person.owed")}</b>
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

function Between({ kind, text }: { kind: string; text: string }) {
  const said = <bdi>{text.length > 90 ? `${text.slice(0, 88)}…` : text}</bdi>;
  if (kind === "asked" || kind === "praised" || kind === "answered") return <T k={`person.between_${kind}`} text={said} />;
  return said;
}

function Trust({ person }: { person: PersonView }) {
  return (
    <div className="block">
      <Head level={3} thin title={t("person.trust")} sub={t("person.trust_sub")} />
      <ul className="small trust">
        {person.trust.slice(0, 5).map((line, i) => (
          <li key={i}>
            <T
              k={`person.trust_${line.deed}`}
              count={line.count}
              name={
                line.person.id ? (
                  <Link href={`/people/${line.person.id}`} className="who"><b><bdi>{line.person.name}</bdi></b></Link>
                ) : (
                  <b><bdi>{line.person.name}</bdi></b>
                )
              }
              n={<Evidence n={line.count} what={t("person.trust_what")} ids={line.mentions} />}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
