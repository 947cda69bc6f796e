import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getOrNone } from "../../../api/client.ts";
import { useLive } from "../../../api/live.ts";
import { ErrorNote, Loading } from "../../../parts/states.tsx";
import { whole } from "../../../parts/time.ts";
import { number, t } from "../../../texts/index.ts";
import { CardEntry } from "./CardEntry.tsx";
import { Claims } from "./Claims.tsx";
import { Entries } from "./Entries.tsx";
import { Log } from "./Log.tsx";
import { Prizes } from "./Prizes.tsx";
import { Referral } from "./Referral.tsx";
import type { ContestView } from "./records.ts";
import { Review } from "./Review.tsx";
import { Setup } from "./Setup.tsx";
import "./contest.css";

/** The contest of a campaign: what is asked, who entered, what looks odd, the prizes, the claims. */
export default function ContestPart({ campaign }: { campaign: string }) {
  const client = useQueryClient();
  const found = useQuery({
    queryKey: ["contest", campaign, "view"],
    queryFn: ({ signal }) => getOrNone<ContestView>(`/campaigns/${campaign}/contest`, signal),
  });
  useLive("campaigns", () => void client.invalidateQueries({ queryKey: ["contest", campaign] }));
  const none = found.data === null;
  return (
    <div className="contest">
      <section aria-labelledby="contest">
        <div className="head">
          <h2 id="contest">{t("contest.title")}</h2>
          {found.data && <span className="sub">{t(`contest.state_${found.data.state}`)}</span>}
          {found.data?.publicUrl && (
            <span className="act">
              <a href={found.data.publicUrl} target="_blank" rel="noreferrer">
                {t("contest.publicPage")}
              </a>
            </span>
          )}
        </div>
        {found.isPending && <Loading />}
        {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
        {none && <Setup campaign={campaign} />}
        {found.data && <Facts contest={found.data} />}
      </section>
      {found.data && (
        <>
          <Prizes campaign={campaign} fixed={found.data.state !== "waiting"} />
          {found.data.entries > 0 && <Review campaign={campaign} sealed={found.data.sealedAt !== null} />}
          <CardEntry campaign={campaign} publicUrl={found.data.publicUrl} open={found.data.state === "open"} />
          {found.data.entries > 0 && <Entries campaign={campaign} />}
          {found.data.drawnAt && <Claims campaign={campaign} />}
          {found.data.entries > 0 && <Log campaign={campaign} />}
        </>
      )}
      <Referral campaign={campaign} />
    </div>
  );
}

function Facts({ contest }: { contest: ContestView }) {
  const regions = contest.regions.length === 0 ? t("contest.anywhere") : contest.regions.join(", ");
  const ways = Object.entries(contest.ways).map(([way, n]) => t("contest.wayCount", { way: t(`contest.way_${way}` as "contest.way_form"), n }));
  return (
    <>
      <p className="small voice">{contest.question}</p>
      <dl className="kv">
        <dt>{t("contest.enter")}</dt>
        <dd>{[contest.byPost && t("contest.byPost", { tag: contest.tag }), contest.byForm && t("contest.byForm")].filter(Boolean).join("; ")}</dd>
        <dt>{t("contest.until")}</dt>
        <dd>
          {whole(contest.closesAt)} <span className="qq">({contest.zone})</span>
        </dd>
        <dt>{t("contest.who")}</dt>
        <dd>{t("contest.whoText", { age: contest.minAge, regions, n: contest.perPerson })}</dd>
        <dt>{t("contest.entries")}</dt>
        <dd>
          {contest.entries === 0 ? t("contest.noneYet") : `${number(contest.entries)}: ${ways.join(", ")}.`}
        </dd>
      </dl>
      {contest.state === "waiting" && <Setup campaign={contest.id} contest={contest} />}
    </>
  );
}
