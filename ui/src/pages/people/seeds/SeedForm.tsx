import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { post } from "../../../api/client.ts";
import { ErrorNote } from "../../../parts/states.tsx";
import { t } from "../../../texts/index.ts";
import { useTopics } from "../../topics/index.tsx";
import type { SeedPlan } from "./records.ts";

/** The conditions of a choice. */
export function SeedForm({ from, onMade, onCancel }: { from?: SeedPlan; onMade: (plan: SeedPlan) => void; onCancel?: () => void }) {
  const topics = useTopics();
  const client = useQueryClient();
  const [people, setPeople] = useState(String(from?.people.length ?? 12));
  const [topic, setTopic] = useState(from?.topicId ?? "");
  const [days, setDays] = useState(String(from?.days ?? 180));
  const [each, setEach] = useState(from?.each ?? "");
  const [without, setWithout] = useState<string[]>(from ? named(from.leftOut.filter((one) => one.why === "by-hand")).map((one) => one.id) : []);
  const make = useMutation({
    mutationFn: () =>
      post<SeedPlan>("/seeds", {
        topicId: topic || null,
        people: Number(people),
        days: Number(days),
        each: each.trim() || null,
        without,
      }),
    onSuccess: async (plan) => {
      client.setQueryData(["seeds", plan.id], plan);
      await client.invalidateQueries({ queryKey: ["seeds", "all"] });
      onMade(plan);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form className="seed-form" onSubmit={submit}>
      <label className="field">
        <span>{t("seeds.howMany")}</span>
        <input className="inp" type="number" min={1} max={100} required value={people} onChange={(event) => setPeople(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("seeds.topic")}</span>
        <select className="inp" value={topic} onChange={(event) => setTopic(event.target.value)}>
          <option value="">{t("seeds.everybody")}</option>
          {topics.data?.map((one) => (
            <option value={one.id} key={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("seeds.days")}</span>
        <input className="inp" type="number" min={1} max={730} required value={days} onChange={(event) => setDays(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("seeds.each")}</span>
        <input className="inp" value={each} placeholder="4.10 GBP" onChange={(event) => setEach(event.target.value)} />
      </label>
      {from && (
        <fieldset className="seed-without">
          <legend className="small">{t("seeds.leaveOut")}</legend>
          {named([...from.people, ...from.leftOut.filter((one) => one.why === "by-hand")]).map((person) => (
            <label className="small" key={person.id}>
              <input
                type="checkbox"
                checked={without.includes(person.id)}
                onChange={(event) => setWithout(event.target.checked ? [...without, person.id] : without.filter((id) => id !== person.id))}
              />{" "}
              <bdi>{person.name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      {make.isError && <ErrorNote error={make.error} />}
      <p className="seed-deeds">
        <button type="submit" className="btn go" disabled={make.isPending}>
          {t("seeds.choose")}
        </button>
        {onCancel && (
          <button type="button" className="btn" onClick={onCancel}>
            {t("seeds.cancel")}
          </button>
        )}
      </p>
    </form>
  );
}

function named(of: { person: { id: string | null; name: string } }[]): { id: string; name: string }[] {
  return of.flatMap(({ person }) => (person.id === null ? [] : [{ id: person.id, name: person.name }]));
}
