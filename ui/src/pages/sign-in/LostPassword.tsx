import { useMutation } from "@tanstack/react-query";
import { post } from "../../api/client.ts";
import type { Doors } from "../../api/types.ts";
import { ErrorNote, Notice } from "../../parts/states.tsx";
import { t } from "../../texts/index.ts";
import { Door, Field, fields } from "./Door.tsx";

/** A link by mail; where no mail leaves, who can help. */
export function LostPassword({ doors, onBack }: { doors: Doors; onBack: () => void }) {
  const ask = useMutation({ mutationFn: (entry: Record<string, string>) => post("/session/recovery", entry) });
  return (
    <Door title={t("signin.lost_title")}>
      {doors.mail ? (
        <form onSubmit={(event) => ask.mutate(fields(event))}>
          <Field name="email" label={t("signin.email")} type="email" autoComplete="username" autoFocus />
          {ask.error && <ErrorNote error={ask.error} />}
          {ask.isSuccess && (
            <div role="status">
              <Notice>{t("signin.lost_sent")}</Notice>
            </div>
          )}
          <p className="deeds">
            <button className="btn go" type="submit" disabled={ask.isPending}>
              {t("signin.lost_send")}
            </button>
          </p>
        </form>
      ) : (
        <>
          <p className="dek">{t("signin.lost_no_mail")}</p>
          <p className="address">wordborne user reset …</p>
        </>
      )}
      <div className="other-doors">
        <button type="button" className="link" onClick={onBack}>
          {t("signin.back")}
        </button>
      </div>
    </Door>
  );
}
