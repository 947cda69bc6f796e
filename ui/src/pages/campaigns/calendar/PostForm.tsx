import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, post, put } from "../../../api/client.ts";
import { ErrorNote } from "../../../parts/states.tsx";
import { currentZone } from "../../../parts/time.ts";
import { t, told } from "../../../texts/index.ts";
import type { RightsPage } from "../../rights/records.ts";
import { dayOf, daysFrom, useCalendarDeed } from "./data.ts";
import type { CalendarEntry, PublishPlace } from "./records.ts";

interface PostFormProps {
  entry?: CalendarEntry;
  campaign?: string;
  places: PublishPlace[];
  onDone: (id?: string) => void;
}

/** Writes a post: one title and time, a text for each place. */
export function PostForm({ entry, campaign, places, onDone }: PostFormProps) {
  const [title, setTitle] = useState(entry?.title ?? "");
  const [at, setAt] = useState(entry?.local.slice(0, 16) ?? `${daysFrom(dayOf(new Date()), 1)}T09:00`);
  const [zone, setZone] = useState(entry?.zone ?? currentZone());
  const [texts, setTexts] = useState<Record<string, string>>(() => Object.fromEntries((entry?.variants ?? []).map((one) => [one.source, one.text])));
  const [quotes, setQuotes] = useState<string[]>(entry?.quotes ?? []);
  const variants = places.filter((place) => texts[place.source]?.trim()).map((place) => ({ source: place.source, text: texts[place.source] }));
  const save = useCalendarDeed(
    () => {
      const draft = { title: title.trim(), at, zone, campaign: entry?.campaign ?? campaign ?? null, quotes, variants };
      return entry ? put<CalendarEntry>(`/publications/${entry.id}`, draft) : post<CalendarEntry>("/publications", draft);
    },
    (saved) => onDone(saved.id),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(undefined);
  };
  return (
    <form onSubmit={submit} className="cal-form">
      <h2>{t(entry ? "calendar.edit" : "calendar.write")}</h2>
      <label className="field">
        <span>{t("calendar.titleLabel")}</span>
        <input className="inp" required maxLength={200} autoFocus value={title} onChange={(event) => setTitle(event.target.value)} />
      </label>
      {!entry && (
        <div className="cal-when">
          <label className="field">
            <span>{t("calendar.when")}</span>
            <input className="inp" type="datetime-local" required value={at} onChange={(event) => setAt(event.target.value)} />
          </label>
          <label className="field">
            <span>{t("calendar.zone")}</span>
            <input className="inp" required value={zone} list="zones" onChange={(event) => setZone(event.target.value)} />
            <datalist id="zones">
              {Intl.supportedValuesOf("timeZone").map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </label>
        </div>
      )}
      <p className="small q">{t("calendar.voices")}</p>
      {places.map((place) => (
        <label className="field" key={place.source}>
          <span>
            <bdi>{place.name}</bdi> <span className="hint">{place.whyNot ? told(place.whyNot) : counted(texts[place.source] ?? "", place)}</span>
          </span>
          <textarea
            className="inp"
            rows={3}
            disabled={place.whyNot !== ""}
            maxLength={place.max > 0 ? place.max : 20_000}
            value={texts[place.source] ?? ""}
            onChange={(event) => setTexts({ ...texts, [place.source]: event.target.value })}
          />
        </label>
      ))}
      <Quotes chosen={quotes} onChange={setQuotes} />
      {save.isError && <ErrorNote error={save.error} />}
      <div className="deeds">
        <button type="button" className="btn" onClick={() => onDone()}>
          {t("words.close")}
        </button>
        <button type="submit" className="btn go" disabled={save.isPending || variants.length === 0 || title.trim() === ""}>
          {t(entry ? "calendar.save" : "calendar.plan")}
        </button>
      </div>
    </form>
  );
}

function counted(text: string, place: PublishPlace): string {
  const n = Array.from(text).length;
  return place.max > 0 ? t("calendar.length", { n, most: place.max }) : t("calendar.lengthFree", { n });
}

/** Words of people who said that we may use them in posts. */
function Quotes({ chosen, onChange }: { chosen: string[]; onChange: (ids: string[]) => void }) {
  const rights = useQuery({ queryKey: ["rights"], queryFn: ({ signal }) => get<RightsPage>("/rights", {}, signal) });
  const may = (rights.data?.rights ?? []).flatMap((one) => (one.state === "granted" && one.granted.includes("posts") && one.mention ? [{ mention: one.mention, credit: one.credit }] : []));
  if (may.length === 0) return null;
  return (
    <fieldset className="cal-quotes">
      <legend className="lab">{t("calendar.quotes")}</legend>
      {may.map(({ mention, credit }) => (
        <label className="check" key={mention.id}>
          <input
            type="checkbox"
            checked={chosen.includes(mention.id)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, mention.id] : chosen.filter((id) => id !== mention.id))}
          />
          <span>
            <q>{(mention.text || mention.title).slice(0, 90)}</q> <span className="qq">{credit || mention.author.name}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
