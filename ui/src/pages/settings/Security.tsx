import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, put, remove } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import type { OwnSession, OwnSessionsView } from "../../api/types.ts";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { ago, useClock, when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { t } from "../../texts/index.ts";
import { FactorRule, Factors, useFactors } from "./Factors.tsx";

/** With what one signs in, and where one is signed in. */
export default function Security() {
  return (
    <>
      <Password />
      <Factors />
      <FactorRule />
      <Sessions />
    </>
  );
}

const EMPTY = { old: "", code: "", password: "" };

/** Changes the password, or sets the first one of whoever came without. */
function Password() {
  const factors = useFactors().data;
  const [words, setWords] = useState(EMPTY);
  const change = useMutation({
    mutationFn: () => put("/me/password", factors?.password ? { old: words.old, password: words.password } : { code: words.code, password: words.password }),
    onSuccess: () => {
      setWords(EMPTY);
      for (const key of ["own-sessions", "factors"]) void queries.invalidateQueries({ queryKey: [key] });
      toast(t("security.changed"));
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  if (!factors) return null;
  return (
    <form onSubmit={send}>
      <Head title={t("security.password")} />
      {!factors.password && <p>{t("security.no_password")}</p>}
      <div className="fields">
        {factors.password && (
          <label className="field">
            <span>{t("security.old")}</span>
            <input className="inp" type="password" required autoComplete="current-password" value={words.old} onChange={(event) => setWords({ ...words, old: event.target.value })} />
          </label>
        )}
        {!factors.password && factors.codesSince !== null && (
          <label className="field">
            <span>{t("signin.second_code")}</span>
            <input className="inp" required autoComplete="one-time-code" value={words.code} onChange={(event) => setWords({ ...words, code: event.target.value })} />
          </label>
        )}
        <label className="field">
          <span>
            {t("security.new")} <span className="hint">{t("signin.password_hint")}</span>
          </span>
          <input className="inp" type="password" required minLength={12} autoComplete="new-password" value={words.password} onChange={(event) => setWords({ ...words, password: event.target.value })} />
        </label>
      </div>
      {change.error && <ErrorNote error={change.error} />}
      <p className="deeds">
        <button type="submit" className="btn" disabled={change.isPending}>
          {t(factors.password ? "security.change" : "security.set")}
        </button>
        <span className="small q">{t("security.change_hint")}</span>
      </p>
    </form>
  );
}

function Sessions() {
  const sessions = useQuery({ queryKey: ["own-sessions"], queryFn: ({ signal }) => get<OwnSessionsView>("/me/sessions", {}, signal) });
  const again = () => void queries.invalidateQueries({ queryKey: ["own-sessions"] });
  const end = useMutation({ mutationFn: (id: string) => remove(`/me/sessions/${id}`), onSettled: again });
  const endOthers = useMutation({ mutationFn: () => remove("/me/sessions"), onSettled: again });
  const others = sessions.data?.sessions.some((one) => !one.here);
  const fault = sessions.error ?? end.error ?? endOthers.error;
  return (
    <section className="block">
      <Head
        title={t("security.sessions")}
        act={
          others && (
            <button type="button" className="link" onClick={() => endOthers.mutate()}>
              {t("security.end_others")}
            </button>
          )
        }
      />
      {fault && <ErrorNote error={fault} onRetry={again} />}
      {sessions.data ? (
        <ul className="plain-list">
          {sessions.data.sessions.map((one) => (
            <Session key={one.id} session={one} onEnd={() => end.mutate(one.id)} />
          ))}
        </ul>
      ) : (
        !fault && <Loading rows={1} />
      )}
    </section>
  );
}

function Session({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const now = useClock(60);
  const browser = session.browser || t("security.browser_unknown");
  return (
    <li>
      <span>
        <b>{browser}</b>
        <span className="small q"> {t("security.since", { at: when(session.madeAt, now) })}</span>
      </span>
      <span className="small q">{session.here ? t("security.here") : t("security.seen", { ago: ago(session.seenAt, now) })}</span>
      {!session.here && (
        <button type="button" className="link" aria-label={t("security.end_one", { browser })} onClick={onEnd}>
          {t("security.end")}
        </button>
      )}
    </li>
  );
}
