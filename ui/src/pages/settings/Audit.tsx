import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { address, get } from "../../api/client.ts";
import { useMembers } from "../../api/queries.ts";
import type { components } from "../../api/schema.d.ts";
import { Empty, ErrorNote, Loading, Notice } from "../../parts/states.tsx";
import { when, whole } from "../../parts/time.ts";
import { currentLocale, namesOf, t, tMaybe } from "../../texts/index.ts";
import "./audit.css";

type Schemas = components["schemas"];
type AuditPage = Schemas["AuditPage"];
type AuditLine = Schemas["AuditLine"];
type AuditAct = Schemas["AuditAct"];
type AuditChange = Schemas["AuditChange"];
type AuditVerdict = Schemas["AuditVerdict"];

/** So long after the last letter a search begins by itself. */
const PAUSE = 400;

interface Asked {
  q: string;
  who: string;
  deed: string;
  from: string;
  to: string;
  about: string;
}

/** The start of a day where the reader is, and of the day after it for an end that is meant to be within. */
function instant(day: string, days: number): string {
  if (!day) return "";
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + days);
  return at.toISOString();
}

/** Who did what, searchable, each line with what was so before and after. */
export default function Audit() {
  const [asked, setAsked] = useState<Asked>({ q: "", who: "", deed: "", from: "", to: "", about: "" });
  const params = { ...asked, from: instant(asked.from, 0), to: instant(asked.to, 1) };
  const found = useInfiniteQuery({
    queryKey: ["audit", params],
    queryFn: ({ pageParam, signal }) => get<AuditPage>("/audit", { ...params, cursor: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const lines = found.data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <>
      <p className="dek">{t("audit.dek")}</p>
      <Asking asked={asked} onAsk={(change) => setAsked({ ...asked, ...change })} />
      <p className="deeds small">
        <a href={address("/audit/export", { ...params, format: "csv" })}>{t("audit.export_csv")}</a>
        <a href={address("/audit/export", { ...params, format: "jsonl" })}>{t("audit.export_jsonl")}</a>
      </p>
      <Check />
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.isSuccess && lines.length === 0 && <Empty lead={t("audit.none")} />}
      <ol className="audit">
        {lines.map((line) => (
          <Line key={line.number} line={line} onThing={(about) => setAsked({ ...asked, about })} />
        ))}
      </ol>
      {found.hasNextPage && (
        <p className="deeds">
          <button type="button" className="btn" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("audit.more")}
          </button>
        </p>
      )}
    </>
  );
}

/** What is done in which part of the program, as the reader's language sorts it. */
function rooms(): { room: string; name: string }[] {
  return namesOf("audit", "room_")
    .map((room) => ({ room, name: tMaybe(`audit.room_${room}`) ?? room }))
    .sort((a, b) => a.name.localeCompare(b.name, currentLocale()));
}

function Asking({ asked, onAsk }: { asked: Asked; onAsk: (change: Partial<Asked>) => void }) {
  const members = useMembers().data ?? [];
  const [words, setWords] = useState(asked.q);
  const search = () => {
    if (words !== asked.q) onAsk({ q: words });
  };
  useEffect(() => {
    const timer = window.setTimeout(search, PAUSE);
    return () => window.clearTimeout(timer);
  });
  return (
    <form
      className="audit-ask"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
    >
      <label className="field audit-words">
        <span>{t("audit.search")}</span>
        <input className="inp" type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("audit.person")}</span>
        <select className="inp" value={asked.who} onChange={(event) => onAsk({ who: event.target.value })}>
          <option value="">{t("audit.anybody")}</option>
          {members.map((member) => (
            <option key={member.id} value={member.id}>
              {member.name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("audit.room")}</span>
        <select className="inp" value={asked.deed} onChange={(event) => onAsk({ deed: event.target.value })}>
          <option value="">{t("audit.anything")}</option>
          {rooms().map(({ room, name }) => (
            <option key={room} value={room}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("audit.from")}</span>
        <input className="inp" type="date" value={asked.from} onChange={(event) => onAsk({ from: event.target.value })} />
      </label>
      <label className="field">
        <span>{t("audit.to")}</span>
        <input className="inp" type="date" value={asked.to} onChange={(event) => onAsk({ to: event.target.value })} />
      </label>
      {asked.about && (
        <p className="small audit-words">
          {t("audit.about")}{" "}
          <button type="button" className="link" onClick={() => onAsk({ about: "" })}>
            {t("audit.about_end")}
          </button>
        </p>
      )}
    </form>
  );
}

function Check() {
  const check = useMutation({ mutationFn: () => get<AuditVerdict>("/audit/check") });
  const verdict = check.data;
  return (
    <>
      <p className="small">
        <button type="button" className="link" disabled={check.isPending} onClick={() => check.mutate()}>
          {t("audit.check")}
        </button>
      </p>
      <div role="status">
        {check.error && <ErrorNote error={check.error} />}
        {verdict && <Notice fault={!verdict.holds}>{verdict.holds ? t("audit.holds", { n: verdict.lines }) : t("audit.broken", { line: verdict.broken ?? 0 })}</Notice>}
      </div>
    </>
  );
}

function who(line: AuditLine): string {
  if (line.name) return line.name;
  return t(line.way === "program" ? "audit.program" : "audit.somebody");
}

function Line({ line, onThing }: { line: AuditLine; onThing: (about: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <time dateTime={line.at} title={whole(line.at)}>
            {when(line.at)}
          </time>
          <span>
            <b>{who(line)}</b> {tMaybe(`deeds.${line.deed}`) ?? line.deed}
            {line.label && <span className="audit-label">: {line.label}</span>} {line.refused && <b className="urgent">{t("audit.refused")}</b>}
          </span>
        </summary>
        {open && <Opened line={line} onThing={onThing} />}
      </details>
    </li>
  );
}

function Opened({ line, onThing }: { line: AuditLine; onThing: (about: string) => void }) {
  const act = useQuery({ queryKey: ["audit", "line", line.number], queryFn: ({ signal }) => get<AuditAct>(`/audit/${line.number}`, {}, signal) });
  const about = line.about;
  return (
    <div className="audit-open small">
      <p className="qq">
        {t("audit.line", { n: line.number })}, {whole(line.at)}, {t(`audit.way_${line.way.toLowerCase() as "session"}`)}
        {line.role && `, ${line.role}`}
      </p>
      {about && (
        <p>
          <button type="button" className="link" onClick={() => onThing(about)}>
            {t("audit.this_thing")}
          </button>
        </p>
      )}
      {act.isPending && <Loading rows={1} />}
      {act.isError && <ErrorNote error={act.error} onRetry={() => void act.refetch()} />}
      {Object.entries(line.facts).map(([name, value]) => (
        <p key={name}>
          {name}: {value}
        </p>
      ))}
      {act.data?.changes.length === 0 && <p>{t("audit.no_rows")}</p>}
      {act.data?.changes.map((change, i) => (
        <Change key={i} change={change} />
      ))}
      {act.data && act.data.more > 0 && <p>{t("audit.rest", { n: act.data.more })}</p>}
    </div>
  );
}

function Change({ change }: { change: AuditChange }) {
  const name = tMaybe(`things.${change.thing}`) ?? change.thing.replaceAll("_", " ");
  return (
    <section>
      <h3>
        {name} <span className="tiny">{t(`audit.op_${change.op as "insert"}`)}</span>
        {change.label && <span className="audit-label"> {change.label}</span>}
      </h3>
      {change.erased && <p>{t("audit.erased")}</p>}
      {(!change.erased || change.fields.length > 0) && (
        <div className="table-room">
          <table className="table audit-table">
            <thead>
              <tr>
                <th scope="col">{t("audit.field")}</th>
                <th scope="col">{t("audit.before")}</th>
                <th scope="col">{t("audit.after")}</th>
              </tr>
            </thead>
            <tbody>
              {change.fields.map((field) => (
                <tr key={field.name}>
                  <th scope="row">{tMaybe(`fields.${field.name}`) ?? field.name.replaceAll("_", " ")}</th>
                  {field.hidden ? (
                    <td colSpan={2} className="qq">
                      {t("audit.hidden")}
                    </td>
                  ) : (
                    <>
                      <td>{said(field.before)}</td>
                      <td>{said(field.after)}</td>
                    </>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** A value as the database has it, in the reader's words where we know what it is. */
function said(value: string | null | undefined): string {
  if (value === null || value === undefined || value === "" || value === "[]" || value === "{}") return t("audit.nothing");
  if (value === "true") return t("audit.yes");
  if (value === "false") return t("audit.no");
  return TIME.test(value) ? whole(value) : value;
}
