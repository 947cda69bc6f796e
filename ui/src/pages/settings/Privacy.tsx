import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useSearchParams } from "wouter";
import { get, post, postForFile, remove } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import type { BlockedPeople, FoundPeople, PersonHolding, PrivacyRequest, PrivacyRequests } from "../../api/types.ts";
import { AskedDeed } from "../../parts/AskedDeed.tsx";
import { Layer } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { Empty, ErrorNote, Loading, Notice } from "../../parts/states.tsx";
import { useClock, when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { number, t, tMaybe } from "../../texts/index.ts";
import Retention from "./Retention.tsx";

const KINDS = ["access", "erasure", "objection"] as const;
type Kind = (typeof KINDS)[number];

/** What people may ask for: a copy, to be forgotten, not to be written to; and who asked for peace. */
export default function Privacy() {
  const requests = useQuery({
    queryKey: ["privacy", "requests"],
    queryFn: ({ signal }) => get<PrivacyRequests>("/privacy/requests", {}, signal),
    refetchInterval: (query) => (query.state.data?.requests.some((one) => one.state === "running") ? 1_000 : false),
  });
  return (
    <>
      <section>
        <Head title={t("privacy.requests")} />
        {requests.error && <ErrorNote error={requests.error} onRetry={() => void requests.refetch()} />}
        {requests.data?.requests.length === 0 && <Empty lead={t("privacy.none")}>{t("privacy.none_text")}</Empty>}
        {requests.data ? (
          <ul className="plain-list">
            {requests.data.requests.map((one) => (
              <Request key={one.id} request={one} />
            ))}
          </ul>
        ) : (
          !requests.error && <Loading rows={2} />
        )}
      </section>
      <NewRequest />
      <Blocked />
      <Retention />
    </>
  );
}

function again() {
  void queries.invalidateQueries({ queryKey: ["privacy"] });
}

function Request({ request }: { request: PrivacyRequest }) {
  const now = useClock(60);
  const name = request.about || t("privacy.somebody");
  const closed = request.closedAt ? when(request.closedAt, now) : "";
  return (
    <li>
      <span>
        <b>
          <bdi>{name}</bdi>
        </b>
        , {tMaybe(`privacy.kind_${request.kind}`)}
        {request.shownBy && <span className="small q"> {t("privacy.asked", { at: when(request.at, now), shown: request.shownBy })}</span>}
        {request.remains && <Notice>{t("privacy.remains", { places: places(request.remains) })}</Notice>}
      </span>
      {request.state === "open" && <Open request={request} />}
      {request.state === "running" && <span role="status">{t("privacy.running")}</span>}
      {request.state === "done" && <span className="small q">{t("privacy.state_done", { at: closed })}</span>}
      {request.state === "refused" && <span className="small q">{t("privacy.state_refused", { at: closed, why: request.why })}</span>}
    </li>
  );
}

function place(name: string): string {
  return tMaybe(`privacy.place_${name}`) ?? name;
}

function places(names: string): string {
  return names.split(", ").map(place).join(", ");
}

function Days({ left }: { left: number }) {
  const words = left === 0 ? t("privacy.today") : t(left > 0 ? "privacy.left" : "privacy.late", { n: Math.abs(left) });
  return <span className={left < 7 ? "tag urgent" : "tag"}>{words}</span>;
}

function Open({ request }: { request: PrivacyRequest }) {
  const close = useMutation({ mutationFn: (body: { refused: boolean; why?: string }) => post(`/privacy/requests/${request.id}/close`, body), onSuccess: again });
  const copy = useMutation({ mutationFn: () => postForFile(`/privacy/requests/${request.id}/export`), onSuccess: (zip) => save(zip, `${request.about}.zip`) });
  const fault = close.error ?? copy.error;
  return (
    <span className="deeds">
      <Days left={request.daysLeft} />
      {request.kind !== "objection" && (
        <button type="button" className="btn s" disabled={copy.isPending} onClick={() => copy.mutate()}>
          {t("privacy.download")}
        </button>
      )}
      {request.kind === "erasure" ? (
        <Erase request={request} />
      ) : (
        <button type="button" className="btn s" disabled={close.isPending} onClick={() => close.mutate({ refused: false })}>
          {t(request.kind === "objection" ? "privacy.block" : "privacy.finish")}
        </button>
      )}
      <Refuse name={request.about} onRefuse={(why) => close.mutate({ refused: true, why })} />
      {fault && <ErrorNote error={fault} />}
    </span>
  );
}

function save(file: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name.replace(/[^\p{L}\p{N}.@_-]+/gu, "-");
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function Refuse({ name, onRefuse }: { name: string; onRefuse: (why: string) => void }) {
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    onRefuse(why);
    setOpen(false);
  };
  return (
    <>
      <button type="button" className="btn s quiet" onClick={() => setOpen(true)}>
        {t("privacy.refuse")}
      </button>
      <Layer open={open} onClose={() => setOpen(false)} label={t("privacy.refuse_title", { name })}>
        <form onSubmit={send}>
          <h2>{t("privacy.refuse_title", { name })}</h2>
          <label className="field">
            <span>{t("privacy.refuse_why")}</span>
            <input className="inp" required maxLength={500} value={why} onChange={(event) => setWhy(event.target.value)} />
          </label>
          <Deeds go={t("privacy.refuse")} onCancel={() => setOpen(false)} />
        </form>
      </Layer>
    </>
  );
}

function Deeds({ go, danger, disabled, onCancel }: { go: string; danger?: boolean; disabled?: boolean; onCancel: () => void }) {
  return (
    <div className="deeds">
      <button type="button" className="btn" onClick={onCancel}>
        {t("words.cancel")}
      </button>
      <button type="submit" className={danger ? "btn go danger" : "btn go"} disabled={disabled}>
        {go}
      </button>
    </div>
  );
}

function Erase({ request }: { request: PrivacyRequest }) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const name = request.about;
  const erase = useMutation({
    mutationFn: () => post(`/privacy/requests/${request.id}/erase`, { typed }),
    onSuccess: () => {
      setOpen(false);
      toast(t("privacy.begun", { name }));
      again();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    erase.mutate();
  };
  const same = typed.trim().toLocaleLowerCase() === name.toLocaleLowerCase();
  return (
    <>
      <button type="button" className="btn s danger" onClick={() => setOpen(true)}>
        {t("privacy.erase")}
      </button>
      <Layer open={open} onClose={() => setOpen(false)} label={t("privacy.erase_title", { name })} role="alertdialog">
        <form onSubmit={send}>
          <h2>{t("privacy.erase_title", { name })}</h2>
          <Held person={request.person} mail={request.mail} />
          <p className="small">{t("privacy.erase_text")}</p>
          <p className="small q">{t("privacy.erase_stays")}</p>
          <label className="field">
            <span>{t("privacy.erase_type", { name })}</span>
            <input className="inp" required autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </label>
          {erase.error && <ErrorNote error={erase.error} />}
          <Deeds go={t("privacy.erase_go", { name })} danger disabled={!same || erase.isPending} onCancel={() => setOpen(false)} />
        </form>
      </Layer>
    </>
  );
}

/** Who it is stands in the body: addresses of requests are written to logs. */
const holding = (person: string | null, mail: string | null) => ({
  queryKey: ["privacy", "holding", person, mail],
  queryFn: ({ signal }: { signal: AbortSignal }) => post<PersonHolding>("/privacy/holding", { person, mail }, signal),
});

/** How much is kept of somebody, place by place. */
function Held({ person, mail }: { person: string | null; mail: string | null }) {
  const held = useQuery(holding(person, mail));
  if (held.error) return <ErrorNote error={held.error} />;
  if (!held.data) return <Loading rows={1} />;
  const sum = (kinds: Record<string, number>) => Object.values(kinds).reduce((all, n) => all + n, 0);
  return (
    <div className="small">
      <b>{t("privacy.held")}</b>
      {held.data.places.length === 0 && <p>{t("privacy.held_none")}</p>}
      <ul>
        {held.data.places.map((one) => (
          <li key={one.place}>
            {place(one.place)}: {number(sum(one.kinds))}
          </li>
        ))}
      </ul>
      {held.data.blocked && <p>{t("privacy.blocked")}</p>}
    </div>
  );
}

interface Chosen {
  person: string | null;
  name: string;
  mail: string | null;
}

/** What somebody asked for elsewhere; a person's page leads here with who it is. */
function NewRequest() {
  const [asked, setAsked] = useSearchParams();
  const from = asked.get("person");
  const [found, setChosen] = useState<Chosen | null>(from ? { person: from, name: "", mail: null } : null);
  const known = useQuery({ ...holding(from, null), enabled: from !== null });
  const chosen = found && { ...found, name: found.name || known.data?.name || (found.person ?? "") };
  const first = KINDS.find((one) => one === asked.get("ask")) ?? "access";
  const leave = () => {
    setChosen(null);
    setAsked({}, { replace: true });
  };
  return (
    <section className="block" id="new-request">
      <Head title={t("privacy.new")} />
      {chosen ? <Draft chosen={chosen} first={first} onLeave={leave} /> : <Find onChoose={setChosen} />}
    </section>
  );
}

function Find({ onChoose }: { onChoose: (chosen: Chosen) => void }) {
  const [name, setName] = useState("");
  const find = useMutation({ mutationFn: () => post<FoundPeople>("/privacy/people", { name }) });
  const isMail = /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(name.trim());
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isMail) onChoose({ person: null, name: name.trim(), mail: name.trim() });
    else find.mutate();
  };
  return (
    <form onSubmit={send}>
      <label className="field">
        <span>
          {t("privacy.find")} <span className="hint">{t("privacy.find_hint")}</span>
        </span>
        <input className="inp" required value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <p className="deeds">
        <button type="submit" className="btn" disabled={find.isPending}>
          {t("privacy.search")}
        </button>
      </p>
      {find.error && <ErrorNote error={find.error} />}
      {find.data?.people.length === 0 && <p role="status">{t("privacy.found_none")}</p>}
      <ul className="plain-list">
        {find.data?.people.map((one) => (
          <li key={one.person}>
            <span>
              <b>
                <bdi>{one.name}</bdi>
              </b>
              <span className="small q">
                {" "}
                {one.channel}, {t("privacy.words", { n: one.words })}
              </span>
            </span>
            <button type="button" className="btn s" onClick={() => onChoose({ person: one.person, name: one.name, mail: null })}>
              {t("privacy.choose", { name: one.name })}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

function Draft({ chosen, first, onLeave }: { chosen: Chosen; first: Kind; onLeave: () => void }) {
  const [kind, setKind] = useState<Kind>(first);
  const [shownBy, setShownBy] = useState("");
  const [mail, setMail] = useState(chosen.mail ?? "");
  const now = useClock(60);
  const write = useMutation({
    mutationFn: () => post<PrivacyRequest>("/privacy/requests", { kind, person: chosen.person, mail: mail || null, shownBy }),
    onSuccess: (made) => {
      toast(t("privacy.written", { at: when(made.dueOn, now) }));
      again();
      onLeave();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    write.mutate();
  };
  return (
    <form onSubmit={send}>
      <p>
        <b>
          <bdi>{chosen.name}</bdi>
        </b>{" "}
        <button type="button" className="link small" onClick={onLeave}>
          {t("privacy.other")}
        </button>
      </p>
      <Held person={chosen.person} mail={chosen.person ? null : chosen.mail} />
      <div className="fields">
        <label className="field">
          <span>{t("privacy.kind")}</span>
          <select className="inp" value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`privacy.kind_${one}`)}
              </option>
            ))}
          </select>
        </label>
        {chosen.person && (
          <label className="field">
            <span>{t("privacy.mail")}</span>
            <input className="inp" type="email" value={mail} onChange={(event) => setMail(event.target.value)} />
          </label>
        )}
        <label className="field">
          <span>
            {t("privacy.shown")} <span className="hint">{t("privacy.shown_hint")}</span>
          </span>
          <input className="inp" required maxLength={500} value={shownBy} onChange={(event) => setShownBy(event.target.value)} />
        </label>
      </div>
      {write.error && <ErrorNote error={write.error} />}
      <p className="deeds">
        <button type="submit" className="btn go" disabled={write.isPending}>
          {t("privacy.write")}
        </button>
      </p>
    </form>
  );
}

/** Who asked for peace. */
function Blocked() {
  const now = useClock(60);
  const blocked = useQuery({ queryKey: ["privacy", "blocked"], queryFn: ({ signal }) => get<BlockedPeople>("/privacy/do-not-contact", {}, signal) });
  const off = useMutation({ mutationFn: (id: string) => remove(`/privacy/do-not-contact/${id}`), onSuccess: again });
  const fault = blocked.error ?? off.error;
  return (
    <section className="block">
      <Head title={t("privacy.list")} />
      <p className="small q">{t("privacy.list_text")}</p>
      {fault && <ErrorNote error={fault} onRetry={again} />}
      {blocked.data?.people.length === 0 && <p>{t("privacy.list_none")}</p>}
      <ul className="plain-list">
        {blocked.data?.people.map((one) => {
          const name = one.label || t("privacy.somebody");
          return (
            <li key={one.id}>
              <span>
                <b>
                  <bdi>{name}</bdi>
                </b>
                <span className="small q">
                  {" "}
                  {t("privacy.list_by", { at: when(one.at, now), by: one.by })} {one.reason}
                </span>
              </span>
              <AskedDeed deed={t("privacy.off")} title={t("privacy.off_title", { name })} onDeed={() => off.mutate(one.id)}>
                {one.reason}
              </AskedDeed>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
