import { useState, type ReactNode } from "react";
import { patch } from "../api/client.ts";
import { singleKeysOn, switchSingleKeys } from "../keys/keys.ts";
import { currentLanguage, keepLanguage, speak, t, type Language } from "../texts/index.ts";
import { keepDensity, keepTheme, useDensity, useTheme } from "./preferences.ts";

const languageNames: Record<Language, string> = { en: "English", de: "Deutsch" };

/** How the pages look and speak to this person. */
export function Preferences() {
  const theme = useTheme();
  const density = useDensity();
  const [keysOn, setKeysOn] = useState(singleKeysOn());
  const choose = (language: Language) => {
    keepLanguage(language);
    void speak(language);
    // Letters come in it too; this browser speaks it even where that cannot be kept.
    void patch("/me", { locale: language }).catch(() => undefined);
  };
  return (
    <>
      <Choice
        label={t("shell.theme")}
        value={theme}
        values={["system", "light", "dark"]}
        name={(v) => t(`shell.theme_${v}`)}
        onChoose={keepTheme}
      />
      <Choice label={t("shell.language")} value={currentLanguage()} values={["en", "de"]} name={(v) => languageNames[v]} onChoose={choose} />
      <Choice
        label={t("shell.density")}
        value={density}
        values={["comfortable", "compact"]}
        name={(v) => t(`shell.density_${v}`)}
        onChoose={keepDensity}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={keysOn}
          onChange={(event) => {
            switchSingleKeys(event.target.checked);
            setKeysOn(event.target.checked);
          }}
        />
        {t("shell.single_keys")}
      </label>
    </>
  );
}

interface ChoiceProps<V extends string> {
  label: string;
  value: V;
  values: V[];
  name: (value: V) => ReactNode;
  onChoose: (value: V) => void;
}

export function Choice<V extends string>({ label, value, values, name, onChoose }: ChoiceProps<V>) {
  return (
    <div className="choice" role="group" aria-label={label}>
      <span className="lab">{label}</span>
      <span className="seg">
        {values.map((v) => (
          <button key={v} type="button" aria-pressed={v === value} onClick={() => onChoose(v)}>
            {name(v)}
          </button>
        ))}
      </span>
    </div>
  );
}
