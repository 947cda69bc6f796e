import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { get, post } from "../../../api/client.ts";
import { AskedDeed } from "../../../parts/AskedDeed.tsx";
import { ErrorNote } from "../../../parts/states.tsx";
import { inWords, t } from "../../../texts/index.ts";
import type { CampaignName, SeedPlan } from "./records.ts";

/** Gives the plan to a campaign, whole or with half of it held back. */
export function SeedTake({ plan }: { plan: SeedPlan }) {
  const client = useQueryClient();
  const campaigns = useQuery({
    queryKey: ["campaigns", "names"],
    queryFn: ({ signal }) => get<{ campaigns: CampaignName[] }>("/campaigns", {}, signal),
    select: (page) => page.campaigns.filter((one) => one.state !== "closed"),
  });
  const [chosen, setChosen] = useState("");
  const campaign = chosen || campaigns.data?.[0]?.id;
  const take = useMutation({
    mutationFn: (holdBack: boolean) => post<SeedPlan>(`/seeds/${plan.id}/take`, { campaignId: campaign, holdBack }),
    onSuccess: (taken) => client.setQueryData(["seeds", plan.id], taken),
  });
  const n = plan.people.length;
  if (plan.campaignId) {
    const held = plan.people.filter((one) => one.heldBack);
    return (
      <div className="block">
        <p className="small">
          {t("seeds.taken")} <Link href={`/campaigns/${plan.campaignId}`}>{t("seeds.toCampaign")}</Link>
        </p>
        {held.length > 0 && <p className="small q">{t("seeds.held", { n: held.length, names: held.map((one) => one.person.name).join(", ") })}</p>}
      </div>
    );
  }
  const name = campaigns.data?.find((one) => one.id === campaign)?.name ?? "";
  const held = Math.floor(n / 2);
  if (campaigns.data?.length === 0) return <p className="small q block">{t("seeds.noCampaign")}</p>;
  return (
    <div className="block seed-take">
      <label className="field">
        <span>{t("seeds.forCampaign")}</span>
        <select className="inp" value={campaign} onChange={(event) => setChosen(event.target.value)}>
          {campaigns.data?.map((one) => (
            <option value={one.id} key={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      {take.isError && <ErrorNote error={take.error} />}
      <p className="seed-deeds">
        <AskedDeed className="btn go" deed={t("seeds.take", { n, words: inWords(n) })} disabled={take.isPending || !campaign} title={t("seeds.takeTitle", { n, words: inWords(n), name })} onDeed={() => take.mutate(false)}>
          {t("seeds.takeText")}
        </AskedDeed>
        {n > 1 && (
          <AskedDeed className="btn" deed={t("seeds.holdBack", { n: held, words: inWords(held) })} disabled={take.isPending || !campaign} title={t("seeds.holdBackTitle", { n: held, words: inWords(held), name })} onDeed={() => take.mutate(true)}>
            {t("seeds.holdBackText")}
          </AskedDeed>
        )}
      </p>
      {n < 12 && <p className="tiny qq">{t("seeds.fewHeld")}</p>}
    </div>
  );
}
