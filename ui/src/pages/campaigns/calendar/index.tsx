import { useState } from "react";
import { Link } from "wouter";
import { Layer } from "../../../parts/Dialog.tsx";
import { Head } from "../../../parts/Head.tsx";
import { useOpened } from "../../../parts/opened.ts";
import { ErrorNote, Loading, Notice } from "../../../parts/states.tsx";
import { t, type TextKey } from "../../../texts/index.ts";
import { dayName, dayOf, daysFrom, monday, useCalendar } from "./data.ts";
import { PostForm } from "./PostForm.tsx";
import type { CalendarEntry, CalendarView } from "./records.ts";
import { VariantsPart } from "./VariantsPart.tsx";
import "./calendar.css";

const SHOWN = 14;

/** Posts of our own by day, and below them the one that is opened, with its text for each place. */
export default function CalendarPart({ campaign, whole }: { campaign?: string; whole?: boolean }) {
  const found = useCalendar(campaign);
  const [list, setList] = useState(false);
  const [writing, setWriting] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const calendar = found.data;
  const opened = useOpened(chosen, calendar?.entries ?? [], firstToLookAt);
  return (
    <section className="block calendar" aria-label={t("calendar.title")}>
      <Head
        title={t("calendar.title")}
        sub={t("calendar.sub")}
        act={
          <span className="cal-acts">
            <span className="seg cal-seg" role="group" aria-label={t("calendar.how")}>
              <button type="button" aria-pressed={!list} onClick={() => setList(false)}>
                {t("calendar.weeks")}
              </button>
              <button type="button" aria-pressed={list} onClick={() => setList(true)}>
                {t("calendar.list")}
              </button>
            </span>
            {!whole && <Link href="/campaigns/calendar">{t("calendar.all")}</Link>}
          </span>
        }
      />
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {calendar && (
        <>
          <Held calendar={calendar} />
          {list ? (
            <PostList entries={calendar.entries} opened={opened?.id} onOpen={setChosen} />
          ) : (
            <Weeks entries={calendar.entries} opened={opened?.id} onOpen={setChosen} />
          )}
          <p className="cal-new">
            <button type="button" className="btn" disabled={calendar.places.length === 0} onClick={() => setWriting(true)}>
              {t("calendar.write")}
            </button>
            {calendar.places.length === 0 && <span className="small q">{t("calendar.nowhere")}</span>}
          </p>
          {opened && <VariantsPart entry={opened} places={calendar.places} key={opened.id} />}
          <Layer open={writing} onClose={() => setWriting(false)} label={t("calendar.write")} className="dlg wide">
            <PostForm campaign={campaign} places={calendar.places} onDone={(id) => { setWriting(false); if (id) setChosen(id); }} />
          </Layer>
        </>
      )}
    </section>
  );
}

const NEEDS = ["missed", "unknown", "refused", "changes"];

/** What asks for a person first, else the next one to come. */
function firstToLookAt(entries: CalendarEntry[]): CalendarEntry | undefined {
  const now = new Date().toISOString();
  return entries.find((one) => NEEDS.includes(one.state)) ?? entries.find((one) => one.at >= now) ?? entries.at(-1);
}

function Held({ calendar }: { calendar: CalendarView }) {
  if (calendar.rooms.length === 0) return null;
  return (
    <Notice>
      <b>{t("calendar.held")}</b>{" "}
      {calendar.rooms.map((room) => (
        <Link key={room.id} href={`/spread/room/${room.id}`}>
          {room.title}
        </Link>
      ))}
    </Notice>
  );
}

interface Days {
  entries: CalendarEntry[];
  opened: string | undefined;
  onOpen: (id: string) => void;
}

function Weeks({ entries, opened, onOpen }: Days) {
  const today = dayOf(new Date());
  const [from, setFrom] = useState(() => monday(today));
  const days = Array.from({ length: SHOWN }, (_, i) => daysFrom(from, i));
  const last = days.at(-1) ?? from;
  return (
    <>
      <p className="cal-turn small">
        <button type="button" className="link" onClick={() => setFrom(daysFrom(from, -7))}>
          {t("calendar.earlier")}
        </button>
        <span className="q">
          {dayName(from, { day: "numeric", month: "long" })} – {dayName(last, { day: "numeric", month: "long", year: "numeric" })}
        </span>
        <button type="button" className="link" onClick={() => setFrom(daysFrom(from, 7))}>
          {t("calendar.later")}
        </button>
      </p>
      <ol className="cal">
        {days.map((day, i) => {
          const here = entries.filter((entry) => entry.local.startsWith(day));
          const name = day === today ? "today" : day < today ? "past" : "";
          return (
            <li key={day} className={here.length === 0 ? `${name} none` : name} aria-label={dayName(day, { weekday: "long", day: "numeric", month: "long" })} aria-current={day === today ? "date" : undefined}>
              <span className="dn">
                <span className={i < 7 ? "dw" : "dw two"}>{dayName(day, { weekday: "short" })} </span>
                {dayName(day, { day: "numeric" }).replace(/\.$/, "")}
              </span>
              {here.map((entry) => (
                <button type="button" key={entry.id} className={`ev s-${entry.state}`} aria-pressed={entry.id === opened} onClick={() => onOpen(entry.id)}>
                  <span>{entry.local.slice(11, 16)}</span> <bdi>{entry.title}</bdi> <span className="vh">{stateName(entry.state)}</span>
                </button>
              ))}
            </li>
          );
        })}
      </ol>
      <p className="key cal-key">
        {(["approved", "waiting", "paused", "missed", "sent"] as const).map((state) => (
          <span key={state}>
            <i className={`ev s-${state}`} aria-hidden="true" />
            {stateName(state)}
          </span>
        ))}
      </p>
    </>
  );
}

function PostList({ entries, opened, onOpen }: Days) {
  if (entries.length === 0) return <p className="small q">{t("calendar.none")}</p>;
  return (
    <ul className="cal-list">
      {entries.map((entry) => (
        <li key={entry.id}>
          <button type="button" className="qitem cal-item" aria-current={entry.id === opened || undefined} onClick={() => onOpen(entry.id)}>
            <span className="small q">
              {dayName(entry.local.slice(0, 10), { weekday: "short", day: "numeric", month: "short" })} {entry.local.slice(11, 16)}
            </span>
            <bdi>{entry.title}</bdi>
            <span className={`stamp t-${entry.state}`}>{stateName(entry.state)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function stateName(state: string): string {
  return t(`calendar.state_${state}` as TextKey);
}
