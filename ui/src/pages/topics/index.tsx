import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { Link, Route, Switch } from "wouter";
import { get } from "../../api/client.ts";
import type { TopicsView, TopicView } from "../../api/types.ts";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { capital, inWords, number, t } from "../../texts/index.ts";
import { TopicEditor } from "./TopicEditor.tsx";
import "./topics.css";

const LONG_WORD = 30;

/** All topics, or the one that is opened. */
export default function TopicsPage() {
  return (
    <Switch>
      <Route path="/topics/new">
        <TopicEditor id={null} key="new" />
      </Route>
      <Route path="/topics/:id">{({ id }) => <TopicEditor id={id} key={id} />}</Route>
      <Route>
        <TopicList />
      </Route>
    </Switch>
  );
}

export function useTopics() {
  return useQuery({
    queryKey: ["topics"],
    queryFn: ({ signal }) => get<TopicsView>("/topics", {}, signal),
    select: (page) => page.topics,
  });
}

function TopicList() {
  const topics = useTopics();
  const all = topics.data ?? [];
  return (
    <div className="topic-main">
      <div className="topic-head">
        <div>
          <h1>{headline(topics.data)}</h1>
          <p className="dek">{t(topics.data?.length === 0 ? "topics.noneDek" : "topics.dek")}</p>
        </div>
        <Link className="btn go deed" href="/topics/new">
          {t("topics.add")}
        </Link>
      </div>
      {topics.isError && <ErrorNote error={topics.error} onRetry={() => void topics.refetch()} />}
      {topics.isPending && <Loading />}
      {all.length > 0 && <TopicTable topics={all} />}
    </div>
  );
}

/** Nothing is counted before it has come. */
function headline(topics: TopicView[] | undefined): string {
  if (!topics) return t("topics.breadcrumb");
  return topics.length === 0 ? t("topics.none") : capital(t("topics.title", { n: topics.length, words: inWords(topics.length) }));
}

/** A query that breaks between its words, never behind the minus of one. */
function Unbroken({ query }: { query: string }) {
  const words = query.match(/-?"[^"]*"\S*|\S+/g) ?? [];
  return words.map((word, i) => (
    <Fragment key={i}>
      {i > 0 && " "}
      <span className={word.length <= LONG_WORD ? "unbroken" : undefined}>{word}</span>
    </Fragment>
  ));
}

function TopicTable({ topics }: { topics: TopicView[] }) {
  return (
    <table className="topic-table">
      <thead>
        <tr>
          <th>{t("topics.name")}</th>
          <th className="wide">{t("topics.query")}</th>
          <th className="r">{t("topics.words7d")}</th>
          <th className="r">{t("topics.people7d")}</th>
          <th>{t("topics.lastWord")}</th>
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr key={topic.id}>
            <td>
              <Link href={`/topics/${topic.id}`}>
                <b>{topic.name}</b>
              </Link>
            </td>
            <td className="wide mono"><Unbroken query={topic.query} /></td>
            <td className="r">
              <Link className="num" href={`/listen?topic=${topic.id}`}>
                {number(topic.words7d)}
              </Link>
            </td>
            <td className="r">{number(topic.people7d)}</td>
            <td>{topic.lastAt ? when(topic.lastAt) : t("topics.never")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
