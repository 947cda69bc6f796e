import type { MentionView } from "../../api/types.ts";

export interface Figure {
  value: number;
  low: number;
  high: number;
  n: number;
}
export type VerdictWord = "fits" | "conflicts" | "beyond";
export type Together = "in-tune" | "unheard" | "unasked" | "at-odds";
export type Kind = "aim" | "promise" | "competence" | "refusal" | "spend";
export interface DecisionView {
  id: string;
  theme: string;
  name: string;
  verdict: VerdictWord;
  answer: "yes" | "no" | "later";
  reason: string;
  did: string;
  by: string;
  at: string;
  againOn: string;
  open: boolean;
  due: boolean;
}
export interface BecauseView {
  statement: string;
  kind: Kind;
  text: string;
  how: "hand" | "query" | "words";
  words: string[];
}
export interface ThemeRow {
  id: string;
  name: string;
  query: string;
  origin: "words" | "said" | "topic" | "hand";
  state: "proposed" | "kept" | "aside";
  owner: string;
  few: boolean;
  persons: number | null;
  say: number | null;
  they: Figure | null;
  spoken: Figure | null;
  glad: Figure | null;
  cross: Figure | null;
  course: { before: Figure; now: Figure; word: "rising" | "falling" | "steady" } | null;
  together: Together | null;
  score: number | null;
  verdict: { word: VerdictWord; because: BecauseView[] };
  voices: MentionView[];
  ids: string[];
  decided: DecisionView | null;
  campaign: string | null;
}
export interface StatementView {
  id: string;
  kind: Kind;
  text: string;
  query: string;
  amount: string | null;
  by: string;
  at: string;
}
export interface StrategyView {
  from: string;
  to: string;
  few: boolean;
  persons: number | null;
  posts: number | null;
  agreement: Figure | null;
  whyNone: "few" | "persons" | "posts" | null;
  before: { day: string; agreement: Figure } | null;
  sayOther: number | null;
  theyOther: number | null;
  themes: ThemeRow[];
  voices: MentionView[];
  statements: StatementView[];
  decisions: DecisionView[];
  reconsider: { why: "agreement" | "nothing-fits"; theme: string | null; name: string; say: number; they: number; persons: number } | null;
  door: string | null;
}
export interface CallBid {
  seller: string;
  deed: "bid" | "withdrawn";
  at: string;
  commitment: string;
  amount: string | null;
}
export interface WishView {
  id: string;
  number: number;
  text: string;
  state: "heard" | "planned" | "offered" | "done" | "no";
  votes: number;
  answer: string;
  answeredBy: string;
  answeredAt: string | null;
  contact: boolean;
  postedAt: string;
  purchase: { quantity: number; place: string; day: string; currency: string } | null;
  sellers: { seller: string; name: string; mail: string }[];
  call: {
    id: string;
    state: "open" | "over" | "closed" | "settled";
    openedAt: string;
    endsAt: string;
    bids: CallBid[];
    winner: string | null;
    price: string | null;
    taken: boolean | null;
  } | null;
}
export interface WishesView {
  board: string;
  mail: boolean;
  wishes: WishView[];
}
