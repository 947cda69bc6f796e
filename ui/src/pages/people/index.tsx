import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Link, Route, Switch } from "wouter";
import { get } from "../../api/client.ts";
import type { PeoplePage, PersonRow } from "../../api/types.ts";
import { Avatar } from "../../parts/Avatar.tsx";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { capital, inWords, number, t } from "../../texts/index.ts";
import { MoodBar } from "./MoodBar.tsx";
import { PersonPage } from "./PersonPage.tsx";
import { PeopleViews, ThankedPage, ToThankPage } from "./ThanksPages.tsx";
import "./people.css";

type Sort = "recent" | "words" | "heard";
const SORTS: Sort[] = ["recent", "words", "heard"];

/** Everybody who spoke of us, or one of them. */
export default function People() {
  return (
    <Switch>
      <Route path="/people/to-thank">
        <ToThankPage />
      </Route>
      <Route path="/people/thanked">
        <ThankedPage />
      </Route>
      <Route path="/people/:id">{({ id }) => <PersonPage id={id} key={id} />}</Route>
      <Route>
        <PeopleList />
      </Route>
    </Switch>
  );
}

function PeopleList() {
  const [typed, setTyped] = useState("");
  const [sort, setSort] = useState<Sort>("recent");
  const query = useDeferredValue(typed.trim());
  const found = useInfiniteQuery({
    queryKey: ["people", query, sort],
    queryFn: ({ pageParam, signal }) => get<PeoplePage>("/people", { query, sort, cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });
  const people = found.data?.pages.flatMap((page) => page.people) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const nobody = found.data !== undefined && people.length === 0;
  return (
    <div className="people-main">
      <PeopleViews here="/people" />
      <h1>{!found.data ? t("people.crumb") : nobody ? t(query ? "people.noMatch" : "people.none") : capital(t("people.title", { n: total, words: inWords(total) }))}</h1>
      <p className="dek">{t(nobody && !query ? "people.noneDek" : "people.dek")}</p>
      {(!nobody || query) && <div className="people-tools">
        <input className="inp" type="search" aria-label={t("people.find")} placeholder={t("people.find")} value={typed} onChange={(event) => setTyped(event.target.value)} />
        <span className="seg">
          {SORTS.map((one) => (
            <button type="button" key={one} aria-pressed={sort === one} onClick={() => setSort(one)}>
              {t(`people.sort.${one}`)}
            </button>
          ))}
        </span>
      </div>}
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {nobody && query && <Empty lead={t("people.noMatch")} act={<button type="button" className="btn s" onClick={() => setTyped("")}>{t("people.all")}</button>} />}
      {people.length > 0 && <PeopleTable people={people} />}
      {found.hasNextPage && (
        <p className="block">
          <button type="button" className="btn" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("people.more")}
          </button>
        </p>
      )}
    </div>
  );
}

function PeopleTable({ people }: { people: PersonRow[] }) {
  return (
    <table className="people-table">
      <thead>
        <tr>
          <th>{t("people.col.who")}</th>
          <th className="mid">{t("people.col.where")}</th>
          <th className="r">{t("people.col.words")}</th>
          <th className="mid">{t("people.col.mood")}</th>
          <th className="mid r">{t("people.col.hear")}</th>
          <th>{t("people.col.last")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <td>
              <span className="people-who">
                <Avatar initials={person.initials} size="s" />
                <span>
                  <Link href={`/people/${person.id}`}>
                    <b>
                      <bdi>{person.name}</bdi>
                    </b>
                  </Link>
                  {person.answeredByUs > 0 && <span className="tiny qq"> {t("people.answered", { n: person.answeredByUs })}</span>}
                  <span className="tiny qq only-phone">
                    <br />
                    {places(person)}
                  </span>
                </span>
              </span>
            </td>
            <td className="mid q">{places(person)}</td>
            <td className="r tab">{number(person.words)}</td>
            <td className="mid">
              <MoodBar mood={person.mood} />
            </td>
            <td className="mid r tab">{person.hear > 0 ? number(person.hear) : ""}</td>
            <td>{person.lastAt && when(person.lastAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function places(person: PersonRow): string {
  return [...new Set(person.handles.map((handle) => handle.sourceName || handle.channel))].join(", ");
}
