import type { ChannelView } from "../../api/types.ts";
import { t, told } from "../../texts/index.ts";

/** What somebody says of a source that is to be heard. */
export interface SaidOfSource {
  name: string;
  /** One a need of the channel, by its name. */
  values: Record<string, string>;
  everything: boolean;
}

/** The fields a kind of channel needs, the name, and whether everything there is heard. */
export function SourceFields({ needs, said, onSay }: { needs: ChannelView["needs"]; said: SaidOfSource; onSay: (said: SaidOfSource) => void }) {
  return (
    <>
      {needs.map((need) => (
        <label className="field" key={need.name}>
          <span>
            {told(need.label)} {!need.required && <span className="hint">{t("sources.optional")}</span>}
          </span>
          <input
            className="inp"
            type={need.secret ? "password" : "text"}
            autoComplete={need.secret ? "new-password" : "off"}
            required={need.required}
            placeholder={need.example}
            value={said.values[need.name] ?? ""}
            onChange={(event) => onSay({ ...said, values: { ...said.values, [need.name]: event.target.value } })}
          />
        </label>
      ))}
      <label className="field">
        <span>
          {t("sources.nameLabel")} <span className="hint">{t("sources.nameHint")}</span>
        </span>
        <input className="inp" value={said.name} onChange={(event) => onSay({ ...said, name: event.target.value })} />
      </label>
      <label className="check">
        <input type="checkbox" checked={said.everything} onChange={(event) => onSay({ ...said, everything: event.target.checked })} />
        <span>
          {t("sources.everythingLabel")}
          <br />
          <span className="tiny qq">{t("sources.everythingHint")}</span>
        </span>
      </label>
    </>
  );
}
