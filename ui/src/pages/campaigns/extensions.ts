import type { ComponentType } from "react";
import CalendarPart from "./calendar/index.tsx";
import ContestPart from "./contest/index.tsx";
import { DrawSteps } from "./draw/DrawSteps.tsx";

/** A part of a campaign's page that another room brings; it draws nothing where it has nothing. */
export type CampaignPart = ComponentType<{ campaign: string }>;

/** Below the plan, on the left. */
export const underPlan: CampaignPart[] = [];

/** In the middle, above where people talk: the calendar, the posts. */
export const middle: CampaignPart[] = [CalendarPart];

/** On the right, above the law: the contest, its prizes. */
export const right: CampaignPart[] = [ContestPart];

/** On the right, once there is a contest. */
export const draws: CampaignPart[] = [DrawSteps];
