import { useMutation } from "@tanstack/react-query";
import { post, Problem } from "../api/client.ts";
import { queries, useSession, useStatus } from "../api/queries.ts";
import { AskedDeed } from "../parts/AskedDeed.tsx";
import { ErrorNote, Notice } from "../parts/states.tsx";
import { clock } from "../parts/time.ts";
import { t, type TextKey } from "../texts/index.ts";

/** What keeps the server from its work just now, above every page until it is over. */
export function ConditionStrip() {
  const status = useStatus();
  const gone = status.error instanceof Problem && status.error.text("kind") === "database";
  const present = gone ? [{ kind: "database", since: null }] : (status.data?.conditions ?? []);
  if (present.length === 0) return null;
  return (
    <div className="conditions" role="status">
      {present.map(({ kind, since }) => (
        <Notice key={kind} fault={kind !== "disk-low" && kind !== "clock-leapt"}>
          <b>{t(`shell.condition_${kind}` as TextKey)}</b> {t(`shell.condition_${kind}_safe` as TextKey)}
          {since && <span className="qq"> {t("shell.condition_since", { at: clock(since) })}</span>}
          {kind === "sending" && <Resume />}
        </Notice>
      ))}
    </div>
  );
}

/** After a restore: whoever runs the server lets it send again. */
function Resume() {
  const may = useSession().data?.permissions.includes("server");
  const resume = useMutation({
    mutationFn: () => post("/server/resume", {}),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ["status"] }),
  });
  if (!may) return null;
  return (
    <>
      {" "}
      <AskedDeed deed={t("shell.resume")} className="link" disabled={resume.isPending} title={t("shell.resume_title")} onDeed={() => resume.mutate()}>
        {t("shell.resume_what")}
      </AskedDeed>
      {resume.error && <ErrorNote error={resume.error} />}
    </>
  );
}
