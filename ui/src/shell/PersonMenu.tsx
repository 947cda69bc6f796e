import { useMutation } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { patch, remove } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import type { SessionView } from "../api/types.ts";
import { singleKeysOn, switchSingleKeys } from "../keys/keys.ts";
import { Avatar } from "../parts/Avatar.tsx";
import { currentLanguage, keepLanguage, t, type Language } from "../texts/index.ts";
import { keepDensity, keepTheme, useDensity, useTheme } from "./preferences.ts";

const languageNames: Record<Language, string> = { en: "English", de: "Deutsch" };

/** Whose session this is, how the pages look and speak, and the way out. */
export function PersonMenu({ session, person }: { session: SessionView; person: NonNullable<SessionView["person"]> }) {
  const theme = useTheme();
  const density = useDensity();
  const [keysOn, setKeysOn] = useState(singleKeysOn());
  const leave = useMutation({
    mutationFn: () => remove("/session"),
    onSettled: () => queries.resetQueries(),
  });
  const speak = (language: Language) => {
    keepLanguage(language);
    const again = () => window.location.reload();
    patch("/me", { locale: language }).then(again, again);
  };
  return (
    <DialogTrigger>
      <Button className="ib me" aria-label={`${person.initials}: ${t("shell.person_menu", { name: person.name })}`}>
        <Avatar initials={person.initials} size="s" us />
      </Button>
      <Popover className="pop me-menu" placement="bottom end">
        <Dialog aria-label={t("shell.person_menu", { name: person.name })}>
          <p>
            <b>{person.name}</b>
          </p>
          <p className="small qq">{person.email}</p>
          <Choice
            label={t("shell.theme")}
            value={theme}
            values={["system", "light", "dark"]}
            name={(v) => t(`shell.theme_${v}`)}
            onChoose={keepTheme}
          />
          <Choice label={t("shell.language")} value={currentLanguage()} values={["en", "de"]} name={(v) => languageNames[v]} onChoose={speak} />
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
          <p className="foot-line small">
            <span className="qq">{t("shell.version", { version: session.version })}</span>
            <button type="button" className="link" onClick={() => leave.mutate()}>
              {t("shell.sign_out")}
            </button>
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
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
