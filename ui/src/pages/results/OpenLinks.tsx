import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, remove } from "../../api/client.ts";
import { AskedDeed } from "../../parts/AskedDeed.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { t } from "../../texts/index.ts";
import { day } from "./data.ts";
import type { ReportRow, ReportsView, ResultsView } from "./records.ts";

/** The reports that somebody outside can read now, each with a way to shut its link. */
export function OpenLinks({ campaigns }: { campaigns: ResultsView["campaigns"] }) {
  const found = useQuery({ queryKey: ["reports"], queryFn: ({ signal }) => get<ReportsView>("/reports", {}, signal) });
  const open = found.data?.reports.filter((one) => one.openUntil !== null) ?? [];
  if (found.isError) return <ErrorNote error={found.error} />;
  if (open.length === 0) return null;
  return (
    <section className="res-links" aria-labelledby="open-links">
      <h3 id="open-links">{t("results.openLinks")}</h3>
      <ul className="small res-list">
        {open.map((one) => (
          <OpenLink key={one.id} report={one} campaigns={campaigns} />
        ))}
      </ul>
    </section>
  );
}

function OpenLink({ report, campaigns }: { report: ReportRow; campaigns: ResultsView["campaigns"] }) {
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => remove(`/reports/${report.id}/link`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["reports"] }),
  });
  const of = report.campaign ? campaigns.find((one) => one.id === report.campaign)?.name : t("results.everything");
  const what = [of, t("results.span", { from: day(report.from), to: day(report.to, true) })].filter(Boolean).join(", ");
  const made = t("results.linkOf", { name: report.madeBy, at: when(report.madeAt), until: report.openUntil ? when(report.openUntil) : "" });
  const which = `${what} (${made})`;
  return (
    <li>
      <bdi>{what}</bdi>{" "}
      <span className="tiny qq">{made}</span>{" "}
      <AskedDeed className="link tiny" deed={t("results.withdraw")} label={t("results.withdrawOf", { what: which })} disabled={withdraw.isPending} title={t("results.withdrawTitle")} onDeed={() => withdraw.mutate()}>
        {t("results.withdrawText", { what: which })}
      </AskedDeed>
      {withdraw.isError && <ErrorNote error={withdraw.error} />}
    </li>
  );
}
