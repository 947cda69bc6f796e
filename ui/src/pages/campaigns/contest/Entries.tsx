import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get } from "../../../api/client.ts";
import { ErrorNote, Loading } from "../../../parts/states.tsx";
import { whole } from "../../../parts/time.ts";
import { number, t, tMaybe } from "../../../texts/index.ts";
import { Folded } from "./Folded.tsx";
import type { EntriesView, EntryView } from "./records.ts";

/** All entries by their numbers; whose they are stands nowhere. */
export function Entries({ campaign }: { campaign: string }) {
  return (
    <Folded id="entries" title={t("contest.allEntries")}>
      <Page campaign={campaign} />
    </Folded>
  );
}

function Page({ campaign }: { campaign: string }) {
  const [after, setAfter] = useState(0);
  const found = useQuery({
    queryKey: ["contest", campaign, "entries", after],
    queryFn: ({ signal }) => get<EntriesView>(`/campaigns/${campaign}/entries`, { after, limit: 50 }, signal),
  });
  if (found.isError) return <ErrorNote error={found.error} />;
  if (!found.data) return <Loading />;
  return (
    <>
      <ol className="contest-words small">
        {found.data.entries.map((entry) => (
          <li key={entry.number}>
            <span className="tab qq">{number(entry.number)}</span> <span className="voice">{entry.words || "…"}</span>{" "}
            <span className="tiny qq">
              {t(`contest.way_${entry.way}` as "contest.way_form")}, {whole(entry.receivedAt)}
              {status(entry)}
            </span>
          </li>
        ))}
      </ol>
      <p className="contest-deeds">
        {after > 0 && (
          <button type="button" className="btn s" onClick={() => setAfter(0)}>
            {t("contest.first")}
          </button>
        )}
        {found.data.next !== null && (
          <button type="button" className="btn s" onClick={() => setAfter(found.data.next ?? 0)}>
            {t("contest.more")}
          </button>
        )}
      </p>
    </>
  );
}

function status(entry: EntryView): string {
  const parts = [entry.status === "valid" ? null : (tMaybe(`contest.status_${entry.status}`) ?? entry.status), entry.flag === "open" ? t("contest.flagged") : null];
  const said = parts.filter((one) => one !== null);
  return said.length === 0 ? "" : ` · ${said.join(", ")}`;
}
