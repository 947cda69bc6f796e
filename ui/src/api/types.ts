/** The records of the server's API, named as there. */

export type Sentiment = "positive" | "negative" | "neutral" | "mixed" | "unsure";
export type Intent = "question" | "request" | "complaint" | "praise" | "desire" | "purchase" | "leaving";
export type Role = "owner" | "manager" | "responder" | "analyst" | "client";

export interface SessionView {
  state: "needs-owner" | "signed-out" | "signed-in";
  person: { id: string; email: string; name: string; initials: string; locale: string | null; zone: string | null; singleKeys?: boolean } | null;
  workspace: WorkspaceView | null;
  demo: boolean;
  csrf: string | null;
  version: string;
}
export interface WorkspaceView {
  id: string;
  name: string;
  brand: string;
  names: string[];
  place: string;
  notConfused: string[];
  setUp: boolean;
}
export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  initials: string;
}

export interface Span {
  start: number;
  end: number;
}
export interface Why extends Span {
  judgement: string;
  words: string;
  weight: number;
}
export interface Understanding {
  sentiment: { label: Sentiment; positive: number; negative: number; neutral: number; confidence: number };
  intents: Intent[];
  emotions: Record<string, number>;
  spam: number;
  offensive: number;
  irony: number;
  topics: { id: string; name: string }[];
  why: Why[];
  corrected: string[];
}
export interface MentionView {
  id: string;
  seq: number;
  channel: string;
  source: { id: string; name: string } | null;
  nativeId: string;
  url: string;
  title: string;
  text: string;
  html: string | null;
  language: string;
  author: { handleId: string; personId: string | null; name: string; url: string; followers: number; own: boolean };
  publishedAt: string | null;
  heardAt: string;
  editedAt: string | null;
  deletedAt: string | null;
  inReplyTo: string | null;
  repostOf: string | null;
  engagement: { likes: number; reposts: number; replies: number; views: number };
  understanding: Understanding;
  marks: Span[];
  nearCopies: number;
  hidden: boolean;
  answered: boolean;
}
export interface Facet {
  value: string;
  label: string;
  count: number;
}
export type FacetName = "sentiment" | "intent" | "source" | "language" | "topic";
export interface MentionsView {
  mentions: MentionView[];
  next: string | null;
  total: number;
  people: number;
  facets: Record<FacetName, Facet[]>;
  costliest: { condition: string; without: number } | null;
}
export interface HistogramPoint {
  at: string;
  positive: number;
  negative: number;
  neutral: number;
  mixed: number;
  unsure: number;
  total: number;
}
export interface HistogramView {
  bucket: "hour" | "day";
  points: HistogramPoint[];
}
export interface CorrectionSummary {
  count: number;
  right: { share: number; low: number; high: number; n: number } | null;
}
export interface NewWordsView {
  count: number;
  seq: number;
}

export type Preset = "jobs" | "coupons" | "surveys" | "own" | "reposts" | "spam";
export interface TopicView {
  id: string;
  name: string;
  query: string;
  never: Preset[];
  hide: Preset[];
  words7d: number;
  people7d: number;
  lastAt: string | null;
  version: number;
  error: string | null;
}
export interface TopicPreviewView {
  normal: string | null;
  error: { message: string; start: number; end: number; hint: string } | null;
  count: number;
  people: number;
  perDay: { estimate: number; low: number; high: number } | null;
  histogram: { at: string; total: number }[];
  sample: MentionView[];
  neverCounts: Partial<Record<Preset, number>>;
  hideCounts: Partial<Record<Preset, number>>;
  seconds: number;
}
export interface TopicProposalView {
  query: string;
  preview: TopicPreviewView;
}

export interface ChannelView {
  kind: string;
  name: string;
  hears: string;
  blindTo: string;
  needs: { name: string; label: string; secret: boolean; required: boolean; example: string }[];
  answers: boolean;
  policy: { store: string; link: string; answer: string; deletion: string };
  price: string;
  quota: string;
}
export interface SourceView {
  id: string;
  kind: string;
  channelName: string;
  name: string;
  detail: string;
  state: "well" | "slow" | "deaf" | "resting";
  since: string;
  lastHeardAt: string | null;
  lastSuccessAt: string | null;
  lagSeconds: number | null;
  hours24: number[];
  deaf24: boolean[];
  words24: number;
  quota: string | null;
  month: string;
  everything: boolean;
  answers: boolean;
  facts: { sees: string; blindTo: string; mayAnswer: string; mayKeep: string; mayLink: string; price: string };
  error: { what: string; since: string; safe: string; wayOut: string; turn: "ours" | "theirs" } | null;
  happened: { at: string; text: string }[];
  webhookUrl: string | null;
  loopback: boolean;
}
export interface SourceMade {
  source: SourceView;
  webhookUrl?: string | null;
  secret?: string | null;
}
export interface DiscoveryView {
  found: {
    kind: string;
    title: string;
    url: string;
    entries: number;
    sample: { title: string; text: string; published: string | null; author: string }[];
  }[];
  notes: string[];
}

/** `word` is a key of the catalogue, `args` what its sentence names. */
export interface Reason {
  word: string;
  kind: string;
  args: Record<string, string | number>;
  deciding: boolean;
  evidence: string[];
}
/** The id is null where a word came without any author. */
export interface PersonRef {
  id: string | null;
  name: string;
  initials: string;
}
export interface ConversationRow {
  id: string;
  title: string;
  person: PersonRef;
  opener: {
    mentionId: string;
    text: string;
    language: string;
    sourceName: string;
    channel: string;
    marks: Span[];
    sentiment: Sentiment;
    publishedAt: string | null;
  };
  need: 1 | 2 | 3 | 4;
  needScore: number;
  reasons: Reason[];
  waitsSince: string;
  keptInView: null | "small-voice" | "old-wait";
  state: "open" | "later" | "done";
  assignee: { id: string; name: string } | null;
  laterUntil: string | null;
  peopleCount: number;
  sourceNames: string[];
  lastAt: string;
  answered: boolean;
}
export interface ConversationPage {
  conversations: ConversationRow[];
  next: string | null;
  counts: { open: number; mine: number; later: number; done: number; now: number };
}
export type ReplyState = "planned" | "sending" | "sent" | "refused" | "unknown" | "taken-back";
export interface ReplyView {
  id: string;
  conversationId: string;
  state: ReplyState;
  text: string;
  by: { id: string; name: string };
  as: string;
  inReplyTo: string;
  sendAt: string;
  sentAt: string | null;
  url: string | null;
  why: string | null;
  nativeId: string | null;
}
export interface NoteView {
  text: string;
  by: { id: string; name: string };
}
/** `text` is to whom for assigned, the need for need-set; `until` is there for later. */
export interface ActView {
  by: { id: string; name: string };
  deed: string;
  text: string;
  until: string | null;
}
export interface ThreadEntry {
  kind: "mention" | "reply" | "note" | "act";
  at: string;
  mention: MentionView | null;
  reply: ReplyView | null;
  note: NoteView | null;
  act: ActView | null;
}
export interface ConversationView {
  row: ConversationRow;
  thread: ThreadEntry[];
  person: PersonView | null;
  answer: {
    can: boolean;
    whyNot: string | null;
    to: string;
    where: string;
    as: string;
    visibility: "public";
    limit: { max: number; unit: string | null } | null;
    inReplyTo: string | null;
  };
  members: Member[];
}

export interface Mood {
  positive: number;
  negative: number;
  neutral: number;
  mixed: number;
  unsure: number;
}
export interface HandleView {
  id: string;
  channel: string;
  sourceName: string;
  name: string;
  url: string;
  followers: number;
}
export interface PersonRow {
  id: string;
  name: string;
  initials: string;
  handles: HandleView[];
  words: number;
  lastAt: string | null;
  hear: number;
  mood: Mood;
  answeredByUs: number;
  /** Null: the page composes it from the numbers, in the reader's language. */
  sentence: string | null;
}
export type Deed = "answers" | "repeats" | "thanks" | "answered-by" | "repeated-by" | "thanked-by";
export interface PersonView extends PersonRow {
  firstAt: string | null;
  months: ({ month: string } & Mood)[];
  trust: { person: PersonRef; deed: Deed; count: number; mentions: string[]; lastAt: string }[];
  between: { at: string; text: string; kind: string; conversationId: string | null; owed: boolean }[];
  conversations: ConversationRow[];
}
export interface PeoplePage {
  people: PersonRow[];
  next: string | null;
  total: number;
}
export interface ToThank {
  person: PersonRow;
  why: string;
  mention: MentionView;
}

export interface NowView {
  headline: { now: number; today: number; openTotal: number };
  words24: number;
  people24: number;
  usual: { low: number; high: number } | null;
  queue: ConversationRow[];
  mood: { hours: HistogramPoint[]; usual: { low: number; high: number }[] | null };
  oldest: ConversationRow | null;
  toThank: ToThank[];
}
export interface StatusView {
  listening: boolean;
  lastHeardAt: string | null;
  counts: { now: number; listen24: number; conversations: number; people: number; topics: number; sources: number; sourceFaults: number };
  talk: { answers: number; broadcasts: number; since: string };
  indexBehind: number;
  importing: null | { name: string; read: number; rate: number };
}
