import type { components } from "../../../api/schema.d.ts";

type Schemas = components["schemas"];

export type ContestLog = Schemas["ContestLogView"];
export type ContestLogLine = Schemas["ContestLogLine"];
export type ReferralTree = Schemas["ReferralTree"];
export type ReferralNode = Schemas["ReferralNode"];
export type CardReceipt = Schemas["StaffEntryView"];

/** Of the server's description; see `ContestView` and its neighbours there. */
export interface ContestView {
  id: string;
  state: "waiting" | "open" | "closed" | "sealed" | "drawn";
  tag: string;
  question: string;
  opensAt: string;
  closesAt: string;
  opensLocal: string;
  closesLocal: string;
  zone: string;
  minAge: number;
  regions: string[];
  perPerson: number;
  byPost: boolean;
  byForm: boolean;
  referralChances: number;
  alternates: number;
  claimDays: number;
  appealDays: number;
  publicUrl: string;
  entries: number;
  valid: number;
  ways: Record<string, number>;
  undecided: number;
  sealedAt: string | null;
  drawnAt: string | null;
}
export interface Amount {
  minor: number;
  currency: string;
}
export interface PrizeView {
  id: string;
  slug: string;
  name: string;
  each: Amount;
  pieces: number;
  accounts: Record<string, number>;
}
export interface PrizesView {
  prizes: PrizeView[];
  total: Amount | null;
  lines: { at: string; prize: string; from: string; to: string; amount: number; why: string }[];
}
export interface FraudReason {
  kind: string;
  count: number;
  value: number;
  weight: number;
}
export interface Share {
  share: number;
  low: number;
  high: number;
  n: number;
}
export interface ReviewComponent {
  component: number;
  flagged: boolean;
  reasons: FraudReason[];
  entries: { number: number; way: string; words: string; decided: string | null; code: string | null }[];
}
export interface ReviewView {
  components: ReviewComponent[];
  undecided: number;
  sample: number;
  precision: Share | null;
  missed: Share | null;
}
export interface EntryView {
  number: number;
  code: string;
  way: string;
  words: string;
  language: string;
  status: string;
  weight: number;
  receivedAt: string;
  flag: string | null;
}
export interface EntriesView {
  entries: EntryView[];
  all: number;
  next: number | null;
}
export interface ClaimView {
  id: string;
  prize: string;
  no: number;
  state: string;
  entry: number | null;
  way: string | null;
  notifiedAt: string | null;
  claimBy: string | null;
  verified: boolean;
  suspended: boolean;
  receiptUrl: string | null;
  contact: { name: string | null; mail: string | null; shown: string; region: string; where: string } | null;
}
export interface AppealView {
  id: string;
  entry: number;
  aboutPrize: boolean;
  against: string;
  words: string;
  at: string;
  decidedBy: string;
  outcome: string | null;
  answer: string | null;
  answeredBy: string | null;
}
export interface ClaimsView {
  claims: ClaimView[];
  standingBy: number;
  appeals: AppealView[];
}
export interface KFactor {
  value: number;
  low: number;
  high: number;
  n: number;
}
export interface ReferralProgramme {
  id: string;
  publicUrl: string;
  windowDays: number;
  endsAt: string;
  reward: Amount;
  budget: Amount;
  accounts: Record<string, number>;
  joined: number;
  brought: number;
  k: KFactor | null;
  whyNot: string | null;
  rewards: { id: string; advocateCode: string; amount: Amount; state: string; at: string; brought: number; silent: number }[];
}
