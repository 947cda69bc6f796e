import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearch } from "wouter";
import { get } from "../../api/client.ts";
import type { MentionView } from "../../api/types.ts";
import { Cutting } from "../../parts/Cutting.tsx";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { t, tMaybe } from "../../texts/index.ts";
import { address, useAsked } from "./data.ts";

interface ResultWordsView {
  figure: string;
  count: number;
  mentions: MentionView[];
  next: string | null;
}

/** The words one number rests on, all of them. */
export function WordsPage() {
  const asked = useAsked();
  const figure = new URLSearchParams(useSearch()).get("figure") ?? "";
  const found = useInfiniteQuery({
    queryKey: ["results", "words", asked, figure],
    queryFn: ({ pageParam, signal }) => get<ResultWordsView>("/results/words", { ...asked, figure, cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const count = found.data?.pages[0]?.count;
  const what = figure.startsWith("voice:") ? t("results.wordsOn", { brand: figure.slice(6) }) : (tMaybe(`results.words.${figure}`) ?? figure);
  return (
    <div className="pad res-words">
      <p className="small qq">
        <Link href={address("/results", { ...asked })}>{t("results.crumb")}</Link> / {what}
      </p>
      <h1>{count === undefined ? what : t("results.wordsTitle", { n: count })}</h1>
      <p className="dek">{what}</p>
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      <div className="block">
        {found.data?.pages.flatMap((page) => page.mentions).map((mention) => <Cutting key={mention.id} mention={mention} />)}
      </div>
      {found.hasNextPage && (
        <p className="block">
          <button type="button" className="btn" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("results.more")}
          </button>
        </p>
      )}
    </div>
  );
}
