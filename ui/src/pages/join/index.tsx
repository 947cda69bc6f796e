import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import type { InvitationAccepted, InvitationShown, SessionView } from "../../api/types.ts";
import { ErrorNote } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { t } from "../../texts/index.ts";
import { Door, Field, fields } from "../sign-in/Door.tsx";

/* The secret stands in the fragment, which no server and no log sees. It stays there, so that the page can be loaded anew until it is accepted. */
const code = window.location.hash.slice(1);

const ROLE_KEYS = ["owner", "manager", "responder", "analyst", "client"] as const;

/** Where an invitation leads: it says into what, and a button accepts. Opening it changes nothing. */
export function Join({ session }: { session: SessionView }) {
  const shown = useQuery({ queryKey: ["invitation"], queryFn: () => post<InvitationShown>("/session/invitation", { code }), staleTime: Infinity, retry: false });
  const accept = useMutation({
    mutationFn: (who: Record<string, string>) => post<InvitationAccepted>("/session/invitation/accept", { code, ...who }),
    onSuccess: ({ prefix }) => {
      queries.clear();
      window.location.replace(`${prefix}/`);
    },
  });
  const [known, setKnown] = useState(false);
  if (shown.error) {
    return (
      <Door title={t("members.join_gone")}>
        <ErrorNote error={shown.error} />
        <p><a className="btn s" href="/">{t("members.join_away")}</a></p>
      </Door>
    );
  }
  if (!shown.data) return <Door title={t("members.join_looking")} />;
  const { workspace, role, email, expiresAt } = shown.data;
  const roleKey = ROLE_KEYS.find((one) => one === role) ?? "client";
  const person = session.person;
  return (
    <Door title={t("members.join_title", { workspace })}>
      <p className="dek">{t("members.join_as", { role: t(`members.role_${roleKey}`), at: when(expiresAt) })}</p>
      <p className="small q">{t(`members.may_${roleKey}`)}</p>
      {person ? (
        <>
          <p>{t("members.join_signed_in", { name: person.name, email: person.email })}</p>
          {accept.error && <ErrorNote error={accept.error} />}
          <button type="button" className="btn go" disabled={accept.isPending} onClick={() => accept.mutate({})}>
            {t("members.join_accept")}
          </button>
        </>
      ) : (
        <form onSubmit={(event) => accept.mutate(fields(event))}>
          <Field name="email" label={t("signin.email")} type="email" autoComplete="username" defaultValue={email ?? ""} readOnly={email !== null} />
          {!known && <Field name="name" label={t("signin.name")} maxLength={100} autoComplete="name" />}
          <Field
            name="password"
            label={t("signin.password")}
            hint={known ? undefined : t("signin.password_hint")}
            type="password"
            minLength={known ? undefined : 12}
            autoComplete={known ? "current-password" : "new-password"}
          />
          {accept.error && <ErrorNote error={accept.error} />}
          <button type="submit" className="btn go" disabled={accept.isPending}>
            {t("members.join_accept")}
          </button>
          <p className="small">
            <button type="button" className="link" onClick={() => setKnown(!known)}>
              {t(known ? "members.join_new" : "members.join_known")}
            </button>
          </p>
        </form>
      )}
    </Door>
  );
}
