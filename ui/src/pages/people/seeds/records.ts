interface Ref {
  id: string;
  name: string;
  initials: string;
}
export interface SeedReach {
  middle: number;
  low: number;
  high: number;
}
export interface SeedPerson {
  number: number;
  person: Ref;
  among: string;
  hear: number;
  gain: SeedReach;
  together: number;
  sharedWith: Ref | null;
  shared: number;
  newest: string | null;
  heldBack: boolean;
}
export interface SeedPlan {
  id: string;
  madeAt: string;
  madeBy: string;
  topicId: string | null;
  topic: string | null;
  days: number;
  each: string | null;
  total: string | null;
  people: SeedPerson[];
  reach: SeedReach;
  of: number;
  arcs: number;
  guarantee: number;
  leftOut: { person: Ref; why: string; hear: number }[];
  leftOutInAll: number;
  compared: { name: "chosen" | "most-followed" | "loudest" | "random"; reach: SeedReach }[];
  campaignId: string | null;
  heldBack: number;
}
export interface SeedNode {
  id: string;
  name: string;
  number: number | null;
  hear: number;
}
export interface SeedArc {
  from: number;
  to: number;
  chance: number;
  deeds: number;
  mention: string;
}
export interface SeedGraph {
  people: SeedNode[];
  arcs: SeedArc[];
  of: number;
}
export interface CampaignName {
  id: string;
  name: string;
  state: string;
}
