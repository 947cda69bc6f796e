/** A number that was counted; `evidence` is the key under which its words are told. */
export interface ResultFigure {
  key: string;
  value: number;
  n: number | null;
  evidence: string | null;
}
export interface Between {
  middle: number;
  low: number | null;
  high: number | null;
}
export interface EffectView {
  measure: string;
  effect: number | null;
  relative: number | null;
  total: number | null;
  low: number | null;
  high: number | null;
  level: number;
  p: number | null;
  sure: "identified" | "weak" | "not-identifiable" | "not-yet";
  why: string;
  method: string;
  fit: number | null;
  path: { time: string; actual: number; otherwise: number }[];
  placebos: number[];
  n: number;
}
export interface CampaignEffect {
  effect: EffectView;
  days: number;
  total: number | null;
  low: number | null;
  high: number | null;
  one: { middle: string; low: string; high: string | null } | null;
  evidence: string | null;
}
export interface ResultCampaign {
  id: string;
  name: string;
  from: string;
  to: string;
  typed: boolean;
}
export interface BrandShare {
  brand: string;
  ours: boolean;
  people: number;
  share: number | null;
  low: number | null;
  high: number | null;
  evidence: string | null;
}
export interface AnswersGiven {
  asked: number;
  inTime: number;
  late: number;
  unanswered: number;
  share: Between | null;
  median: Between | null;
  p90: Between | null;
}
export interface PaidBeside {
  id: string;
  what: string;
  amount: string;
  from: string;
  to: string;
  responses: number;
  one: string;
  assumption: string;
}
export interface AlsoHappened {
  id: string;
  what: string;
  from: string;
  to: string;
  measure: string;
}
export interface ResultsView {
  from: string;
  to: string;
  topics: string[];
  campaign: ResultCampaign | null;
  campaigns: ResultCampaign[];
  heard: ResultFigure[];
  effects: CampaignEffect[];
  voice: { shares: BrandShare[]; people: number; why: string };
  answered: AnswersGiven;
  talk: { answers: number; posts: number };
  came: { visits: number; signUps: number; advocates: number; k: Between | null; whyNot: string | null } | null;
  cost: { money: string; minutes: number; hour: string | null; whole: string | null } | null;
  beside: PaidBeside[];
  also: AlsoHappened[];
  madeAt: string;
}
