import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { post } from "../../api/client.ts";
import { Byline } from "../../parts/Cutting.tsx";
import { WarnIcon } from "../../parts/icons.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { clock, when } from "../../parts/time.ts";
import { Voice } from "../../parts/Voice.tsx";
import { number, percent, t } from "../../texts/index.ts";
import type { AlarmCause, AlarmRow } from "./records.ts";

/** An alarm that nobody has yet: why, what came first, who is woken next, and "I have it". */
export function AlarmPart({ alarm }: { alarm: AlarmRow }) {
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: () => post<AlarmRow>(`/alarms/${alarm.id}/acknowledge`, {}),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["alarms"] }),
  });
  return (
    <article className="alarm" aria-label={t("spread.alarmOf", { title: alarm.title })}>
      <div className="alarm-head">
        <span className="stamp urgent">
          <WarnIcon />
          {t("spread.alarm")}
        </span>
        <h2>{t("spread.quoted", { title: alarm.title })}</h2>
        {alarm.test && <span className="small q">{t("spread.test")}</span>}
      </div>
      <p>{because(alarm.cause)}</p>
      {alarm.cause.place && (
        <p className="small q">
          {t("spread.mostAt", { place: alarm.cause.place, n: alarm.cause.there })}
          {alarm.cause.terms.length > 0 && ` ${t("spread.theirWords", { words: alarm.cause.terms.join(", ") })}`}
        </p>
      )}
      {alarm.first && (
        <div className="alarm-first">
          <p className="small q">
            <b>{t("spread.beganWith")}</b>
          </p>
          <Byline mention={alarm.first} />
          <Voice text={alarm.first.text} language={alarm.first.language} marks={alarm.first.marks} short />
        </div>
      )}
      {take.isError && <ErrorNote error={take.error} />}
      <p className="alarm-deeds">
        <button type="button" className="btn go" disabled={take.isPending} onClick={() => take.mutate()}>
          {t("spread.have")}
        </button>
        {alarm.tale && (
          <Link className="btn" href={`/spread/${alarm.tale}`}>
            {t("spread.see")}
          </Link>
        )}
        <span className="small q">{next(alarm)}</span>
      </p>
    </article>
  );
}

export function because(cause: AlarmCause): string {
  if (cause.kind === "test") return t("spread.becauseTest");
  if (cause.kind === "pass") return t("spread.becausePass", { n: cause.people, line: cause.line ?? 0, chance: percent(cause.chance ?? 0) });
  return t("spread.becauseBurst", { n: cause.people, minutes: cause.minutes, high: number(cause.usualHigh, 1) });
}

function next(alarm: AlarmRow): string {
  const raised = t("spread.raised", { at: when(alarm.raisedAt), n: alarm.told });
  if (!alarm.nextAt) return raised;
  return `${raised} ${t("spread.nextAt", { at: clock(alarm.nextAt), to: alarm.nextTo.map(whom).join(", ") })}`;
}

export function whom(to: string): string {
  if (to === "members") return t("watch.members");
  if (to === "hooks") return t("watch.hooks");
  if (to.startsWith("hook:")) return t("watch.hook", { name: to.slice(5) });
  if (to.startsWith("member:")) return t("watch.member");
  return to;
}
