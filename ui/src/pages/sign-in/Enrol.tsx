import { useMutation } from "@tanstack/react-query";
import { remove } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import { t } from "../../texts/index.ts";
import { Factors } from "../settings/Factors.tsx";
import "../settings/settings.css";
import { Door } from "./Door.tsx";

/** A workspace that asks for a second factor shows this and nothing else until there is one. */
export function Enrol() {
  const leave = useMutation({ mutationFn: () => remove("/session"), onSettled: () => queries.resetQueries() });
  return (
    <Door title={t("signin.enrol_title")}>
      <p className="dek">{t("signin.enrol_dek")}</p>
      <div className="settings-part settings plain">
        <Factors />
      </div>
      <div className="other-doors">
        <button type="button" className="link" onClick={() => leave.mutate()}>
          {t("shell.sign_out")}
        </button>
      </div>
    </Door>
  );
}
