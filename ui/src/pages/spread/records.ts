import type { MentionView } from "../../api/types.ts";

export interface Band {
  low: number;
  high: number;
}
export interface TaleForecast {
  median: number;
  b50: Band;
  b80: Band;
  b90: Band;
  naive: number;
  passes: number;
}
export type Truth = "open" | "true" | "false";
export interface TaleRow {
  id: string;
  topic: string | null;
  title: string;
  told: number;
  line: number;
  forecast: TaleForecast | null;
  truth: Truth;
  spark: number[];
  begunAt: string;
  lastAt: string;
  quietAt: string | null;
}
export interface Teller {
  mentionId: string;
  person: { id: string | null; name: string; initials: string };
  at: string;
  place: string;
  followers: number;
  parent: string | null;
  certain: boolean;
  asks: boolean;
}
export interface TaleView {
  row: TaleRow;
  fact: string;
  ownWords: number;
  asks: number;
  lastHour: number;
  usualHour: { middle: number; high: number; days: number } | null;
  stair: { at: string; told: number }[];
  tree: Teller[];
}
export interface TalesView {
  moving: TaleRow[];
  quiet: TaleRow[];
  record: { n: number; in80: number; in90: number; tales: Foretold[] };
  topics: { id: string; name: string; line: number }[];
}
export interface Foretold {
  id: string;
  title: string;
  at: string;
  median: number;
  low: number;
  high: number;
  told: number;
  held: boolean;
}
export interface WatchStep {
  afterSeconds: number;
  to: string[];
}
export interface WatchRule {
  id: string;
  topicId: string;
  topic: string;
  what: "burst" | "pass";
  line: number | null;
  chance: number | null;
  steps: WatchStep[];
}
export interface AlarmCause {
  kind: "burst" | "pass" | "test";
  people: number;
  minutes: number;
  usualLow: number;
  usualHigh: number;
  line: number | null;
  chance: number | null;
  place: string;
  there: number;
  terms: string[];
}
export interface AlarmRow {
  id: string;
  rule: string;
  topic: string;
  title: string;
  cause: AlarmCause;
  first: MentionView | null;
  raisedAt: string;
  state: "raised" | "acknowledged" | "ended";
  acknowledgedBy: string | null;
  acknowledgedAt: string | null;
  tale: string | null;
  test: boolean;
  told: number;
  nextAt: string | null;
  nextTo: string[];
}
export interface WatchTry {
  days: number;
  would: { at: string; score: number; people: number; minutes: number }[];
}

export interface Change {
  mid: number;
  low: number;
  high: number;
}
export interface TalkFirst {
  candidates: {
    person: { id: string | null; name: string; initials: string };
    mentionId: string | null;
    why: "asks" | "knows-us";
    conversationId: string | null;
    waitsSince: string | null;
    change: Change | null;
  }[];
  reachable: number;
  together: Change | null;
  lacks: "" | "few" | "late" | "quiet";
}
export interface CrisisRef {
  id: string;
  tale: string;
  title: string;
  openedAt: string;
  openedBy: string;
  closedAt: string | null;
}
export interface PausedItem {
  id: string;
  text: string;
  where: string;
  at: string;
  href: string;
}
export interface CrisisRooms {
  rooms: CrisisRef[];
  paused: PausedItem[];
}
export interface Statement {
  id: string;
  version: number;
  text: string;
  state: "draft" | "sent" | "approved" | "changes";
  madeBy: string;
  madeAt: string;
  sentTo: string | null;
  sentAt: string | null;
  until: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  note: string;
  hash: string;
}
export type MarkKind = "first" | "alarm" | "acknowledged" | "opened" | "decision" | "statement" | "sent" | "approved" | "changes" | "answer" | "last" | "closed";
export interface CrisisMark {
  at: string;
  kind: MarkKind;
  by: string;
  text: string;
  mentionId: string | null;
}
export interface CrisisRoom {
  room: CrisisRef;
  tale: TaleRow | null;
  statements: Statement[];
  line: CrisisMark[];
  stages: { name: "alarm" | "acknowledged" | "statement" | "quiet"; from: string | null; at: string | null; seconds: number | null }[];
  paused: PausedItem[];
  closedBy: string | null;
  learnt: string;
  intact: boolean;
}
