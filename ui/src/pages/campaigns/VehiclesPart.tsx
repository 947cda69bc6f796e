import { Link } from "wouter";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { percent, t } from "../../texts/index.ts";
import { useVehicles } from "./api.ts";
import type { CampaignView, VehicleRow, Vehicles } from "./records.ts";

/** Where the people it is for already talk of it; one place is advised against. */
export function VehiclesPart({ campaign }: { campaign: CampaignView }) {
  const query = campaign.brief.audienceQuery;
  const vehicles = useVehicles(campaign.id, query);
  if (query === "") return null;
  return (
    <section className="block">
      <Head title={vehicles.data?.enough ? t("campaigns.whereTalk", { n: vehicles.data.people }) : t("campaigns.whereTalkFew")} sub={t("campaigns.days90")} />
      {vehicles.isError && <ErrorNote error={vehicles.error} />}
      {vehicles.isPending && <Loading />}
      {vehicles.data && <Table vehicles={vehicles.data} query={query} used={campaign.brief.vehicles.map((one) => one.source)} />}
    </section>
  );
}

function Table({ vehicles, query, used }: { vehicles: Vehicles; query: string; used: string[] }) {
  if (vehicles.rows.length === 0) return <p className="small q">{t("campaigns.noPlaces")}</p>;
  if (!vehicles.enough) return <p className="small q">{t("campaigns.fewPeople")}</p>;
  return (
    <>
      <div className="campaign-scroll">
        <table className="campaign-fit">
          <tbody>
            {vehicles.rows.map((row) => (
              <tr key={row.source}>
                <td>
                  <b>{row.name}</b>
                </td>
                <td className="r">
                  <Link className="num" href={`/listen?q=${encodeURIComponent(query)}&source=${row.source}`}>
                    {percent(row.share ?? 0)}
                  </Link>
                </td>
                <td>
                  <Range row={row} />
                </td>
                <td className="q small">
                  {row.source === vehicles.notThis
                    ? t("campaigns.notThisBecause", { n: row.people ?? 0, of: vehicles.people })
                    : used.includes(row.source)
                      ? t("campaigns.used")
                      : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="tiny qq">{t("campaigns.howReckoned")}</p>
    </>
  );
}

const WIDE = 84;

function Range({ row }: { row: VehicleRow }) {
  const at = (share: number) => 3 + share * (WIDE - 6);
  const { share, low, high } = row;
  if (share === null || low === null || high === null) return null;
  return (
    <svg width={WIDE} height="14" viewBox={`0 0 ${WIDE} 14`} role="img" aria-label={t("campaigns.range", { low: percent(low), high: percent(high) })}>
      <path d={`M0 12.5H${WIDE}`} stroke="var(--rule)" />
      <path d={`M${at(low)} 7H${at(high)}M${at(low)} 4.5v5M${at(high)} 4.5v5`} stroke="var(--ink-2)" />
      <circle cx={at(share)} cy="7" r="3.4" fill="var(--sheet)" stroke="var(--ink-2)" strokeWidth="1.8" />
    </svg>
  );
}
