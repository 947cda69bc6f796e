import { useMutation } from "@tanstack/react-query";
import { post, remove } from "../../api/client.ts";
import type { Doors, SecondStepView, SessionView } from "../../api/types.ts";
import { ErrorNote } from "../../parts/states.tsx";
import { t } from "../../texts/index.ts";
import { Door, Field, fields, letIn } from "./Door.tsx";
import { ByPasskey } from "./PasswordForm.tsx";
import { canUsePasskeys } from "./passkeys.ts";

/** The password was right; now something that only the person has. */
export function SecondStep({ second, doors }: { second: SecondStepView; doors: Doors }) {
  const enter = useMutation({
    mutationFn: (entry: Record<string, string>) => post<SessionView>("/session/factor", entry),
    onSuccess: letIn,
  });
  const leave = useMutation({ mutationFn: () => remove<SessionView>("/session/factor"), onSuccess: letIn });
  const passkeys = second.passkeys && canUsePasskeys(doors.passkeyOrigin);
  const byCode = second.codes || second.recovery;
  return (
    <Door title={t("signin.second_title")}>
      <p className="dek">{t(second.codes ? "signin.second_codes" : "signin.second_passkey")}</p>
      {byCode && (
        <form onSubmit={(event) => enter.mutate(fields(event))}>
          <Field
            name="code"
            label={t(second.codes ? "signin.second_code" : "signin.second_paper")}
            hint={second.codes && second.recovery ? t("signin.second_or_paper") : undefined}
            autoComplete="one-time-code"
            autoFocus
          />
          {enter.error && <ErrorNote error={enter.error} />}
          <p className="deeds">
            <button className="btn go" type="submit" disabled={enter.isPending}>
              {t("signin.enter")}
            </button>
          </p>
        </form>
      )}
      <div className="other-doors">
        {passkeys && <ByPasskey />}
        {second.passkeys && !passkeys && <p className="small q">{t("signin.passkey_at", { address: doors.passkeyOrigin ?? "" })}</p>}
        <button type="button" className="link" onClick={() => leave.mutate()}>
          {t("signin.second_leave")}
        </button>
      </div>
      <p className="small q">{t("signin.second_lost")}</p>
    </Door>
  );
}
