import type { PersonRow } from "../api/types.ts";
import { t } from "../texts/index.ts";
import { T } from "../texts/T.tsx";
import { Evidence } from "./Evidence.tsx";
import { month } from "./time.ts";

/** One sentence on a person, from the numbers we have: how often, how, and whether we answered. */
export function PersonSentence({ person, since }: { person: PersonRow; since?: string | null }) {
  const words = <Evidence n={person.words} what={t("person.words_what", { name: person.name })} href={`/people/${person.id}`} />;
  return (
    <>
      <T k={since ? "person.spoke_since" : "person.spoke"} count={person.words} n={words} month={since ? month(since) : ""} /> {moodSentence(person)}{" "}
      {person.answeredByUs > 0 ? t("person.we_answered", { n: person.answeredByUs }) : t("person.we_never_answered")}
    </>
  );
}

export function moodSentence({ mood }: Pick<PersonRow, "mood">): string {
  const told = (["positive", "negative", "mixed", "neutral", "unsure"] as const).filter((sign) => mood[sign] > 0);
  if (told.length === 0) return t("person.mood_unknown");
  const parts = told.map((sign) => t(`person.mood_${sign}`, { n: mood[sign] }));
  const joined = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} ${t("person.and")} ${parts.at(-1)}` : parts[0];
  return `${joined?.charAt(0).toLocaleUpperCase()}${joined?.slice(1)}.`;
}

/** The same as plain text, for places without room for links. */
export function personLine(person: PersonRow): string {
  const spoke = t("person.spoke", { n: person.words });
  return person.hear > 0 ? `${spoke} ${t("person.heard_by", { n: person.hear })}` : spoke;
}

