import { useQuery } from "@tanstack/react-query";
import { Link, Route, Switch } from "wouter";
import { get } from "../../api/client.ts";
import type { TopicsView, TopicView } from "../../api/types.ts";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { capital, inWords, number, t } from "../../texts/index.ts";
import { TopicEditor } from "./TopicEditor.tsx";
import "./topics.css";

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
          <h1>{topics.data && all.length === 0 ? t("topics.none") : capital(t("topics.title", { n: all.length, words: inWords(all.length) }))}</h1>
          <p className="dek">{t(topics.data && all.length === 0 ? "topics.noneDek" : "topics.dek")}</p>
        </div>
        <Link className="btn go deed" href="/topics/new">
          {t("topics.add")}
        </Link>
      </div>
      {topics.isError && <ErrorNote error={topics.error} onRetry={() => void topics.refetch()} />}
      {topics.isPending && <Loading />}
      {all.length > 0 && <TopicTable topics={all} />}
      {topics.data && all.length === 0 && <Empty lead={t("topics.none")}>{t("topics.noneDek")}</Empty>}
    </div>
  );
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
            <td className="wide mono">{topic.query}</td>
            <td className="r tab">
              <Link className="num" href={`/listen?topic=${topic.id}`}>
                {number(topic.words7d)}
              </Link>
            </td>
            <td className="r tab">{number(topic.people7d)}</td>
            <td>{topic.lastAt ? when(topic.lastAt) : t("topics.never")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
