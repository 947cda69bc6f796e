import type { components } from "../../api/schema.d.ts";

type Schemas = components["schemas"];

/** Campaigns as the server tells them; words it knows only a few of are spelt out. */
export type Money = Schemas["Money"];
export type Texts = Record<string, string>;

export interface Lack {
  code: "times" | "block" | "must" | "task" | "ask" | "own-task" | "rules" | "sign-off" | "sign-off-void" | "region";
  about: string;
  text: Texts;
}

export type State = "draft" | "ready" | "running" | "closed";

export interface CampaignRow {
  id: string;
  name: string;
  state: State;
  owner: string | null;
  zone: string;
  startsAt: string | null;
  endsAt: string | null;
  aim: string;
  lacks: Lack[];
}

export type BriefVehicle = Schemas["BriefVehicle"];

export type PlannedCost = Schemas["PlannedCost"];

export type Brief = Schemas["Brief"];

export type Cost = Schemas["Cost"];

export type CampaignMoney = Schemas["CampaignMoney"];

export interface CampaignView {
  id: string;
  name: string;
  state: State;
  owner: { id: string; name: string } | null;
  zone: string;
  startsAt: string | null;
  startsLocal: string;
  endsAt: string | null;
  endsLocal: string;
  twice: string[];
  madeAt: string;
  startedAt: string | null;
  closedAt: string | null;
  brief: Brief;
  topics: string[];
  money: CampaignMoney;
  rulesHash: string;
  overridden: string;
}

export interface PackSource {
  title: string;
  url: string;
  section: string;
  readOn: string;
  confidence: "A" | "B" | "C";
  reviewAfter: string | null;
}

export interface Finding {
  pack: string;
  version: string;
  rule: string;
  topic: string;
  level: "block" | "must" | "warn" | "ask" | "info";
  text: Texts;
  task: { title: Texts; due: string | null; calendar: string } | null;
  clause: string;
  remedy: ("excludeRegion" | "addFreeRoute" | "lowerValue" | "moveStart")[];
  source: PackSource | null;
}

export interface Task {
  id: string;
  fromRule: string;
  title: Texts;
  due: string | null;
  beforeStart: boolean;
  must: boolean;
  evidenceKind: "file" | "number" | "date" | "signature" | "answer" | "none";
  evidence: string;
  doneOn: string | null;
  doneBy: string;
  late: boolean;
}

export type SignOff = Schemas["SignOffView"];

export type FactValue = string | number | boolean | string[];

export interface Law {
  facts: Record<string, FactValue>;
  told: string[];
  packs: { jurisdiction: string; version: string; readOn: string; notLookedUp: string[] }[];
  findings: Finding[];
  tasks: Task[];
  rules: { version: number; language: string; hash: string; madeAt: string }[];
  signOff: SignOff | null;
  hash: string;
  check: { canStart: boolean; lacks: Lack[] };
}

export interface FactName {
  name: string;
  kind: "WORD" | "WORDS" | "PLACES" | "PLACE" | "TEXT" | "COUNT" | "MONEY" | "DAY" | "YES_NO" | "RATE";
  step: number;
  words: string[];
  question: Texts;
}

export type VehicleRow = Schemas["VehicleRow"];

export type Vehicles = Schemas["VehiclesView"];

export type RulesText = Schemas["RulesText"];
