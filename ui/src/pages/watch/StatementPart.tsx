import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { post } from "../../api/client.ts";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Notice } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { Unfold } from "../../parts/Unfold.tsx";
import { t } from "../../texts/index.ts";
import type { CrisisRoom, Statement, StatementLink } from "../spread/records.ts";

/** What you say: its versions, what the client made of them, and the next one. */
export function StatementPart({ room }: { room: CrisisRoom }) {
  const open = room.room.closedAt === null;
  const newest = room.statements[0];
  return (
    <div className="block">
      <Head title={t("crisis.statement")} sub={newest ? t(`crisis.state.${newest.state}`) : undefined} />
      {!newest && !open && <p className="small q">{t("crisis.statementNone")}</p>}
      {room.statements.map((one, i) => (
        <Version statement={one} latest={i === 0} key={one.id} />
      ))}
      {open && (newest?.state === "draft" || newest?.state === "sent") && <Send room={room} statement={newest} key={newest.id} />}
      {open && !newest && <Write room={room} />}
      {open && newest && (
        <Unfold
          button={(opens) => (
            <button type="button" className="btn s" {...opens}>
              {t("crisis.next")}
            </button>
          )}
        >
          {(close) => <Write room={room} newest={newest} onDone={close} />}
        </Unfold>
      )}
    </div>
  );
}

function Version({ statement, latest }: { statement: Statement; latest: boolean }) {
  const words = <p className="voice crisis-text">{statement.text}</p>;
  const made = t("crisis.version", { n: statement.version, name: statement.madeBy, at: when(statement.madeAt) });
  return (
    <div className="crisis-version">
      <p className="small q">
        <b>{made}</b> <span className={statement.state === "approved" ? "stamp good" : "stamp"}>{t(`crisis.state.${statement.state}`)}</span>
      </p>
      {latest ? (
        words
      ) : (
        <details>
          <summary className="small">{t("crisis.earlierText")}</summary>
          {words}
        </details>
      )}
      {statement.decidedBy && statement.decidedAt && (
        <p className="small q">
          {t(statement.state === "approved" ? "crisis.approvedBy" : "crisis.changesBy", { name: statement.decidedBy, at: when(statement.decidedAt) })}
          {statement.note && <span className="voice"> {t("spread.quoted", { title: statement.note })}</span>}
        </p>
      )}
      {statement.state === "sent" && statement.until && <p className="small q">{t("crisis.sentUntil", { to: statement.sentTo ?? t("crisis.byHand"), at: when(statement.until) })}</p>}
    </div>
  );
}

function Send({ room, statement }: { room: CrisisRoom; statement: Statement }) {
  const [to, setTo] = useState("");
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: () => post<StatementLink>(`/crisis/${room.room.id}/send`, to.trim() ? { to: to.trim() } : {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ["crisis"] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <>
      <form className="crisis-send" onSubmit={submit}>
        <label className="field">
          <span>
            {t("crisis.client")} <span className="hint">{t("crisis.clientHint")}</span>
          </span>
          <input className="inp" type="email" value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
        <button type="submit" className="btn go" disabled={send.isPending}>
          {t(statement.state === "sent" ? "crisis.sendAgain" : "crisis.send")}
        </button>
      </form>
      {send.isError && <ErrorNote error={send.error} />}
      {send.data && (
        <Notice>
          {t(send.data.mailed ? "crisis.mailed" : "crisis.link", { to: send.data.mailed ?? "" })}{" "}
          <a href={send.data.url} target="_blank" rel="noreferrer" className="crisis-url">
            {send.data.url}
          </a>
        </Notice>
      )}
    </>
  );
}

/** The next version begins with the words of the newest. */
function Write({ room, newest, onDone }: { room: CrisisRoom; newest?: Statement; onDone?: () => void }) {
  const [text, setText] = useState(newest?.text ?? "");
  const client = useQueryClient();
  const write = useMutation({
    mutationFn: () => post<CrisisRoom>(`/crisis/${room.room.id}/statements`, { text }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["crisis"] });
      onDone?.();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate();
  };
  return (
    <form className="crisis-write" onSubmit={submit}>
      <label className="field">
        <span>{t(newest ? "crisis.writeNext" : "crisis.writeFirst")}</span>
        <textarea className="inp voice" rows={4} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      {write.isError && <ErrorNote error={write.error} />}
      <span className="alarm-deeds">
        <button type="submit" className="btn s" disabled={write.isPending || text.trim() === ""}>
          {t("crisis.keepVersion")}
        </button>
        {onDone && (
          <button type="button" className="btn s" onClick={onDone}>
            {t("words.cancel")}
          </button>
        )}
      </span>
    </form>
  );
}
