import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "wouter";
import { get, post } from "../../api/client.ts";
import { useLive } from "../../api/live.ts";
import { Ask } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { span, when } from "../../parts/time.ts";
import { number, percent, t } from "../../texts/index.ts";
import { PausedList } from "../spread/PausedPart.tsx";
import { TalkFirstPart } from "../spread/TalkFirstPart.tsx";
import type { CrisisRoom } from "../spread/records.ts";
import "../spread/spread.css";
import { Replay } from "./Replay.tsx";
import { StatementPart } from "./StatementPart.tsx";
import { TimeLine } from "./TimeLine.tsx";
import "./watch.css";

/** The room in which a bad word is answered together; once closed, its replay. */
export default function CrisisPage() {
  const { id = "" } = useParams<{ id: string }>();
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: ["crisis"] });
  useLive("alarms", again);
  useLive("tales", () => {
    again();
    void client.invalidateQueries({ queryKey: ["tale"] });
  });
  useLive("conversations", again);
  const found = useQuery({ queryKey: ["crisis", id], queryFn: ({ signal }) => get<CrisisRoom>(`/crisis/${id}`, {}, signal), refetchInterval: 20_000 });
  const fault = found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return fault || <Loading />;
  const room = found.data;
  const open = room.room.closedAt === null;
  return (
    <div className="cols spread-cols room-cols">
      <div className="side pane">
        {open && <TalkFirstPart tale={room.room.tale} />}
        <Answered room={room} />
      </div>
      <div className="spread-main">
        {fault}
        <p className="small">
          <Link href={`/spread/${room.room.tale}`}>{t("crisis.back")}</Link>
        </p>
        <h1 className="said">{t("spread.quoted", { title: room.room.title })}</h1>
        <p className="dek">{open ? t("crisis.openSince", { at: when(room.room.openedAt), name: room.room.openedBy }) : closed(room)}</p>
        {!open && room.learnt && (
          <div className="block">
            <Head title={t("crisis.learnt")} />
            <p className="voice crisis-text">{room.learnt}</p>
          </div>
        )}
        {!open && <Replay room={room} />}
        <StatementPart room={room} />
        <TimeLine room={room} />
      </div>
      <aside className="side pane" aria-label={t("crisis.aside")}>
        {open && (
          <div className="block">
            <Head title={t("crisis.paused")} />
            <p className="small q">{room.paused.length === 0 ? t("crisis.pausedNone") : t("crisis.pausedSome", { n: room.paused.length })}</p>
            <PausedList items={room.paused} />
          </div>
        )}
        <Numbers room={room} />
        <Stages room={room} />
        {open && <Close room={room} />}
        <p className="tiny qq">{t(room.intact ? "crisis.intact" : "crisis.broken")}</p>
      </aside>
    </div>
  );
}

/** The four durations in one sentence; what was not done is left out. */
function closed(room: CrisisRoom): string {
  const parts = room.stages.filter((one) => one.from && one.at).map((one) => t(`crisis.in.${one.name}`, { span: span(one.from ?? "", one.at ?? "") }));
  const head = t("crisis.closedBy", { at: when(room.room.closedAt ?? ""), name: room.closedBy ?? "" });
  return parts.length === 0 ? head : `${head} ${parts.join(" ")}`;
}

function Answered({ room }: { room: CrisisRoom }) {
  const answers = room.line.filter((mark) => mark.kind === "answer");
  return (
    <div className="block">
      <Head title={t("crisis.answered")} level={3} thin />
      {answers.length === 0 && <p className="small q">{t("crisis.answeredNone")}</p>}
      <ul className="small q crisis-answers">
        {answers.map((mark) => (
          <li key={`${mark.at} ${mark.mentionId}`}>
            <span aria-hidden="true">✓ </span>
            {t("crisis.answeredBy", { name: mark.by, at: when(mark.at) })}
            <br />
            <span className="voice">{mark.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Numbers({ room }: { room: CrisisRoom }) {
  const tale = room.tale;
  if (!tale) return null;
  const forecast = tale.forecast;
  return (
    <div className="block">
      <Head title={t("crisis.numbers")} level={3} thin />
      <p className="small q">
        {forecast
          ? t("crisis.numbersNow", { n: tale.told, median: number(forecast.median), low: number(forecast.b90.low), high: number(forecast.b90.high), chance: percent(forecast.passes), line: tale.line })
          : t("crisis.numbersQuiet", { n: tale.told, at: when(tale.lastAt) })}
      </p>
    </div>
  );
}

function Stages({ room }: { room: CrisisRoom }) {
  return (
    <div className="block">
      <Head title={t("crisis.stages")} level={3} thin />
      <ul className="small crisis-stages">
        {room.stages.map((one) => (
          <li key={one.name}>
            <span className="q">{t(`crisis.stage.${one.name}`)}</span>
            <b>{one.from && one.at ? span(one.from, one.at) : t("crisis.notYet")}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Close({ room }: { room: CrisisRoom }) {
  const [asking, setAsking] = useState(false);
  const [learnt, setLearnt] = useState("");
  const client = useQueryClient();
  const close = useMutation({
    mutationFn: () => post<CrisisRoom>(`/crisis/${room.room.id}/close`, { learnt }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["crisis"] }),
  });
  return (
    <div className="block">
      <button type="button" className="btn" onClick={() => setAsking(true)} disabled={close.isPending}>
        {t("crisis.close")}
      </button>
      {close.isError && <ErrorNote error={close.error} />}
      <Ask open={asking} onClose={() => setAsking(false)} title={t("crisis.closeTitle")} deed={t("crisis.close")} keep={t("crisis.keepOpen")} onDeed={() => close.mutate()}>
        <p>{t("crisis.closeSays", { n: room.paused.length })}</p>
        <label className="field">
          <span>{t("crisis.learnt")}</span>
          <textarea className="inp" rows={4} maxLength={2000} value={learnt} onChange={(event) => setLearnt(event.target.value)} />
        </label>
      </Ask>
    </div>
  );
}
