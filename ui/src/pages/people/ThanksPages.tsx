import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { get } from "../../api/client.ts";
import type { ThanksFairness, ThanksPage, ThanksView, ToThankView } from "../../api/types.ts";
import { Avatar } from "../../parts/Avatar.tsx";
import { webAddress } from "../../parts/address.ts";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { ThankButton } from "../../parts/ThankSheet.tsx";
import { when, whole } from "../../parts/time.ts";
import { Views } from "../../parts/Views.tsx";
import { Voice } from "../../parts/Voice.tsx";
import { capital, inWords, number, percent, t, tMaybe } from "../../texts/index.ts";

/** Everybody, whom to thank, whom we thanked, whom to ask first. */
export function PeopleViews({ here }: { here: "/people" | "/people/to-thank" | "/people/thanked" | "/people/seeds" }) {
  const views = [
    { href: "/people", name: t("thanks.all") },
    { href: "/people/to-thank", name: t("thanks.to_thank") },
    { href: "/people/thanked", name: t("thanks.thanked") },
    { href: "/people/seeds", name: t("thanks.seeds") },
  ];
  return <Views views={views} here={here} label={t("people.crumb")} />;
}

/** Who recommended, defended or praised us and has had neither answer nor thanks since. */
export function ToThankPage() {
  const found = useQuery({ queryKey: ["thanks", "due"], queryFn: ({ signal }) => get<ToThankView>("/people/to-thank", {}, signal) });
  const people = found.data?.people ?? [];
  const waiting = found.data?.waiting ?? 0;
  const title = waiting === 0 ? t("thanks.to_none") : capital(t("thanks.to_title", { n: waiting, words: inWords(waiting) }));
  return (
    <div className="people-main">
      <PeopleViews here="/people/to-thank" />
      <h1>{found.data ? title : t("thanks.to_thank")}</h1>
      <p className="dek">{t("thanks.to_dek")}</p>
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      <ul className="block to-thank">
        {people.map((due) => (
          <li key={due.person.id} className="thank">
            <Avatar initials={due.person.initials} />
            <div>
              <p className="small">
                <Link href={`/people/${due.person.id}`} className="who">
                  <b>
                    <bdi>{due.person.name}</bdi>
                  </b>
                </Link>{" "}
                <b className="why">{tMaybe(`person.thank_${due.why}`) ?? due.why}</b>{" "}
                {due.person.hear > 0 && <span className="qq">{t("words.hear", { n: due.person.hear })}</span>}
              </p>
              <Voice text={due.mention.text || due.mention.title} language={due.mention.language} />
              <p className="tiny qq">
                {due.mention.source?.name ?? t("words.imported")}, {when(due.mention.publishedAt ?? due.mention.heardAt)}
              </p>
            </div>
            <ThankButton due={due} label={t("thanks.thank")} />
          </li>
        ))}
      </ul>
      {waiting > people.length && <p className="small qq">{t("thanks.to_first", { n: people.length })}</p>}
    </div>
  );
}

/** The ledger, its end first. */
export function ThankedPage() {
  const found = useInfiniteQuery({
    queryKey: ["thanks", "ledger"],
    queryFn: ({ pageParam, signal }) => get<ThanksPage>("/people/thanks", { cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const first = found.data?.pages[0];
  const lines = found.data?.pages.flatMap((page) => page.thanks) ?? [];
  const n = lines[0]?.number ?? 0;
  return (
    <div className="people-main">
      <PeopleViews here="/people/thanked" />
      <h1>{!first ? t("thanks.title_more") : n === 0 ? t("thanks.none") : capital(t("thanks.title", { n, words: inWords(n) }))}</h1>
      <p className="dek">{t("thanks.dek")}</p>
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {first && n === 0 && <Empty lead={t("thanks.none")} act={<Link className="btn s" href="/people/to-thank">{t("thanks.to_thank")}</Link>} />}
      {first && n > 0 && <p className="small q">{fairly(first.fairness)}</p>}
      {lines.length > 0 && <Ledger lines={lines} />}
      {found.hasNextPage && (
        <p className="block">
          <button type="button" className="btn" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("thanks.more")}
          </button>
        </p>
      )}
      {lines.length > 0 && <p className="tiny qq">{t("thanks.export")}</p>}
    </div>
  );
}

function fairly(f: ThanksFairness): string {
  if (f.share === null || f.low === null || f.high === null) {
    return t("thanks.few", { n: f.people, days: f.days, quiet: f.quiet, kind: f.kind, kindQuiet: f.kindQuiet });
  }
  return t("thanks.fair", {
    days: f.days,
    people: f.people,
    share: percent(f.share),
    low: percent(f.low),
    high: percent(f.high),
    kind: f.kind,
    kindShare: percent(f.kind ? f.kindQuiet / f.kind : 0),
  });
}

function Ledger({ lines }: { lines: ThanksView[] }) {
  return (
    <table className="people-table thanks-table">
      <thead>
        <tr>
          <th className="r">{t("thanks.col_no")}</th>
          <th>{t("thanks.col_who")}</th>
          <th className="mid">{t("thanks.col_what")}</th>
          <th>{t("thanks.col_how")}</th>
          <th>{t("thanks.col_when")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className="r tab">{number(line.number)}</td>
            <td>
              <Link href={`/people/${line.person.id}`}>
                <b>
                  <bdi>{line.person.name}</bdi>
                </b>
              </Link>
            </td>
            <td className="mid">{line.mention && <Voice text={line.mention.text || line.mention.title} language={line.mention.language} short />}</td>
            <td>
              <b>{how(line.how)}</b>{" "}
              {line.url && webAddress(line.url) && (
                <a className="tiny" href={webAddress(line.url)} target="_blank" rel="noopener noreferrer nofollow">
                  {t("thanks.see")}
                </a>
              )}
              {line.text && <Voice text={line.text} short />}
              {line.by && <span className="tiny qq">{t("thanks.by", { name: line.by })}</span>}
            </td>
            <td>
              <time dateTime={line.at} title={whole(line.at)}>
                {when(line.at)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function how(way: ThanksView["how"]): string {
  return way === "in-thread" ? t("thanks.how_in_thread") : way === "gift" ? t("thanks.how_gift") : t("thanks.how_private");
}
