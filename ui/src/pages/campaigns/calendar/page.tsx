import { t } from "../../../texts/index.ts";
import { CampaignViews } from "../CampaignViews.tsx";
import CalendarPart from "./index.tsx";

/** The calendar of all campaigns. */
export default function CalendarPage() {
  return (
    <div className="pad calendar-page">
      <CampaignViews here="/campaigns/calendar" />
      <h1>{t("calendar.page")}</h1>
      <p className="dek">{t("calendar.dek")}</p>
      <CalendarPart whole />
    </div>
  );
}
