import { Link } from "wouter";
import { t } from "../../../texts/index.ts";
import CalendarPart from "./index.tsx";

/** The calendar of all campaigns. */
export default function CalendarPage() {
  return (
    <div className="pad calendar-page">
      <p className="small qq">
        <Link href="/campaigns">{t("calendar.campaigns")}</Link> / <Link href="/campaigns/rights">{t("rights.title")}</Link>
      </p>
      <h1>{t("calendar.page")}</h1>
      <p className="dek">{t("calendar.dek")}</p>
      <CalendarPart whole />
    </div>
  );
}
