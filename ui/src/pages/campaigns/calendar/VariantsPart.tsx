import { useState, type FormEvent } from "react";
import { post } from "../../../api/client.ts";
import { AskedDeed } from "../../../parts/AskedDeed.tsx";
import { Ask, Layer } from "../../../parts/Dialog.tsx";
import { Head } from "../../../parts/Head.tsx";
import { WarnIcon } from "../../../parts/icons.tsx";
import { ErrorNote, Notice } from "../../../parts/states.tsx";
import { toast } from "../../../parts/toast.tsx";
import { Voice } from "../../../parts/Voice.tsx";
import { when } from "../../../parts/time.ts";
import { webAddress } from "../../../parts/address.ts";
import { t, told } from "../../../texts/index.ts";
import { dayName, useCalendarDeed } from "./data.ts";
import { PostForm } from "./PostForm.tsx";
import type { CalendarEntry, PublishPlace, VariantView } from "./records.ts";
import { stateName } from "./index.tsx";

const TO_APPROVE = ["draft", "waiting", "changes"];
const LATE = ["missed", "refused", "unknown"];
const GONE = ["sent", "cancelled", "sending"];

/** One post with its text for each place: approved one by one, sent one by one. */
export function VariantsPart({ entry, places }: { entry: CalendarEntry; places: PublishPlace[] }) {
  const [sheet, setSheet] = useState<"" | "edit" | "move" | "ask" | "cancel">("");
  const deed = useCalendarDeed(({ name, body }: { name: string; body?: unknown }) => post<CalendarEntry>(`/publications/${entry.id}/${name}`, body ?? {}));
  const some = (states: string[]) => entry.variants.some((one) => states.includes(one.state));
  const over = entry.variants.every((one) => GONE.includes(one.state));
  const day = dayName(entry.local.slice(0, 10), { weekday: "short", day: "numeric", month: "short" });
  return (
    <section className="block variants" aria-label={entry.title}>
      <Head
        title={entry.title}
        level={3}
        sub={`${day}, ${entry.local.slice(11, 16)} ${entry.zone}${entry.twice ? ` ${t("calendar.twice")}` : ""}`}
        act={
          !over && (
            <button type="button" className="link" onClick={() => setSheet("edit")}>
              {t("calendar.edit")}
            </button>
          )
        }
      />
      {entry.warnings.map((warning) => (
        <Notice key={warning} icon={<WarnIcon />}>
          {told(warning)}
        </Notice>
      ))}
      <div className="vars">
        {entry.variants.map((one) => (
          <Variant key={one.id} one={one} busy={deed.isPending} onApprove={() => deed.mutate({ name: "approve", body: { variant: one.id } })} />
        ))}
      </div>
      {some(["missed"]) && <Notice icon={<WarnIcon />}>{t("calendar.missed")}</Notice>}
      {deed.isError && <ErrorNote error={deed.error} />}
      <div className="var-deeds">
        {some(LATE) && (
          <AskedDeed className="btn go" deed={t("calendar.sendNow")} disabled={deed.isPending} title={t("calendar.sendNowTitle")} onDeed={() => deed.mutate({ name: "send-late" })}>
            <LateTexts variants={entry.variants} />
          </AskedDeed>
        )}
        {some(TO_APPROVE) && (
          <>
            <button type="button" className={some(LATE) ? "btn" : "btn go"} disabled={deed.isPending} onClick={() => deed.mutate({ name: "approve" })}>
              {t("calendar.approveAll")}
            </button>
            <button type="button" className="btn" onClick={() => setSheet("ask")}>
              {t("calendar.ask")}
            </button>
          </>
        )}
        {!over && (
          <>
            <button type="button" className="btn" onClick={() => setSheet("move")}>
              {t("calendar.move")}
            </button>
            <button type="button" className="btn quiet" onClick={() => setSheet("cancel")}>
              {t("calendar.cancel")}
            </button>
          </>
        )}
      </div>
      <Layer open={sheet === "edit"} onClose={() => setSheet("")} label={t("calendar.edit")} className="dlg wide">
        <PostForm entry={entry} places={places} onDone={() => setSheet("")} />
      </Layer>
      <Layer open={sheet === "move"} onClose={() => setSheet("")} label={t("calendar.moveTitle")}>
        <Move entry={entry} onDone={() => setSheet("")} />
      </Layer>
      <Layer open={sheet === "ask"} onClose={() => setSheet("")} label={t("calendar.ask")}>
        <AskClient entry={entry} onDone={() => setSheet("")} />
      </Layer>
      <Ask open={sheet === "cancel"} onClose={() => setSheet("")} title={t("calendar.cancelTitle")} deed={t("calendar.cancelGo")} onDeed={() => deed.mutate({ name: "cancel" })}>
        {t("calendar.cancelText")}
      </Ask>
    </section>
  );
}

/** Where it would be sent to, and why it is not there; what may stand there already is said. */
function LateTexts({ variants }: { variants: VariantView[] }) {
  return (
    <ul>
      {variants
        .filter((one) => LATE.includes(one.state) && one.approvedBy)
        .map((one) => (
          <li key={one.id}>
            <b>
              <bdi>{one.sourceName}</bdi>
            </b>
            : {one.state === "unknown" ? t("calendar.mayStand") : stateName(one.state)}
          </li>
        ))}
    </ul>
  );
}

function Variant({ one, busy, onApprove }: { one: VariantView; busy: boolean; onApprove: () => void }) {
  const link = webAddress(one.url ?? "");
  return (
    <article aria-label={one.sourceName}>
      <p className="small">
        <b>
          <bdi>{one.sourceName}</bdi>
        </b>{" "}
        <span className={`stamp t-${one.state}`}>{stateName(one.state)}</span>
      </p>
      <Voice text={one.text} language="und" />
      <p className="tiny qq">
        {one.max > 0 ? t("calendar.length", { n: one.length, most: one.max }) : t("calendar.lengthFree", { n: one.length })}
        {one.approvedBy && one.state !== "draft" && <> · {t("calendar.approvedBy", { name: one.approvedBy })}</>}
        {one.sentAt && <> · {link ? <a href={link} target="_blank" rel="noopener noreferrer">{t("calendar.sentAt", { at: when(one.sentAt) })}</a> : t("calendar.sentAt", { at: when(one.sentAt) })}</>}
      </p>
      {one.note && (
        <p className="small var-note">
          <b>{t("calendar.wants")}</b> {one.note}
        </p>
      )}
      {one.why && <p className="small var-note">{told(one.why)}</p>}
      {TO_APPROVE.includes(one.state) && (
        <button type="button" className="link small" disabled={busy} aria-label={t("calendar.approveOne", { name: one.sourceName })} onClick={onApprove}>
          {t("calendar.approve")}
        </button>
      )}
    </article>
  );
}

function Move({ entry, onDone }: { entry: CalendarEntry; onDone: () => void }) {
  const [at, setAt] = useState(entry.local.slice(0, 16));
  const move = useCalendarDeed(() => post<CalendarEntry>(`/publications/${entry.id}/move`, { at }), onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    move.mutate(undefined);
  };
  return (
    <form onSubmit={submit} className="cal-form">
      <h2>{t("calendar.moveTitle")}</h2>
      <label className="field">
        <span>{t("calendar.at", { zone: entry.zone })}</span>
        <input className="inp" type="datetime-local" required value={at} onChange={(event) => setAt(event.target.value)} />
      </label>
      {move.isError && <ErrorNote error={move.error} />}
      <div className="deeds">
        <button type="button" className="btn" onClick={onDone}>
          {t("words.close")}
        </button>
        <button type="submit" className="btn go" disabled={move.isPending}>
          {t("calendar.moveGo")}
        </button>
      </div>
    </form>
  );
}

function AskClient({ entry, onDone }: { entry: CalendarEntry; onDone: () => void }) {
  const [to, setTo] = useState("");
  const ask = useCalendarDeed(
    () => post<{ link: string }>(`/publications/${entry.id}/ask`, { to: to.trim() || null }),
    () => {
      if (to.trim()) toast(t("calendar.asked", { to: to.trim() }));
    },
  );
  const link = ask.data?.link;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(undefined);
  };
  if (link) {
    return (
      <div className="cal-form">
        <h2>{t("calendar.ask")}</h2>
        <p className="small q">{t("calendar.askText")}</p>
        <label className="field">
          <span>{t("calendar.link")}</span>
          <input className="inp mono" readOnly value={link} onFocus={(event) => event.target.select()} />
        </label>
        <div className="deeds">
          <button type="button" className="btn" onClick={onDone}>
            {t("words.close")}
          </button>
        </div>
      </div>
    );
  }
  return (
    <form onSubmit={submit} className="cal-form">
      <h2>{t("calendar.ask")}</h2>
      <p className="small q">{t("calendar.askText")}</p>
      <label className="field">
        <span>
          {t("calendar.askTo")} <span className="hint">{t("sources.optional")}</span>
        </span>
        <input className="inp" type="email" value={to} autoComplete="off" onChange={(event) => setTo(event.target.value)} />
      </label>
      {ask.isError && <ErrorNote error={ask.error} />}
      <div className="deeds">
        <button type="button" className="btn" onClick={onDone}>
          {t("words.close")}
        </button>
        <button type="submit" className="btn go" disabled={ask.isPending}>
          {t(to.trim() ? "calendar.askSend" : "calendar.askLink")}
        </button>
      </div>
    </form>
  );
}
