import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "wouter";
import { get } from "../../api/client.ts";
import { useLive } from "../../api/live.ts";
import { First } from "../../parts/First.tsx";
import { useOpened } from "../../parts/opened.ts";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { number, percent, t } from "../../texts/index.ts";
import { AlarmPart } from "./AlarmPart.tsx";
import { PausedPart } from "./PausedPart.tsx";
import { TalePart, Why } from "./TalePart.tsx";
import { TalkFirstPart } from "./TalkFirstPart.tsx";
import { WakesYou } from "./WakesYou.tsx";
import type { AlarmRow, TaleRow, TalesView } from "./records.ts";
import "./spread.css";

/** Words on the move, how far they will go, and what wakes you. */
export default function SpreadPage() {
  const { id } = useParams<{ id?: string }>();
  const client = useQueryClient();
  useLive("tales", () => {
    void client.invalidateQueries({ queryKey: ["tales"] });
    void client.invalidateQueries({ queryKey: ["tale"] });
  });
  useLive("alarms", () => {
    void client.invalidateQueries({ queryKey: ["alarms"] });
    void client.invalidateQueries({ queryKey: ["watch"] });
  });
  const tales = useQuery({ queryKey: ["tales"], queryFn: ({ signal }) => get<TalesView>("/tales", {}, signal), refetchInterval: 30_000 });
  const alarms = useAlarms();
  const all = tales.data;
  const first = useOpened(id ?? null, all ? [...all.moving, ...all.quiet] : [], ([one]) => one);
  const opened = id ?? first?.id ?? null;
  return (
    <div className="cols spread-cols">
      <div className="side spread-list">
        <div className="spread-top">
          <h2>{t("spread.moving")}</h2>
          <p className="small qq">{t("spread.byChance")}</p>
        </div>
        {tales.isError && <ErrorNote error={tales.error} onRetry={() => void tales.refetch()} />}
        {tales.isPending && <Loading />}
        {all && <TaleList tales={all} opened={opened} />}
        <WakesYou topics={all?.topics ?? []} />
      </div>
      <div className="spread-main">
        <AlarmList alarms={(alarms.data ?? []).filter((alarm) => alarm.state === "raised")} />
        {opened ? (
          <TalePart id={opened} key={opened} />
        ) : (
          all && (
            <>
              <h1>{t("spread.noneTitle")}</h1>
              <Empty lead={t("spread.noneLead")}>{t("spread.noneHelp")}</Empty>
            </>
          )
        )}
      </div>
      <aside className="side pane" aria-label={t("spread.toDo")}>
        {opened && <TalkFirstPart tale={opened} key={opened} />}
        {opened && <Why id={opened} />}
        <PausedPart />
        <Earlier alarms={(alarms.data ?? []).filter((alarm) => alarm.state !== "raised")} />
      </aside>
    </div>
  );
}

function useAlarms() {
  return useQuery({
    queryKey: ["alarms"],
    queryFn: ({ signal }) => get<{ alarms: AlarmRow[] }>("/alarms", {}, signal),
    select: (page) => page.alarms,
    refetchInterval: 15_000,
  });
}

function TaleList({ tales, opened }: { tales: TalesView; opened: string | null }) {
  return (
    <>
      <ul>
        {tales.moving.map((tale) => (
          <li key={tale.id}>
            <Link className="qitem tale-item" href={`/spread/${tale.id}`} aria-current={tale.id === opened || undefined}>
              <span>
                <span className="voice tale-title">{t("spread.quoted", { title: tale.title })}</span>
                <span className="small q">{inShort(tale)}</span>
              </span>
              <Spark tale={tale} />
            </Link>
          </li>
        ))}
      </ul>
      {tales.moving.length === 0 && <p className="small q spread-pad">{t("spread.noneMoving")}</p>}
      <div className="spread-pad">
        {tales.quiet.length > 0 && (
          <>
            <p className="small q">
              <b>{t("spread.quiet")}</b>
            </p>
            <ul className="small q tale-quiet">
              {tales.quiet.map((tale) => (
                <li key={tale.id}>
                  <Link href={`/spread/${tale.id}`}>{t("spread.quoted", { title: tale.title })}</Link>
                  <br />
                  {t("spread.ended", { n: tale.told, at: when(tale.lastAt) })}
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="tiny qq tale-record">{record(tales.record)}</p>
        <BackTest tales={tales.record.tales} />
      </div>
    </>
  );
}

function inShort(tale: TaleRow): string {
  const forecast = tale.forecast;
  if (!forecast) return t("spread.told", { n: tale.told });
  return t("spread.inShort", { n: tale.told, chance: percent(forecast.passes), line: tale.line });
}

const ENOUGH = 20;

/** Forecasts are judged by what became of them; before there are enough, nothing is said. */
function record({ n, in80, in90 }: TalesView["record"]): string {
  if (n < ENOUGH) return t("spread.recordFew", { n });
  return t("spread.record", { n, in90: percent(in90 / n), in80: percent(in80 / n) });
}

/** What was foretold at the fifth teller, beside how it ended. */
function BackTest({ tales }: { tales: TalesView["record"]["tales"] }) {
  if (tales.length === 0) return null;
  return (
    <details className="tiny back-test">
      <summary>{t("spread.backTest")}</summary>
      <table>
        <thead>
          <tr>
            <th>{t("spread.col.word")}</th>
            <th className="r">{t("spread.col.foretold")}</th>
            <th className="r">{t("spread.col.ended")}</th>
          </tr>
        </thead>
        <tbody>
          {tales.map((tale) => (
            <tr key={tale.id}>
              <td>
                <Link href={`/spread/${tale.id}`}>{tale.title}</Link>
              </td>
              <td className="r tab">{t("spread.foretold", { median: number(tale.median), low: number(tale.low), high: number(tale.high) })}</td>
              <td className="r tab">{tale.held ? number(tale.told) : t("spread.outside", { n: tale.told })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Spark({ tale }: { tale: TaleRow }) {
  const most = Math.max(tale.line, ...tale.spark, 1);
  const y = (n: number) => 36 - (34 * n) / most;
  const steps = tale.spark.map((n, i) => `${i === 0 ? "M1" : "H"}${i === 0 ? ` ${y(n)}` : `${1 + (82 * i) / 11}V${y(n)}`}`).join("");
  return (
    <svg width="84" height="38" viewBox="0 0 84 38" aria-hidden="true">
      <path d={steps} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
      <path d={`M1 ${y(tale.line)}H83`} stroke="var(--urgent)" strokeWidth="1.3" strokeDasharray="2 3" />
    </svg>
  );
}

function AlarmList({ alarms }: { alarms: AlarmRow[] }) {
  return (
    <section aria-label={t("spread.openAlarms")} aria-live="polite">
      {alarms.map((alarm) => (
        <AlarmPart alarm={alarm} key={alarm.id} />
      ))}
    </section>
  );
}

function Earlier({ alarms }: { alarms: AlarmRow[] }) {
  return (
    <div className="block">
      <div className="head">
        <h2>{t("spread.earlier")}</h2>
      </div>
      {alarms.length === 0 && <p className="small q">{t("spread.earlierNone")}</p>}
      <First of={alarms} n={12}>
        {(shown) => (
          <ul className="small q alarm-earlier">
            {shown.map((alarm) => (
              <li key={alarm.id}>
                <b>{alarm.tale ? <Link href={`/spread/${alarm.tale}`}>{alarm.title}</Link> : alarm.title}</b>
                {alarm.test && ` (${t("spread.test")})`}
                <br />
                {when(alarm.raisedAt)},{" "}
                {alarm.state === "acknowledged"
                  ? t("spread.acknowledged", { name: alarm.acknowledgedBy ?? "", at: alarm.acknowledgedAt ? when(alarm.acknowledgedAt) : "" })
                  : t("spread.over")}
              </li>
            ))}
          </ul>
        )}
      </First>
    </div>
  );
}
