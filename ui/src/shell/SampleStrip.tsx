import { useMutation } from "@tanstack/react-query";
import { post } from "../api/client.ts";
import type { WorkspaceView } from "../api/types.ts";
import { ErrorNote } from "../parts/states.tsx";
import { t } from "../texts/index.ts";

/** Above every page of the sample: that nothing here is real, and the ways out. */
export function SampleStrip({ workspace, mayEnd }: { workspace: WorkspaceView; mayEnd: boolean }) {
  const end = useMutation({ mutationFn: () => post("/workspace/end", { name: workspace.name }), onSuccess: () => window.location.assign("/") });
  return (
    <aside className="sample" aria-label={t("workspaces.sample")}>
      <p className="small">
        <b>{t("workspaces.sample")}</b> {t("workspaces.sample_text")}
      </p>
      <span className="ways">
        <a className="btn s" href="/">
          {t("workspaces.sample_own")}
        </a>
        {mayEnd && (
          <button type="button" className="btn s" disabled={end.isPending} onClick={() => end.mutate()}>
            {t("workspaces.sample_remove")}
          </button>
        )}
      </span>
      {end.error && <ErrorNote error={end.error} />}
    </aside>
  );
}
