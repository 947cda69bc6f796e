import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get } from "../../api/client.ts";
import type { AllClientsView } from "../../api/types.ts";
import { Reasons } from "../../parts/ReasonChip.tsx";
import { nameOf } from "../../parts/QueueRow.tsx";
import { NeedBars } from "../../parts/signs.tsx";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { span, useClock } from "../../parts/time.ts";
import { Voice } from "../../parts/Voice.tsx";
import { Swatch } from "../../shell/Workplaces.tsx";
import { t } from "../../texts/index.ts";
import "./all.css";

/** What waits in all workspaces where one answers. A line leads into its own workspace; nothing is answered from here. */
export default function AllClients() {
  const now = useClock(15);
  const [only, setOnly] = useState<string | null>(null);
  const all = useQuery({
    queryKey: ["all-clients"],
    queryFn: ({ signal }) => get<AllClientsView>("/all/conversations", {}, signal),
    refetchInterval: 10_000,
  });
  if (all.error && !all.data) return <div className="pad"><ErrorNote error={all.error} onRetry={() => void all.refetch()} /></div>;
  if (!all.data) return <div className="pad"><Loading /></div>;
  const clients = new Map(all.data.clients.map((client) => [client.id, client]));
  const open = all.data.clients.reduce((sum, client) => sum + client.open, 0);
  const rows = all.data.rows.filter(({ workspace }) => only === null || workspace === only);
  return (
    <div className="pad all-clients">
      <h1>{t("workspaces.all_title", { n: open, clients: t("workspaces.all_clients", { n: clients.size }) })}</h1>
      <div className="all-filter" role="group" aria-label={t("workspaces.only")}>
        <button type="button" className="btn s" aria-pressed={only === null} onClick={() => setOnly(null)}>
          {t("workspaces.all")}
        </button>
        {all.data.clients.map((client) => (
          <button key={client.id} type="button" className="btn s" aria-pressed={only === client.id} onClick={() => setOnly(client.id)}>
            <Swatch workspace={client} />
            {client.name} <span className="q">{client.open}</span>
          </button>
        ))}
      </div>
      {rows.length === 0 && <Empty lead={t("workspaces.all_none")} />}
      <ul className="plain-list">
        {rows.map(({ workspace, row }) => {
          const client = clients.get(workspace);
          if (!client) return null;
          return (
            <li key={row.id}>
              <a className="all-row" href={`${client.prefix}/conversations/${row.id}`}>
                <NeedBars need={row.need} />
                <span className="all-client small">
                  <Swatch workspace={client} />
                  {client.name}
                </span>
                <span className="all-body">
                  <span className="byline">
                    <b><bdi>{nameOf(row)}</bdi></b> <span className="q">{row.opener.sourceName}</span> <span className="wait">{t("conversations.waits", { span: span(row.waitsSince, now) })}</span>
                  </span>
                  <Voice text={row.opener.text} language={row.opener.language} marks={row.opener.marks} short />
                  <span className="reasons"><Reasons row={row} /></span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
