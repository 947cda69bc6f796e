import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { get } from "../../api/client.ts";
import { useLive } from "../../api/live.ts";
import { queries, useMe, useStatus } from "../../api/queries.ts";
import type { NowView, ToThank } from "../../api/types.ts";
import { useKeys } from "../../keys/keys.ts";
import { Avatar } from "../../parts/Avatar.tsx";
import { Evidence } from "../../parts/Evidence.tsx";
import { Head } from "../../parts/Head.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { QueueRow } from "../../parts/QueueRow.tsx";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { ThankButton } from "../../parts/ThankSheet.tsx";
import { dayName, hourOf, span, useClock } from "../../parts/time.ts";
import { Voice } from "../../parts/Voice.tsx";
import { capital, inWords, t, tMaybe } from "../../texts/index.ts";
import { T } from "../../texts/T.tsx";
import { usePageTitle } from "../../shell/title.ts";
import { AlarmPart } from "../spread/AlarmPart.tsx";
import { DuePart } from "./Due.tsx";
import { MoodChart } from "./MoodChart.tsx";
import { Moving } from "./Moving.tsx";
import "../spread/spread.css";
import "./now.css";

export default function NowPage() {
  usePageTitle(t("now.title"));
  const now = useQuery({ queryKey: ["now"], queryFn: ({ signal }) => get<NowView>("/now", {}, signal), refetchInterval: 60_000 });
  // New words change the figures, not the order of what one reads: at most every ten seconds.
  const lately = useRef(0);
  useLive("words", () => {
    if (Date.now() - lately.current < 10_000) return;
    lately.current = Date.now();
    void queries.invalidateQueries({ queryKey: ["now"] });
  });
  const again = () => void queries.invalidateQueries({ queryKey: ["now"] });
  useLive("alarms", again);
  useLive("tales", again);
  if (now.error && !now.data) return <div className="pad"><ErrorNote error={now.error} onRetry={() => void now.refetch()} /></div>;
  if (!now.data) return <div className="pad"><h1 className="vh">{t("now.title")}</h1><Loading rows={5} /></div>;
  return <Desk view={now.data} />;
}

function Desk({ view }: { view: NowView }) {
  const clock = useClock(30);
  const me = useMe();
  const { headline } = view;
  return (
    <div className="cols now">
      <div className="pad">
        <h1>{headlineText(view, clock)}</h1>
        <p className="dek">
          {greeting(clock, me?.name)}{" "}
          {view.words24 === 0 ? t("now.dek_none") : <T
            k="now.dek"
            count={view.words24}
            n={<Evidence n={view.words24} what={t("now.words24_what")} filters={{ from: dayBefore(clock) }} />}
            people={<Evidence n={view.people24} what={t("now.people24_what")} href="/people?sort=recent" />}
          />}{" "}
          {view.usual && t("now.usual", { day: dayName(clock), low: view.usual.low, high: view.usual.high })}
        </p>
        {view.alarms.length > 0 && (
          <section className="now-alarms" aria-label={t("spread.openAlarms")} aria-live="polite">
            {view.alarms.map((alarm) => (
              <AlarmPart key={alarm.id} alarm={alarm} />
            ))}
          </section>
        )}
        <Queue view={view} clock={clock} openTotal={headline.openTotal} />
      </div>
      <div className="side pad">
        <DuePart due={view.due} />
        <Moving tales={view.moving} />
        <section className="block">
          <Head title={t("now.mood_title")} sub={t("now.mood_sub")} act={<Link href="/listen">{t("words.open")}</Link>} />
          {view.mood.hours.some((hour) => hour.total > 0) ? <MoodChart mood={view.mood} /> : <p className="small q">{t("now.mood_none")}</p>}
        </section>
        <Thanks people={view.toThank} />
      </div>
    </div>
  );
}

function Queue({ view, clock, openTotal }: { view: NowView; clock: Date; openTotal: number }) {
  const [, go] = useLocation();
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef(false);
  const move = (by: number) => () => {
    moved.current = true;
    setChosen((at) => Math.max(0, Math.min(view.queue.length - 1, at + by)));
  };
  const open = () => {
    const row = view.queue[chosen];
    if (row) go(`/conversations/${row.id}?write`);
  };
  useKeys({ j: move(1), k: move(-1), Enter: open, r: open });
  useEffect(() => {
    if (moved.current) list.current?.children[chosen]?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const { oldest } = view;
  const oldestIsBelow = oldest && !view.queue.some((row) => row.id === oldest.id);
  return (
    <section className="block queue">
      <Head
        title={t("now.needs_you")}
        sub={<T k="now.by_need" count={openTotal} n={<Evidence n={openTotal} what={t("now.open_what")} href="/conversations" />} />}
        act={
          <>
            <Link href="/conversations">{t("now.open_queue")}</Link> <Kbd>g c</Kbd>
          </>
        }
      />
      {view.queue.length === 0 ? (
        <Nobody thanks={view.toThank.length > 0} />
      ) : (
        <ol ref={list}>
          {view.queue.map((row, i) => (
            <QueueRow key={row.id} row={row} now={clock} first={i === chosen} chosen={moved.current && i === chosen} />
          ))}
        </ol>
      )}
      {oldestIsBelow && (
        <p className="small q oldest">
          <T
            k="now.oldest"
            name={<b><bdi>{oldest.person.name || t("conversations.somebody")}</bdi></b>}
            span={span(oldest.waitsSince, clock)}
            open={<Link href={`/conversations/${oldest.id}?write`}>{t("words.answer")}</Link>}
          />
        </p>
      )}
    </section>
  );
}

/** Nobody waits; the sentence above says so, here stands why and what one can do. */
function Nobody({ thanks }: { thanks: boolean }) {
  const counts = useStatus().data?.counts;
  if (counts?.sources === 0 && counts.listen24 === 0) {
    return (
      <Empty lead={t("now.no_source")} act={<Link className="btn s" href="/sources/add">{t("shell.deed_source")}</Link>}>
        {t("now.no_source_dek")}
      </Empty>
    );
  }
  return (
    <Empty
      lead={t("now.nobody_dek")}
      act={thanks ? <a className="btn s" href="#thank">{t("now.thank_instead")}</a> : <Link className="btn s" href="/listen">{t("now.listen_instead")}</Link>}
    />
  );
}

function Thanks({ people }: { people: ToThank[] }) {
  useEffect(() => {
    if (window.location.hash === "#thank") document.getElementById("thank")?.scrollIntoView();
  }, []);
  if (people.length === 0) return null;
  return (
    <section className="block" id="thank">
      <Head title={t("now.to_thank")} sub={t("now.to_thank_sub")} act={<Link href="/people/to-thank">{t("words.open")}</Link>} />
      <ul>
        {people.map((due) => {
          const { person, why, mention } = due;
          return (
          <li key={person.id} className="thank">
            <Avatar initials={person.initials} />
            <div>
              <p className="small">
                <Link href={`/people/${person.id}`} className="who"><b><bdi>{person.name}</bdi></b></Link>{" "}
                {person.hear > 0 && <span className="qq">{t("words.hear", { n: person.hear })}</span>}
              </p>
              <Voice text={mention.text || mention.title} language={mention.language} short />
              <p className="tiny qq">{tMaybe(`person.thank_${why}`) ?? why}</p>
            </div>
            <ThankButton due={due} />
          </li>
          );
        })}
      </ul>
    </section>
  );
}

function headlineText(view: NowView, clock: Date): string {
  const alarms = view.alarms.length;
  const waiting = waitingText(view, clock);
  return alarms ? `${t("now.head_alarm", { n: alarms, words: capital(inWords(alarms)) })} ${waiting}` : waiting;
}

function waitingText({ headline, oldest }: NowView, clock: Date): string {
  const { now, today, openTotal } = headline;
  if (now > 0) {
    const people = t("now.head_now", { n: now, words: capital(inWords(now)) });
    const old = oldest && clock.getTime() - new Date(oldest.waitsSince).getTime() > 86_400_000;
    return old ? t("now.head_and_oldest", { people, span: span(oldest.waitsSince, clock) }) : `${people}.`;
  }
  if (today > 0) return t("now.head_today", { n: today, words: capital(inWords(today)) });
  if (openTotal > 0) return t("now.head_open", { n: openTotal, words: capital(inWords(openTotal)) });
  return t("now.head_none");
}

function greeting(clock: Date, name = ""): string {
  const hour = hourOf(clock);
  const key = hour < 5 ? "now.good_evening" : hour < 11 ? "now.good_morning" : hour < 18 ? "now.good_day" : "now.good_evening";
  return t(key, { name: name.split(" ")[0] ?? "" });
}

/** Cut to the minute, so that the address of the evidence does not change with every second. */
function dayBefore(clock: Date): string {
  const minute = Math.floor(clock.getTime() / 60_000) * 60_000;
  return new Date(minute - 86_400_000).toISOString();
}
