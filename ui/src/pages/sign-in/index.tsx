import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { post, Problem } from "../../api/client.ts";
import type { SessionView } from "../../api/types.ts";
import { ErrorNote, Notice } from "../../parts/states.tsx";
import { t } from "../../texts/index.ts";
import { Door, Field, fields, letIn } from "./Door.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { SecondStep } from "./SecondStep.tsx";

/* The code stands in the fragment, which no server and no log sees; it leaves the address at once. */
function takeCode(): string | null {
  const fragment = window.location.hash.slice(1);
  if (!fragment || fragment === "main" || window.location.pathname === "/recover" || window.location.pathname.endsWith("/docs/api")) return null;
  const code = new URLSearchParams(fragment).get("code") ?? fragment;
  window.history.replaceState(null, "", window.location.pathname);
  return code;
}

const codeAtStart = takeCode();

interface Entry {
  code: string;
  email?: string;
  password?: string;
  name?: string;
}

/** The door: with a one-time code, as the owner-to-be, or with e-mail and password. */
export function SignIn({ session }: { session: SessionView }) {
  const [code, setCode] = useState(codeAtStart);
  const enter = useMutation({ mutationFn: (entry: Entry) => post<SessionView>("/session/code", entry), onSuccess: letIn });
  const tried = useRef(false);
  const byCodeAlone = code !== null && (session.demo || session.state !== "needs-owner");
  useEffect(() => {
    if (!byCodeAlone || tried.current) return;
    tried.current = true;
    enter.mutate({ code });
  }, [byCodeAlone, code, enter]);

  const stale = enter.error instanceof Problem && enter.error.status < 500;
  const fault = enter.error && (stale ? <Notice fault><b>{t("signin.code_stale")}</b></Notice> : <ErrorNote error={enter.error} />);
  if (byCodeAlone && !enter.error) return <Door title={t("signin.code_working")} />;
  if (session.state === "needs-owner" && code !== null && !session.demo) {
    return <OwnerForm busy={enter.isPending} error={enter.error} onEnter={(owner) => enter.mutate({ code, ...owner })} />;
  }
  if (session.state === "needs-owner" || session.demo) {
    return (
      <CodeForm fault={fault}
        onCode={(typed) => {
          setCode(typed);
          tried.current = false;
          enter.reset();
        }}
      />
    );
  }
  return session.second ? <SecondStep second={session.second} doors={session.doors} /> : <PasswordForm doors={session.doors} fault={fault} />;
}

function OwnerForm({ busy, error, onEnter }: { busy: boolean; error: Error | null; onEnter: (owner: Omit<Entry, "code">) => void }) {
  return (
    <Door title={t("signin.owner_title")}>
      <p className="dek">{t("signin.owner_dek")}</p>
      <form onSubmit={(event) => onEnter(fields(event))}>
        <Field name="name" label={t("signin.name")} autoComplete="name" autoFocus />
        <Field name="email" label={t("signin.email")} type="email" autoComplete="username" />
        <Field name="password" label={t("signin.password")} hint={t("signin.password_hint")} type="password" autoComplete="new-password" minLength={12} />
        {error && <ErrorNote error={error} />}
        <button className="btn go" type="submit" disabled={busy}>
          {t("signin.owner_deed")}
        </button>
      </form>
    </Door>
  );
}

function CodeForm({ fault, onCode }: { fault: ReactNode; onCode: (code: string) => void }) {
  return (
    <Door title={t("signin.code_title")}>
      <p className="dek">{t("signin.code_dek")}</p>
      <p className="address">{t("signin.code_example", { address: `${window.location.origin}/#code=…` })}</p>
      <p className="small q">{t("signin.code_where")}</p>
      <form onSubmit={(event) => onCode((fields(event).code ?? "").replace(/^.*#(code=)?/, "").trim())}>
        <Field name="code" label={t("signin.code_paste")} autoComplete="one-time-code" />
        {fault}
        <button className="btn" type="submit">
          {t("signin.code_deed")}
        </button>
      </form>
    </Door>
  );
}
