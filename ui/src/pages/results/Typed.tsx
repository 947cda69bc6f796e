import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { get, post, put, remove } from "../../api/client.ts";
import type { TopicsView } from "../../api/types.ts";
import { AskedDeed } from "../../parts/AskedDeed.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { Unfold } from "../../parts/Unfold.tsx";
import { t, type TextKey } from "../../texts/index.ts";
import { day, money } from "./data.ts";
import type { ResultsView } from "./records.ts";

function useTyped<A>(send: (draft: A) => Promise<unknown>, done?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["results"] });
      done?.();
    },
  });
}

/** What was paid for elsewhere, with whose guess stands beside it. */
export function Beside({ view }: { view: ResultsView }) {
  return (
    <section className="block">
      <Head title={t("results.beside")} sub={t("results.besideSub")} />
      {view.beside.length > 0 && (
        <div className="table-room" tabIndex={0} role="region" aria-label={t("results.beside")}>
          <table className="tab res-table">
            <thead>
              <tr>
                <th scope="col">{t("results.col.what")}</th>
                <th scope="col" className="r">
                  {t("results.col.paid")}
                </th>
                <th scope="col" className="r">
                  {t("results.col.response")}
                </th>
                <th scope="col">{t("results.col.assumed")}</th>
              </tr>
            </thead>
            <tbody>
              {view.beside.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <bdi>{one.what}</bdi>
                  </th>
                  <td className="r">{money(one.amount)}</td>
                  <td className="r">{money(one.one)}</td>
                  <td>
                    {t("results.assumed", { n: one.responses, why: one.assumption })}{" "}
                    <Strike path={`/results/spend/${one.id}`} what={one.what} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="tiny qq">{t("results.besideNote")}</p>
      <Add label={t("results.addSpend")}>
        {(close) => (
          <Typed
            send={(draft) => post("/results/spend", { ...draft, responses: Number(draft.responses) })}
            onClose={close}
            fields={["what", "amount", "from", "to", "responses", "assumption"]}
            start={{ from: view.from, to: view.to }}
          />
        )}
      </Add>
    </section>
  );
}

/** Takes away what somebody typed; the figures are made anew without it. */
function Strike({ path, what }: { path: string; what: string }) {
  const away = useTyped<void>(() => remove(path));
  return (
    <>
      <AskedDeed className="link tiny" deed={t("results.strike")} label={t("results.strikeOf", { what })} disabled={away.isPending} title={t("results.strikeTitle", { what })} onDeed={() => away.mutate()}>
        {t("results.strikeText")}
      </AskedDeed>
      {away.isError && <ErrorNote error={away.error} />}
    </>
  );
}

function Add({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  return (
    <Unfold
      button={(opens) => (
        <p className="res-add">
          <button type="button" className="btn s" {...opens}>
            {label}
          </button>
        </p>
      )}
    >
      {children}
    </Unfold>
  );
}

interface TypedProps {
  send: (draft: Record<string, unknown>) => Promise<unknown>;
  onClose: () => void;
  fields: string[];
  start: Record<string, string>;
  children?: ReactNode;
}

const TYPES: Record<string, string> = { from: "date", to: "date", responses: "number", hours: "number" };

function Typed({ send, onClose, fields, start, children }: TypedProps) {
  const keep = useTyped(send, onClose);
  const [draft, setDraft] = useState<Record<string, string>>(start);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const more: Record<string, unknown> = {};
    new FormData(event.currentTarget).forEach((value, name) => {
      more[name] = name === "topics" ? [...((more.topics as string[] | undefined) ?? []), value] : value;
    });
    keep.mutate({ ...more, ...draft });
  };
  return (
    <form className="res-form" onSubmit={submit}>
      {fields.map((name) => (
        <label className="field" key={name}>
          <span>{t(`results.field.${name}` as TextKey)}</span>
          <input
            className="inp"
            type={TYPES[name] ?? "text"}
            required
            min={TYPES[name] === "number" ? 0 : undefined}
            placeholder={name === "amount" || name === "spent" ? "240.00 GBP" : undefined}
            value={draft[name] ?? ""}
            onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
          />
        </label>
      ))}
      {children}
      {keep.isError && <ErrorNote error={keep.error} />}
      <p className="deeds">
        <button type="button" className="btn" onClick={onClose}>
          {t("results.cancel")}
        </button>
        <button type="submit" className="btn go" disabled={keep.isPending}>
          {t("results.keep")}
        </button>
      </p>
    </form>
  );
}

/** What the figures need to know and nobody can hear. */
export function TypedIn({ view }: { view: ResultsView }) {
  return (
    <section className="block res-typed" aria-label={t("results.typed")}>
      <Head title={t("results.typed")} sub={t("results.typedSub")} />
      <div className="res-three">
        <Also view={view} />
        <Past view={view} />
        <div>
          <Hour />
          <Roles />
        </div>
      </div>
    </section>
  );
}

function Also({ view }: { view: ResultsView }) {
  return (
    <div>
      <h3>{t("results.also")}</h3>
      <p className="small q">{t("results.alsoHelp")}</p>
      <ul className="small res-list">
        {view.also.map((one) => (
          <li key={one.id}>
            <bdi>{one.what}</bdi>, {day(one.from)} – {day(one.to)}: {t(`results.spoils.${one.measure}` as TextKey)}{" "}
            <Strike path={`/results/also/${one.id}`} what={one.what} />
          </li>
        ))}
      </ul>
      <Add label={t("results.addAlso")}>
        {(close) => (
          <Typed send={(draft) => post("/results/also", draft)} onClose={close} fields={["what", "from", "to"]} start={{ from: view.from, to: view.to }}>
            <label className="field">
              <span>{t("results.field.measure")}</span>
              <select className="inp" name="measure" defaultValue="all">
                {["all", "glad", "people", "first", "turnover"].map((one) => (
                  <option key={one} value={one}>
                    {t(`results.spoils.${one}` as TextKey)}
                  </option>
                ))}
              </select>
            </label>
          </Typed>
        )}
      </Add>
    </div>
  );
}

function useTopics() {
  return useQuery({ queryKey: ["topics"], queryFn: ({ signal }) => get<TopicsView>("/topics", {}, signal) });
}

function Past({ view }: { view: ResultsView }) {
  const topics = useTopics();
  const typed = view.campaigns.filter((one) => one.typed);
  return (
    <div>
      <h3>{t("results.past")}</h3>
      <p className="small q">{t("results.pastHelp")}</p>
      <ul className="small res-list">
        {typed.map((one) => (
          <li key={one.id}>
            <bdi>{one.name}</bdi>, {day(one.from)} – {day(one.to)}{" "}
            <Strike path={`/results/campaigns/${one.id}`} what={one.name} />
          </li>
        ))}
      </ul>
      <Add label={t("results.addPast")}>
        {(close) => (
          <Typed
            send={(draft) => post("/results/campaigns", { ...draft, hours: Number(draft.hours) })}
            onClose={close}
            fields={["name", "from", "to", "spent", "hours"]}
            start={{ from: view.from, to: view.to, spent: "0.00 GBP", hours: "0" }}
          >
            <fieldset className="res-topics">
              <legend className="small">
                <b>{t("results.field.topics")}</b>
              </legend>
              {(topics.data?.topics ?? []).map((topic) => (
                <label key={topic.id} className="small">
                  <input type="checkbox" name="topics" value={topic.id} /> <bdi>{topic.name}</bdi>
                </label>
              ))}
            </fieldset>
          </Typed>
        )}
      </Add>
    </div>
  );
}

function Hour() {
  const hour = useQuery({ queryKey: ["results", "hour"], queryFn: ({ signal }) => get<{ hour: string | null }>("/results/hour", {}, signal) });
  return (
    <>
      <h3>{t("results.hour")}</h3>
      <p className="small q">{hour.data?.hour ? t("results.hourIs", { hour: money(hour.data.hour) }) : t("results.hourUnknown")}</p>
      <Add label={t("results.setHour")}>
        {(close) => <Typed send={(draft) => put("/results/hour", { hour: draft.hour })} onClose={close} fields={["hour"]} start={{ hour: hour.data?.hour ?? "25.00 GBP" }} />}
      </Add>
    </>
  );
}

interface Role {
  topic: string;
  role: string;
  brand: string;
}

/** Which topics speak of us, and which of a rival. */
function Roles() {
  const topics = useTopics();
  const roles = useQuery({ queryKey: ["results", "roles"], queryFn: ({ signal }) => get<{ roles: Role[] }>("/results/roles", {}, signal) });
  const set = useTyped(({ topic, role }: { topic: string; role: string }) => put(`/topics/${topic}/role`, { role }));
  const known = new Map((roles.data?.roles ?? []).map((one) => [one.topic, one.role]));
  return (
    <>
      <h3 className="res-roles">{t("results.roles")}</h3>
      <p className="small q">{t("results.rolesHelp")}</p>
      {set.isError && <ErrorNote error={set.error} />}
      <ul className="small res-list">
        {(topics.data?.topics ?? []).map((topic) => (
          <li key={topic.id} className="res-role">
            <bdi>{topic.name}</bdi>
            <select className="inp" aria-label={t("results.roleOf", { topic: topic.name })} value={known.get(topic.id) ?? "none"} onChange={(event) => set.mutate({ topic: topic.id, role: event.target.value })}>
              {["none", "ours", "rival"].map((one) => (
                <option key={one} value={one}>
                  {t(`results.role.${one}` as TextKey)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </>
  );
}
