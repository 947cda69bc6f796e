import { useMutation, useQuery } from "@tanstack/react-query";
import { Fragment, useState, type FormEvent } from "react";
import { get, post } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import type { HookLine, HookLog, HookOut } from "../../api/types.ts";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { useClock, when, whole } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { t, tMaybe, told } from "../../texts/index.ts";

const STATES = ["", "waiting", "sent", "refused"] as const;

function again() {
  void queries.invalidateQueries({ queryKey: ["hooks-out"] });
}

/** What a webhook was told, newest first, and what became of it. */
export function WebhookLog({ hook }: { hook: HookOut }) {
  const [state, setState] = useState<string>("");
  const [before, setBefore] = useState<string>();
  const log = useQuery({
    queryKey: ["hooks-out", hook.id, "log", state, before],
    queryFn: ({ signal }) => get<HookLog>(`/hooks-out/${hook.id}/deliveries`, { state, before }, signal),
    refetchInterval: before ? false : 3_000,
  });
  const lines = log.data?.deliveries ?? [];
  const last = lines.at(-1);
  const choose = (wanted: string) => {
    setState(wanted);
    setBefore(undefined);
  };
  return (
    <>
      <div className="hook-log-head">
        <label className="field">
          <span>{t("hooks.filter")}</span>
          <select className="inp" value={state} onChange={(event) => choose(event.target.value)}>
            {STATES.map((one) => (
              <option key={one} value={one}>
                {t(`hooks.filter_${one || "all"}`)}
              </option>
            ))}
          </select>
        </label>
        {hook.failed > 0 && <ReplayAll hook={hook} />}
      </div>
      {log.error && <ErrorNote error={log.error} onRetry={() => void log.refetch()} />}
      {!log.data && !log.error && <Loading rows={3} />}
      {log.data && lines.length === 0 && <p className="small q">{t("hooks.log_none")}</p>}
      {lines.length > 0 && <Lines hook={hook} lines={lines} />}
      <p className="deeds">
        {before && (
          <button type="button" className="link" onClick={() => setBefore(undefined)}>
            {t("hooks.newest")}
          </button>
        )}
        {log.data?.more && last && (
          <button type="button" className="link" onClick={() => setBefore(last.id)}>
            {t("hooks.older")}
          </button>
        )}
      </p>
    </>
  );
}

function Lines({ hook, lines }: { hook: HookOut; lines: HookLine[] }) {
  const [opened, setOpened] = useState<string>();
  return (
    <div className="table-room" tabIndex={0} role="region" aria-label={t("hooks.log_of", { name: hook.name })}>
      <table className="hook-log">
        <thead>
          <tr>
            <th>{t("hooks.col_at")}</th>
            <th>{t("hooks.col_what")}</th>
            <th>{t("hooks.col_state")}</th>
            <th>{t("hooks.col_answer")}</th>
            <th>
              <span className="vh">{t("hooks.replay")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Fragment key={line.id}>
              <Line hook={hook} line={line} open={opened === line.id} onOpen={() => setOpened(opened === line.id ? undefined : line.id)} />
              {opened === line.id && <Payload hook={hook} line={line} />}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ hook, line, open, onOpen }: { hook: HookOut; line: HookLine; open: boolean; onOpen: () => void }) {
  const now = useClock(30);
  const replay = useMutation({ mutationFn: () => post(`/hooks-out/${hook.id}/deliveries/${line.id}/replay`, {}), onSuccess: again });
  const at = when(line.at, now);
  const fate = [
    tMaybe(`hooks.fate_${line.state}`) ?? line.state,
    line.tries > 1 && t("hooks.tries", { n: line.tries }),
    line.nextAt && line.tries > 0 && t("hooks.next", { at: when(line.nextAt, now) }),
  ];
  return (
    <tr>
      <td className="tab" title={whole(line.at)}>
        {at}
      </td>
      <td>
        <button type="button" className="link" aria-expanded={open} onClick={onOpen}>
          {line.type}
        </button>
      </td>
      <td>
        {fate.filter(Boolean).join(", ")}
        {line.why && <span className="tiny qq hook-why">{told(line.why)}</span>}
      </td>
      <td>
        {line.status && <span className="tab">{line.status}</span>} {line.tookMs != null && line.tries > 0 && <span className="tiny qq">{t("hooks.took", { ms: line.tookMs })}</span>}
        {line.answer && <span className="tiny hash hook-why">{line.answer}</span>}
      </td>
      <td>
        {(line.state !== "waiting" || line.tries > 0) && (
          <button type="button" className="link" disabled={replay.isPending} aria-label={t("hooks.replay_of", { what: line.type, at })} onClick={() => replay.mutate()}>
            {t("hooks.replay")}
          </button>
        )}
        {replay.error && <ErrorNote error={replay.error} />}
      </td>
    </tr>
  );
}

function Payload({ hook, line }: { hook: HookOut; line: HookLine }) {
  const one = useQuery({
    queryKey: ["hooks-out", hook.id, "payload", line.id],
    queryFn: ({ signal }) => get<HookLine>(`/hooks-out/${hook.id}/deliveries/${line.id}`, {}, signal),
  });
  return (
    <tr>
      <td colSpan={5}>
        {one.error && <ErrorNote error={one.error} />}
        {one.data && (
          <pre className="hook-payload" tabIndex={0} aria-label={t("hooks.payload")}>
            {`webhook-id: ${one.data.key}\n\n${pretty(one.data.payload ?? "")}`}
          </pre>
        )}
      </td>
    </tr>
  );
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

/** The local time of day as an input of the browser takes it. */
function local(at: Date): string {
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

function ReplayAll({ hook }: { hook: HookOut }) {
  const [since, setSince] = useState(() => local(new Date(Date.now() - 86_400_000)));
  const replay = useMutation({
    mutationFn: () => post<{ deliveries: number }>(`/hooks-out/${hook.id}/replay`, { since: new Date(since).toISOString() }),
    onSuccess: ({ deliveries }) => {
      again();
      toast(t("hooks.replayed", { n: deliveries }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    replay.mutate();
  };
  return (
    <form className="hook-since" onSubmit={submit}>
      <label className="field">
        <span>{t("hooks.replay_since")}</span>
        <input className="inp" type="datetime-local" required value={since} onChange={(event) => setSince(event.target.value)} />
      </label>
      <button type="submit" className="btn s" disabled={replay.isPending}>
        {t("hooks.replay_all")}
      </button>
      {replay.error && <ErrorNote error={replay.error} />}
    </form>
  );
}
