import type { components } from "../../api/schema.d.ts";

/** The records of the server's API, named as there. */
type Schemas = components["schemas"];

export type ResultsView = Schemas["ResultsView"];
export type ResultFigure = Schemas["ResultFigure"];
export type Between = Schemas["Between"];
export type EffectView = Schemas["EffectView"];
export type CampaignEffect = Schemas["CampaignEffect"];
export type ResultCampaign = Schemas["ResultCampaign"];
export type BrandShare = Schemas["BrandShare"];
export type ReportRow = Schemas["ReportRow"];
export type ReportsView = Schemas["ReportsView"];
export type ReportMade = Schemas["ReportMade"];
export type AnswersGiven = Schemas["AnswersGiven"];
export type PaidBeside = Schemas["PaidBeside"];
export type AlsoHappened = Schemas["AlsoHappened"];
