import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { get } from "../../api/client.ts";
import { Head } from "../../parts/Head.tsx";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { usePageTitle } from "../../shell/title.ts";
import { t } from "../../texts/index.ts";
import { answers, curl, operations, shape, typescript, type Description, type Operation } from "./description.ts";
import "./api.css";

const ORIGIN = window.location.origin;
const named = () => decodeURIComponent(window.location.hash.slice(1));

/** Every operation of this server's API, as the server itself describes it; each has an address of its own. */
export default function ApiReference() {
  usePageTitle(t("api.title"));
  const [wanted, setWanted] = useState("");
  const sought = useDeferredValue(wanted.trim().toLowerCase());
  const [here, setHere] = useState(named);
  useEffect(() => {
    const moved = () => setHere(named());
    window.addEventListener("hashchange", moved);
    return () => window.removeEventListener("hashchange", moved);
  }, []);
  const api = useQuery({ queryKey: ["openapi"], queryFn: ({ signal }) => get<Description>("/openapi.json", {}, signal), staleTime: Infinity });
  useEffect(() => {
    if (api.data && here) document.getElementById(here)?.scrollIntoView({ block: "start" });
  }, [api.data, here]);
  if (api.error) return <div className="pad"><ErrorNote error={api.error} onRetry={() => void api.refetch()} /></div>;
  if (!api.data) return <div className="pad"><Loading /></div>;
  const all = operations(api.data);
  const shown = all.filter((one) => `${one.method} ${one.path} ${one.operationId} ${one.summary} ${one["x-needs"] ?? ""}`.toLowerCase().includes(sought));
  const rooms = [...new Set(shown.map(({ room }) => room))];
  return (
    <div className="pad api">
      <h1>{t("api.headline", { n: all.length })}</h1>
      <p className="dek">{t("api.dek")}</p>
      <dl className="api-rules">
        <dt>{t("api.base")}</dt><dd><code>{ORIGIN}/api/v1</code> · <a href="/api/v1/openapi.json">openapi.json</a></dd>
        <dt>{t("api.token")}</dt><dd>{t("api.tokenText")} <code>Authorization: Bearer …</code></dd>
        <dt>{t("api.errors")}</dt><dd>{t("api.errorsText")} <code>{'{ "title", "status", "detail", "field" }'}</code></dd>
        <dt>{t("api.rates")}</dt><dd>{t("api.ratesText")}</dd>
        <dt>{t("api.twice")}</dt><dd>{t("api.twiceText")} <code>Idempotency-Key: …</code></dd>
      </dl>
      <label className="field api-find">
        <span>{t("api.find")}</span>
        <input className="inp" type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </label>
      <p className="small q" role="status">{t("api.found", { n: shown.length })}</p>
      {shown.length === 0 && <Empty lead={t("api.none")} />}
      {rooms.map((room) => (
        <section key={room} className="block" aria-label={room}>
          <Head title={room} />
          {shown.filter((one) => one.room === room).map((one) => (
            <One key={one.operationId} one={one} all={api.data} opened={one.operationId === here} />
          ))}
        </section>
      ))}
    </div>
  );
}

function One({ one, all, opened }: { one: Operation; all: Description; opened: boolean }) {
  const [open, setOpen] = useState(opened);
  useEffect(() => {
    if (opened) setOpen(true);
  }, [opened]);
  return (
    <details id={one.operationId} className="api-one" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b className="api-method">{one.method}</b> <code>{one.path}</code>
        <span className="small q">{one.summary}</span>
      </summary>
      {open && <Whole one={one} all={all} />}
    </details>
  );
}

function Whole({ one, all }: { one: Operation; all: Description }) {
  const needs = one["x-needs"];
  const taken = Object.entries(one.requestBody?.content ?? {});
  return (
    <div className="api-whole">
      <p className="small">
        <a href={`#${one.operationId}`}>{one.operationId}</a> · {needs && needs !== "open" ? t("api.needs", { right: needs }) : t("api.needsNone")}
        {(one["x-rate"] ?? []).map(({ rule, aMinute }) => ` · ${t("api.rate", { rule, n: aMinute })}`)}
      </p>
      {!!one.parameters?.length && (
        <div className="scroll" tabIndex={0} role="group" aria-label={t("api.parameters")}>
          <table>
            <caption className="lab">{t("api.parameters")}</caption>
            <tbody>
              {one.parameters.map((parameter) => (
                <tr key={`${parameter.in} ${parameter.name}`}>
                  <th scope="row"><code>{parameter.name}</code></th>
                  <td className="small">{t(`api.in_${parameter.in}`)}{parameter.required && `, ${t("api.required")}`}</td>
                  <td className="small"><code>{shape(parameter.schema, all)}</code>{parameter.schema?.default !== undefined && ` = ${String(parameter.schema.default)}`}</td>
                  <td className="small">{parameter.description}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {taken.map(([type, { schema }]) => (
        <Code key={type} name={`${t("api.request")}: ${type}`} text={shape(schema, all)} />
      ))}
      {answers(one).map(([code, type, schema]) => (
        <Code key={code} name={`${t("api.answer")}: ${code} ${type}`} text={shape(schema, all)} />
      ))}
      <p className="small q">{t(one.method === "GET" ? "api.refusalsRead" : "api.refusalsWrite")}</p>
      <Code name="curl" text={curl(one, all, ORIGIN)} />
      <Code name="TypeScript" text={typescript(one, all, ORIGIN)} />
    </div>
  );
}

function Code({ name, text }: { name: string; text: string }) {
  return (
    <figure>
      <figcaption className="lab">{name}</figcaption>
      {text && <pre tabIndex={0} dir="ltr" aria-label={name} role="group"><code>{text}</code></pre>}
    </figure>
  );
}
