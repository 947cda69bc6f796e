import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { get } from "../../api/client.ts";
import { useSession } from "../../api/queries.ts";
import type { ConversationRow, PersonMentionsView, PersonView, ToThank } from "../../api/types.ts";
import { Avatar } from "../../parts/Avatar.tsx";
import { Cutting } from "../../parts/Cutting.tsx";
import { Head } from "../../parts/Head.tsx";
import { PersonBetween, PersonFacts, PersonMonths, PersonSentence, PersonTrust } from "../../parts/person.tsx";
import { NeedBars } from "../../parts/signs.tsx";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { ThankButton } from "../../parts/ThankSheet.tsx";
import { Voice } from "../../parts/Voice.tsx";
import { t, tMaybe } from "../../texts/index.ts";

/** One person: what they said, how they speak of us, whom they answer and repeat, what is between us. */
export function PersonPage({ id }: { id: string }) {
  const person = useQuery({ queryKey: ["person", id], queryFn: ({ signal }) => get<PersonView>(`/people/${id}`, {}, signal) });
  if (person.isError) return <div className="person-main"><ErrorNote error={person.error} onRetry={() => void person.refetch()} /></div>;
  if (!person.data) return <div className="person-main"><h1 className="vh">{t("people.crumb")}</h1><Loading rows={5} /></div>;
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
            <p className="dek">
              <PersonSentence person={view} />
            </p>
          </div>
        </div>
        <Said id={id} />
      </div>
      <aside className="side person-side" aria-label={view.name}>
        {view.thankFor && <ThankFor due={view.thankFor} />}
        <PersonFacts person={view} />
        <PersonMonths person={view} level={2} />
        <PersonTrust person={view} level={2} most={10} />
        <PersonBetween person={view} level={2} />
        <Conversations rows={view.conversations} />
        <TheirData id={id} />
      </aside>
    </div>
  );
}

/** For those who may: what this person can ask for. */
function TheirData({ id }: { id: string }) {
  const may = useSession().data?.permissions.includes("privacy");
  if (!may) return null;
  const to = (ask: string) => `/settings/privacy?person=${id}&ask=${ask}#new-request`;
  return (
    <div className="block">
      <Head title={t("privacy.do")} />
      <p className="deeds small">
        <Link href={to("access")}>{t("privacy.do_access")}</Link>
        <Link href={to("erasure")}>{t("privacy.do_erasure")}</Link>
        <Link href={to("objection")}>{t("privacy.do_objection")}</Link>
      </p>
    </div>
  );
}

/** They spoke well of us and nobody has thanked them. */
function ThankFor({ due }: { due: ToThank }) {
  return (
    <div className="block thank-for">
      <Head title={tMaybe(`person.thank_${due.why}`) ?? due.why} sub={t("thanks.waits")} />
      <Voice text={due.mention.text || due.mention.title} language={due.mention.language} short />
      <p>
        <ThankButton due={due} label={t("thanks.thank")} />
      </p>
    </div>
  );
}

function Conversations({ rows }: { rows: ConversationRow[] }) {
  if (rows.length === 0) return null;
  return (
    <div className="block">
      <Head title={t("person.conversations")} />
      <ul className="small open-talks">
        {rows.map((row) => (
          <li key={row.id}>
            <NeedBars need={row.need} wordless />{" "}
            <Link href={`/conversations/${row.id}`} className="quiet">
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
