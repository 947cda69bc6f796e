import { useParams } from "wouter";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { useCampaign, useCampaignNews, useHasContest, useLaw } from "./api.ts";
import { BeforePart } from "./BeforePart.tsx";
import { CampaignHead } from "./CampaignHead.tsx";
import { CampaignList } from "./CampaignList.tsx";
import { draws, middle, right, underPlan } from "./extensions.ts";
import { LawPart } from "./LawPart.tsx";
import { MoneyPart } from "./MoneyPart.tsx";
import { PlanPart } from "./PlanPart.tsx";
import { RulesPart } from "./RulesPart.tsx";
import { VehiclesPart } from "./VehiclesPart.tsx";
import { t } from "../../texts/index.ts";
import "./campaigns.css";

/** All campaigns, or one of them: its brief first, then what stands before it. */
export default function CampaignsPage() {
  const { id } = useParams<{ id?: string }>();
  useCampaignNews();
  return id ? <One id={id} key={id} /> : <CampaignList />;
}

function One({ id }: { id: string }) {
  const campaign = useCampaign(id);
  const law = useLaw(id);
  const contest = useHasContest(id);
  const fault = campaign.isError && <ErrorNote error={campaign.error} onRetry={() => void campaign.refetch()} />;
  if (!campaign.data) return <div className="pad">{fault || <Loading />}</div>;
  const known = campaign.data;
  const rightParts = contest ? [...right, ...draws] : right;
  return (
    <div className="cols campaign-cols">
      <div className="side pane">
        {fault}
        <CampaignHead campaign={known} law={law.data} />
        <PlanPart campaign={known} />
        {underPlan.map((Part, i) => (
          <Part campaign={id} key={i} />
        ))}
        <BeforePart campaign={known} law={law.data} />
      </div>
      <div className="campaign-main">
        {middle.map((Part, i) => (
          <Part campaign={id} key={i} />
        ))}
        <VehiclesPart campaign={known} />
        {law.isError && <ErrorNote error={law.error} onRetry={() => void law.refetch()} />}
        {law.data && <LawPart campaign={known} law={law.data} />}
      </div>
      <aside className="side pane" aria-label={t("campaigns.aside")}>
        {rightParts.map((Part, i) => (
          <Part campaign={id} key={i} />
        ))}
        {law.data && <RulesPart campaign={known} law={law.data} />}
        <MoneyPart campaign={known} />
      </aside>
    </div>
  );
}
