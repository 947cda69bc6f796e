import { Views } from "../../parts/Views.tsx";
import { t } from "../../texts/index.ts";

/** What is planned, what goes out, and whose words we may use. */
export function CampaignViews({ here }: { here: "/campaigns" | "/campaigns/calendar" | "/campaigns/rights" }) {
  const views = [
    { href: "/campaigns", name: t("campaigns.title") },
    { href: "/campaigns/calendar", name: t("calendar.page") },
    { href: "/campaigns/rights", name: t("rights.title") },
  ];
  return <Views views={views} here={here} label={t("campaigns.title")} />;
}
