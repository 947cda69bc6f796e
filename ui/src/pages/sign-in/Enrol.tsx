import { useMutation } from "@tanstack/react-query";
import { remove } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import type { SessionView } from "../../api/types.ts";
import { t } from "../../texts/index.ts";
import { Factors } from "../settings/Factors.tsx";
import "../settings/settings.css";
import { Door } from "./Door.tsx";

/** A workspace that asks for a second factor shows this and nothing else until there is one; others may not ask. */
export function Enrol({ session }: { session: SessionView }) {
  const others = session.workspaces.filter(({ id }) => id !== session.workspace?.id);
  const leave = useMutation({ mutationFn: () => remove("/session"), onSettled: () => queries.resetQueries() });
  return (
    <Door title={t("signin.enrol_title")}>
      <p className="dek">{t("signin.enrol_dek")}</p>
      <div className="settings-part settings plain">
        <Factors />
      </div>
      {others.length > 0 && (
        <nav aria-label={t("workspaces.switch")}>
          <p className="small q">{t("signin.enrol_others")}</p>
          <ul className="plain-list">
            {others.map((one) => (
              <li key={one.id}>
                <a href={`${one.prefix}/`}>{one.name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="other-doors">
        <button type="button" className="link" onClick={() => leave.mutate()}>
          {t("shell.sign_out")}
        </button>
      </div>
    </Door>
  );
}
