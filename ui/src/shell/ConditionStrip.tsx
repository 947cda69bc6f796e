import { Problem } from "../api/client.ts";
import { useStatus } from "../api/queries.ts";
import { Notice } from "../parts/states.tsx";
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
        </Notice>
      ))}
    </div>
  );
}
