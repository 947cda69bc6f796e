import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { get } from "../../api/client.ts";
import { Avatar } from "../../parts/Avatar.tsx";
import { useAnswer } from "../../parts/Cutting.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { span, useClock } from "../../parts/time.ts";
import { number, t } from "../../texts/index.ts";
import { useTale } from "./TalePart.tsx";
import type { Change, TalkFirst } from "./records.ts";

type Candidate = TalkFirst["candidates"][number];

/** Whom to talk to first, what each changes, and the answer to the first of them. */
export function TalkFirstPart({ tale }: { tale: string }) {
  const view = useTale(tale).data;
  const first = useQuery({
    queryKey: ["talk-first", tale],
    queryFn: ({ signal }) => get<TalkFirst>(`/tales/${tale}/talk-first`, {}, signal),
    enabled: view?.row.quietAt === null,
    refetchInterval: 15_000,
  });
  if (view?.row.quietAt) return null;
  return (
    <div className="block">
      <Head title={t("crisis.first")} />
      {first.isError && <ErrorNote error={first.error} onRetry={() => void first.refetch()} />}
      {first.data && view && <List first={first.data} median={view.row.forecast?.median ?? null} />}
    </div>
  );
}

function List({ first, median }: { first: TalkFirst; median: number | null }) {
  const answer = useAnswer();
  const lead = first.candidates.find((one) => one.mentionId !== null);
  if (first.candidates.length === 0) return <p className="small q">{t("crisis.firstNone")}</p>;
  return (
    <>
      <p className="small q first-lead">{leads(first, median)}</p>
      <ol className="small first-list">
        {first.candidates.map((one, i) => (
          <Row candidate={one} key={one.person.id ?? i} />
        ))}
      </ol>
      {lead?.mentionId && (
        <button type="button" className="btn go first-answer" disabled={answer.isPending} onClick={() => answer.mutate(lead.mentionId ?? "")}>
          {t("crisis.answer", { name: lead.person.name })}
        </button>
      )}
      {first.lacks === "" && <p className="tiny qq">{t("crisis.firstHow", { n: first.reachable })}</p>}
    </>
  );
}

function leads(first: TalkFirst, median: number | null): string {
  const { together } = first;
  if (first.lacks === "late") return t("crisis.firstLate");
  if (first.lacks !== "" || !together || median === null) return t("crisis.firstWords", { n: first.reachable });
  return t("crisis.firstSum", {
    n: first.candidates.length,
    from: number(median),
    to: number(median + together.mid),
    low: number(median + together.low),
    high: number(median + together.high),
  });
}

function Row({ candidate }: { candidate: Candidate }) {
  useClock();
  const { person, waitsSince, why, change } = candidate;
  return (
    <li>
      <Avatar initials={person.initials} size="s" />
      <div>
        <b>
          <bdi>{person.id ? <Link href={`/people/${person.id}`}>{person.name}</Link> : person.name}</bdi>
        </b>
        <br />
        <span className="q">{waitsSince ? t("crisis.waits", { span: span(waitsSince) }) : t(why === "asks" ? "crisis.asks" : "crisis.knowsUs")}</span>
      </div>
      {change && (
        <div className="r">
          <b className="spreadc tab">{signed(change.mid)}</b>
          <br />
          <span className="tiny qq tab">{t("crisis.range", range(change))}</span>
        </div>
      )}
    </li>
  );
}

function range(change: Change): { low: string; high: string } {
  return { low: signed(change.low), high: signed(change.high) };
}

/* Below ten a tenth is told, so that a small help is not shown as none. */
function signed(n: number): string {
  const digits = Math.abs(n) < 10 ? 1 : 0;
  const size = number(Math.abs(n), digits);
  return n < 0 && Number(Math.abs(n).toFixed(digits)) > 0 ? `−${size}` : size;
}
