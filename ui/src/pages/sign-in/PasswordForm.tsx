import { useMutation } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { post, Problem } from "../../api/client.ts";
import type { Away, Doors, SessionView } from "../../api/types.ts";
import { ErrorNote, Notice } from "../../parts/states.tsx";
import { t } from "../../texts/index.ts";
import { Door, Field, fields, letIn } from "./Door.tsx";
import { LostPassword } from "./LostPassword.tsx";
import { canUsePasskeys, isLeft, offersPasskeysInFields, showPasskey } from "./passkeys.ts";

/* A question to the device is good for five minutes; before that a new one is asked. */
const ASK_ANEW = 4 * 60_000;

/** E-mail and password, or whatever else opens this door. */
export function PasswordForm({ doors, fault }: { doors: Doors; fault: ReactNode }) {
  const [lost, setLost] = useState(false);
  const enter = useMutation({
    mutationFn: (entry: Record<string, string>) => post<SessionView>("/session", entry),
    onSuccess: letIn,
  });
  const passkeys = canUsePasskeys(doors.passkeyOrigin);
  if (lost) return <LostPassword doors={doors} onBack={() => setLost(false)} />;
  const wrong = enter.error instanceof Problem && [400, 401, 403].includes(enter.error.status);
  return (
    <Door title={t("signin.title")}>
      <form onSubmit={(event) => enter.mutate(fields(event))}>
        <Field name="email" label={t("signin.email")} type="email" autoComplete={passkeys ? "username webauthn" : "username"} autoFocus />
        <Field name="password" label={t("signin.password")} type="password" autoComplete="current-password" />
        {wrong ? <Notice fault><b>{t("signin.wrong")}</b></Notice> : enter.error && <ErrorNote error={enter.error} />}
        {!enter.error && fault}
        <p className="deeds">
          <button className="btn go" type="submit" disabled={enter.isPending}>
            {t("signin.enter")}
          </button>
          <button className="link" type="button" onClick={() => setLost(true)}>
            {t("signin.lost")}
          </button>
        </p>
      </form>
      {(passkeys || doors.company) && (
        <div className="other-doors">
          {passkeys && <ByPasskey />}
          {doors.company && <ByCompany name={doors.company} />}
        </div>
      )}
    </Door>
  );
}

/** Asks when pressed; and from the start within the e-mail field, where the browser offers that. */
export function ByPasskey() {
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const enter = useMutation({ mutationFn: () => showPasskey(), onSuccess: letIn, onSettled: () => setAsked(false) });
  useEffect(() => {
    if (asked) return;
    let end = new AbortController();
    const ask = async () => {
      end.abort();
      end = new AbortController();
      const { signal } = end;
      try {
        if (await offersPasskeysInFields()) letIn(await showPasskey(signal));
      } catch (error) {
        if (isLeft(error)) return;
        end.abort();
        // Of a passkey that was chosen in the field; of all else nobody asked.
        if (error instanceof Problem && error.status < 500) setRefused(error);
      }
    };
    void ask();
    const timer = window.setInterval(() => void ask(), ASK_ANEW);
    return () => {
      window.clearInterval(timer);
      end.abort();
    };
  }, [asked]);
  return (
    <>
      <button
        type="button"
        className="btn"
        disabled={enter.isPending}
        onClick={() => {
          setAsked(true);
          setRefused(null);
          enter.mutate();
        }}
      >
        {t("signin.by_passkey")}
      </button>
      {refused && <ErrorNote error={refused} />}
      {enter.error && (isLeft(enter.error) ? <Notice>{t("signin.passkey_left")}</Notice> : <ErrorNote error={enter.error} />)}
    </>
  );
}

function ByCompany({ name }: { name: string }) {
  const go = useMutation({
    mutationFn: () => post<Away>("/session/company", { next: window.location.pathname + window.location.search }),
    onSuccess: ({ address }) => window.location.assign(address),
  });
  return (
    <>
      <button type="button" className="btn" disabled={go.isPending || go.isSuccess} onClick={() => go.mutate()}>
        {t("signin.by_company", { name })}
      </button>
      {go.error && <ErrorNote error={go.error} />}
    </>
  );
}
