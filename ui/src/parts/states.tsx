import { useEffect, useState, type ReactNode } from "react";
import { NoLine, Problem } from "../api/client.ts";
import { t, told } from "../texts/index.ts";
import { WarnIcon } from "./icons.tsx";

/** Nothing for 0.4 s, then the shape of the real thing, without shimmer. */
export function Loading({ rows = 3, label }: { rows?: number; label?: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), 400);
    return () => window.clearTimeout(timer);
  }, []);
  if (!shown) return <div aria-busy="true" />;
  return (
    <div className="sk" aria-busy="true">
      <span className="vh">{label ?? t("words.loading")}</span>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="sk-row">
          <i className="w34" />
          <i className="b w92" />
          <i className="b w71" />
          <i className="w46" />
        </div>
      ))}
    </div>
  );
}

/** Says what is so, then one thing to do. */
export function Empty({ lead, children, act }: { lead: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty">
      <p className="lead">{lead}</p>
      {children && <p>{children}</p>}
      {act && <p className="deed">{act}</p>}
    </div>
  );
}

export function Notice({ fault = false, icon, children }: { fault?: boolean; icon?: ReactNode; children: ReactNode }) {
  return (
    <div className={fault ? "notice fault" : "notice"} role={fault ? "alert" : undefined}>
      {icon ?? (fault ? <WarnIcon /> : null)}
      <span>{children}</span>
    </div>
  );
}

/** The sentence for an error: the server's own where it gave one. */
export function sentence(error: unknown): string {
  if (error instanceof Problem) return told(error.detail || error.title) || t("words.error_status", { status: String(error.status) });
  if (error instanceof NoLine) return t("words.error_network");
  return error instanceof Error ? error.message : String(error);
}

/** What happened, what is safe, one way out. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <Notice fault>
      <b>{sentence(error)}</b> {error instanceof NoLine && t("words.error_network_safe")}{" "}
      {onRetry && (
        <button type="button" className="link" onClick={onRetry}>
          {t("words.retry")}
        </button>
      )}
    </Notice>
  );
}
