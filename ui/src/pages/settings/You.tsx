import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { patch } from "../../api/client.ts";
import { queries, useSession } from "../../api/queries.ts";
import type { SessionView } from "../../api/types.ts";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";
import { Preferences } from "../../shell/Preferences.tsx";
import { t } from "../../texts/index.ts";

/** Who one is to the others, in which zone times are told, and how the pages look. */
export default function You() {
  const person = useSession().data?.person;
  return (
    <>
      {person && <Name key={person.id} person={person} />}
      <section className="block">
        <Head title={t("settings.pages")} />
        <Preferences />
      </section>
    </>
  );
}

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

function Name({ person }: { person: NonNullable<SessionView["person"]> }) {
  const [name, setName] = useState(person.name);
  const [zone, setZone] = useState(person.zone);
  const save = useMutation({
    mutationFn: () => patch("/me", { name, zone }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ["session"] });
      toast(t("settings.saved"));
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={send}>
      <div className="fields">
        <label className="field">
          <span>{t("settings.name")}</span>
          <input className="inp" required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} autoComplete="name" />
        </label>
        <label className="field">
          <span>{t("settings.mail")}</span>
          <input className="inp" value={person.email} readOnly />
        </label>
        <label className="field">
          <span>{t("settings.zone")}</span>
          <select className="inp" value={zone} onChange={(event) => setZone(event.target.value)}>
            <option value="">{t("settings.zone_here", { zone: HERE })}</option>
            {Intl.supportedValuesOf("timeZone").map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </div>
      {save.error && <ErrorNote error={save.error} />}
      <p className="deeds">
        <button type="submit" className="btn" disabled={save.isPending}>
          {t("settings.save")}
        </button>
      </p>
    </form>
  );
}
