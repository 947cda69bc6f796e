import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { post } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import type { Doors } from "../../api/types.ts";
import { ErrorNote, Notice } from "../../parts/states.tsx";
import { t } from "../../texts/index.ts";
import { Door, Field, fields } from "./Door.tsx";
import { LostPassword } from "./LostPassword.tsx";

/* Behind `#`, which no server sees; it leaves the address at once. */
function takeCode(): string {
  const code = new URLSearchParams(window.location.hash.slice(1)).get("code") ?? "";
  if (code) window.history.replaceState(null, "", window.location.pathname);
  return code;
}

/** Where the link of somebody who lost the password leads; nothing happens before the button. */
export function NewPassword({ doors }: { doors: Doors }) {
  const [code] = useState(takeCode);
  const [, go] = useLocation();
  const home = () => {
    go("/");
    void queries.invalidateQueries({ queryKey: ["session"] });
  };
  const change = useMutation({ mutationFn: (entry: Record<string, string>) => post("/session/recovery/finish", { code, ...entry }) });
  if (!code) return <LostPassword doors={doors} onBack={home} />;
  return (
    <Door title={t("signin.new_title")}>
      {change.isSuccess ? (
        <>
          <div role="status">
            <Notice>{t("signin.new_done")}</Notice>
          </div>
          <div className="other-doors">
            <button type="button" className="btn go" onClick={home}>
              {t("signin.title")}
            </button>
          </div>
        </>
      ) : (
        <form onSubmit={(event) => change.mutate(fields(event))}>
          <Field name="password" label={t("security.new")} hint={t("signin.password_hint")} type="password" autoComplete="new-password" minLength={12} autoFocus />
          {change.error && <ErrorNote error={change.error} />}
          <p className="deeds">
            <button className="btn go" type="submit" disabled={change.isPending}>
              {t("signin.new_deed")}
            </button>
          </p>
          <p className="small q">{t("signin.new_hint")}</p>
        </form>
      )}
    </Door>
  );
}
