import type { components } from "../../../api/schema.d.ts";

type Schemas = components["schemas"];

export type SeedPlan = Schemas["SeedPlanView"];
export type SeedReach = Schemas["SeedReach"];
export type SeedGraph = Schemas["SeedGraphView"];
export type CampaignName = Schemas["CampaignRow"];
