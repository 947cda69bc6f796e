import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { get } from "../../api/client.ts";
import type { ConversationRow, PersonMentionsView, PersonView } from "../../api/types.ts";
import { Avatar } from "../../parts/Avatar.tsx";
import { Cutting } from "../../parts/Cutting.tsx";
import { Evidence } from "../../parts/Evidence.tsx";
import { Head } from "../../parts/Head.tsx";
import { NeedBars } from "../../parts/signs.tsx";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { month, when } from "../../parts/time.ts";
import { T } from "../../texts/T.tsx";
import { currentLocale, t } from "../../texts/index.ts";
import { Months } from "./Months.tsx";

/** One person: what they said, how they speak of us, whom they answer and repeat, what is between us. */
export function PersonPage({ id }: { id: string }) {
  const person = useQuery({ queryKey: ["person", id], queryFn: ({ signal }) => get<PersonView>(`/people/${id}`, {}, signal) });
  if (person.isError) return <ErrorNote error={person.error} onRetry={() => void person.refetch()} />;
  if (!person.data) return <Loading />;
  const view = person.data;
  return (
    <div className="cols person-cols">
      <div className="person-main">
        <p className="small qq">
          <Link href="/people">{t("people.crumb")}</Link>
        </p>
        <div className="person-top">
          <Avatar initials={view.initials} size="l" />
          <div>
            <h1>
              <bdi>{view.name}</bdi>
            </h1>
            {view.words > 0 && <p className="dek">{sentenceAbout(view)}</p>}
          </div>
        </div>
        <Said id={id} />
      </div>
      <aside className="side person-side" aria-label={view.name}>
        <Facts person={view} />
        <Trust person={view} />
        <Between person={view} />
        <Conversations rows={view.conversations} />
      </aside>
    </div>
  );
}

/** Spoke of you 9 times since March: 5 times sourly, once warmly and 3 times without leaning. */
export function sentenceAbout(person: PersonView): string {
  const rest = person.mood.neutral + person.mood.mixed + person.mood.unsure;
  const parts = [
    person.mood.positive > 0 ? t("people.moodPositive", { n: person.mood.positive }) : "",
    person.mood.negative > 0 ? t("people.moodNegative", { n: person.mood.negative }) : "",
    rest > 0 ? t("people.moodRest", { n: rest }) : "",
  ].filter(Boolean);
  const mood = new Intl.ListFormat(currentLocale(), { type: "conjunction" }).format(parts);
  return t("people.first", { words: t("people.words", { n: person.words }), since: when(person.firstAt ?? new Date()), mood });
}

function Facts({ person }: { person: PersonView }) {
  const answered = Number(person.answeredByUs);
  return (
    <>
      <dl className="kv">
        <dt>{t("people.speaksOn")}</dt>
        <dd>
          {person.handles.map((handle) => (
            <div key={handle.id}>
              {handle.sourceName || handle.channel}{" "}
              <b>
                {handle.url ? (
                  <a href={handle.url} target="_blank" rel="noopener noreferrer nofollow">
                    <bdi>{handle.name}</bdi>
                  </a>
                ) : (
                  <bdi>{handle.name}</bdi>
                )}
              </b>
            </div>
          ))}
        </dd>
        <dt>{t("people.hear")}</dt>
        <dd>{person.hear > 0 ? t("people.hearN", { n: person.hear }) : t("people.hearNone")}</dd>
        <dt>{t("people.weAnswered")}</dt>
        <dd>{answered > 0 ? t("people.times", { n: answered }) : t("people.neverYet")}</dd>
      </dl>
      <div className="block">
        <Head title={t("people.how")} />
        <Months months={person.months} />
        <p className="tiny qq">{person.firstAt && month(person.firstAt)}</p>
      </div>
    </>
  );
}

function Trust({ person }: { person: PersonView }) {
  return (
    <div className="block">
      <Head title={t("people.trust")} sub={t("people.trustSub")} />
      {person.trust.length === 0 && <p className="small q">{t("people.trustNone")}</p>}
      <ul className="small deeds-list">
        {person.trust.map((edge) => (
          <li key={`${edge.deed} ${edge.person.id}`}>
            <T
              k={`people.deed.${edge.deed}`}
              count={edge.count}
              who={
                <Link href={`/people/${edge.person.id}`}>
                  <bdi>{edge.person.name}</bdi>
                </Link>
              }
              n={<Evidence n={edge.count} what={<bdi>{edge.person.name}</bdi>} ids={edge.mentions} />}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Between({ person }: { person: PersonView }) {
  return (
    <div className="block">
      <Head title={t("people.between")} />
      {person.between.length === 0 && <p className="small q">{t("people.betweenNone")}</p>}
      <ol className="small between">
        {person.between.map((event, i) => (
          <li key={`${event.at} ${i}`}>
            <time dateTime={event.at}>{when(event.at)}</time>
            <span>
              {event.conversationId ? <Link href={`/conversations/${event.conversationId}`}>{event.text}</Link> : event.text}
              {event.owed && <span className="owed">; {t("people.owed")}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Conversations({ rows }: { rows: ConversationRow[] }) {
  if (rows.length === 0) return null;
  return (
    <div className="block">
      <Head title={t("people.conversations")} />
      <ul>
        {rows.map((row) => (
          <li className="small deeds-list" key={row.id}>
            <NeedBars need={row.need} wordless />{" "}
            <Link href={`/conversations/${row.id}`}>
              <bdi>{row.title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Said({ id }: { id: string }) {
  const words = useInfiniteQuery({
    queryKey: ["person", id, "mentions"],
    queryFn: ({ pageParam, signal }) => get<PersonMentionsView>(`/people/${id}/mentions`, { cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return (
    <div className="block">
      <Head title={t("people.said")} />
      {words.isError && <ErrorNote error={words.error} />}
      {words.data?.pages.flatMap((page) => page.mentions).map((mention) => <Cutting key={mention.id} mention={mention} />)}
      {words.hasNextPage && (
        <p className="block">
          <button type="button" className="btn" disabled={words.isFetchingNextPage} onClick={() => void words.fetchNextPage()}>
            {t("people.older")}
          </button>
        </p>
      )}
    </div>
  );
}
