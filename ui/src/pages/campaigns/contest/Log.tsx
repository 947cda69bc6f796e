import { useQuery } from "@tanstack/react-query";
import { address, get } from "../../../api/client.ts";
import { ErrorNote, Loading, Notice } from "../../../parts/states.tsx";
import { whole } from "../../../parts/time.ts";
import { number, t, tMaybe } from "../../../texts/index.ts";
import { Folded } from "./Folded.tsx";
import type { ContestLog, ContestLogLine } from "./records.ts";

/** Each step of each entry and piece, in a book that is only written at its end: codes and hashes, never a name. */
export function Log({ campaign }: { campaign: string }) {
  return (
    <Folded id="log" title={t("contest.log")}>
      <Lines campaign={campaign} />
    </Folded>
  );
}

function Lines({ campaign }: { campaign: string }) {
  const found = useQuery({
    queryKey: ["contest", campaign, "log"],
    queryFn: ({ signal }) => get<ContestLog>(`/campaigns/${campaign}/contest/log`, {}, signal),
  });
  if (found.isError) return <ErrorNote error={found.error} />;
  if (!found.data) return <Loading />;
  return (
    <>
      {found.data.whole ? <p className="tiny qq">{t("contest.logWhole")}</p> : <Notice fault>{t("contest.logBroken")}</Notice>}
      <p className="tiny qq">
        {t("contest.logSigned")} <span className="hash">{found.data.fingerprint}</span>{" "}
        <a href={address(`/campaigns/${campaign}/contest/log`)} download="contest-log.json">
          {t("contest.logFile")}
        </a>
      </p>
      <div className="contest-scroll" tabIndex={0} role="region" aria-label={t("contest.log")}>
        <table className="contest-table tiny">
          <thead>
            <tr>
              <th className="r">{t("contest.logNo")}</th>
              <th>{t("contest.logDeed")}</th>
              <th>{t("contest.logBy")}</th>
              <th>{t("contest.logAt")}</th>
              <th>{t("contest.logFacts")}</th>
              <th>{t("contest.logHash")}</th>
            </tr>
          </thead>
          <tbody>
            {found.data.lines.map((line) => (
              <tr key={line.number}>
                <td className="r tab">{number(line.number)}</td>
                <td>{tMaybe(`contest.deed_${line.deed}`) ?? tMaybe(`contest.why_${line.deed}`) ?? line.deed}</td>
                <td>{tMaybe(`contest.by_${line.by}`) ?? line.by}</td>
                <td>{whole(line.at)}</td>
                <td>{facts(line)}</td>
                <td className="hash">{short(line.hash)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** A hash by its beginning, all else whole. */
function short(text: string): string {
  return /^[0-9a-f]{32,}$/.test(text) ? text.slice(0, 12) : text;
}

function facts({ facts }: ContestLogLine): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${short(value)}`)
    .join(", ");
}
