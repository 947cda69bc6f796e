import { useMutation, useQuery } from "@tanstack/react-query";
import { get, post } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import type { components } from "../../api/schema.d.ts";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Loading, Notice } from "../../parts/states.tsx";
import { ago, useClock, whole } from "../../parts/time.ts";
import { number, t, tMaybe, told } from "../../texts/index.ts";
import "./server.css";

type Schemas = components["schemas"];
type ChecksView = Schemas["ChecksView"];
type Check = Schemas["Check"];
type BackupsView = Schemas["BackupsView"];
type BackupRun = Schemas["BackupRun"];

const MB = 1_000_000;

/** How the server itself is: what doctor finds and what helps, its backups, its versions. */
export default function Server() {
  const checks = useQuery({ queryKey: ["server-checks"], queryFn: ({ signal }) => get<ChecksView>("/server/checks", {}, signal) });
  return (
    <>
      {checks.error && <ErrorNote error={checks.error} onRetry={() => void checks.refetch()} />}
      {checks.isPending && <Loading />}
      {checks.data && <Found view={checks.data} busy={checks.isFetching} onAgain={() => void checks.refetch()} />}
      <Backups />
    </>
  );
}

function Found({ view, busy, onAgain }: { view: ChecksView; busy: boolean; onAgain: () => void }) {
  const bad = view.checks.filter((check) => check.state !== "ok");
  const good = view.checks.filter((check) => check.state === "ok");
  return (
    <section>
      <p className="dek">{bad.length === 0 ? t("server.well") : t("server.look", { n: bad.length })}</p>
      <p className="small q">
        {t("server.version", { version: view.program })} {view.publicUrl ? t("server.address", { url: view.publicUrl }) : t("server.no_address")}
      </p>
      <ul className="plain-list server-checks">
        {[...bad.filter((check) => check.state === "wrong"), ...bad.filter((check) => check.state === "warn"), ...good].map((check) => (
          <Row key={check.name} check={check} />
        ))}
      </ul>
      <p className="deeds">
        <button type="button" className="btn" disabled={busy} onClick={onAgain}>
          {t("server.again")}
        </button>
      </p>
    </section>
  );
}

function Row({ check }: { check: Check }) {
  return (
    <li className={`server-check ${check.state}`}>
      <span>
        <b>{tMaybe(`server.check_${check.name}`) ?? check.name}</b>
        <span className="small server-what">{told(check.what)}</span>
        {check.todo && <span className="small server-todo">{t("server.todo", { todo: told(check.todo) })}</span>}
      </span>
      <span className="small server-state">{t(`server.state_${check.state}`)}</span>
    </li>
  );
}

function Backups() {
  const backups = useQuery({
    queryKey: ["server-backups"],
    queryFn: ({ signal }) => get<BackupsView>("/server/backups", {}, signal),
    refetchInterval: (query) => (query.state.data?.makingSince ? 2_000 : false),
  });
  const make = useMutation({
    mutationFn: () => post("/server/backups", {}),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["server-backups"] }),
  });
  const view = backups.data;
  const making = make.isPending || Boolean(view?.makingSince);
  return (
    <section className="block">
      <Head title={t("server.backups")} />
      {backups.isPending && <Loading />}
      {backups.error && <ErrorNote error={backups.error} onRetry={() => void backups.refetch()} />}
      {make.error && <ErrorNote error={make.error} />}
      {view && (
        <>
          <p className="small q">
            {view.hour == null ? t("server.never") : t("server.daily", { hour: String(view.hour), keep: view.keep })} {t("server.folder", { folder: view.folder })}
          </p>
          {!view.encrypted && <Notice>{t("server.open")}</Notice>}
          <p className="deeds">
            <button type="button" className="btn" disabled={making} onClick={() => make.mutate()}>
              {making ? t("server.making") : t("server.make")}
            </button>
          </p>
          {view.runs.length === 0 && <p>{t("server.none")}</p>}
          <ul className="plain-list">
            {view.runs.map((run) => (
              <Run key={run.number} run={run} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Run({ run }: { run: BackupRun }) {
  const now = useClock();
  return (
    <li>
      <span>
        <b title={whole(run.madeAt)}>{ago(run.madeAt, now)}</b> <span className="small">{run.scheduled ? t("server.by_itself") : t("server.by_hand")}</span>
        <span className="small server-what">{run.file}</span>
        {run.fault && <span className="small server-todo">{t("server.failed", { why: told(run.fault) })}</span>}
      </span>
      {!run.fault && (
        <span className="small">
          {t("server.size", { mb: number(run.bytes / MB, 1), rows: number(run.rows) })} {run.verifiedAt ? t("server.verified") : t("server.unverified")}
          {run.encrypted && ` ${t("server.closed")}`}
        </span>
      )}
    </li>
  );
}
