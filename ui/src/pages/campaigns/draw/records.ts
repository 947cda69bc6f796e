export interface DrawBeacon {
  chain: string;
  round: number;
  due: string;
  standIn: boolean;
  trouble: string | null;
}
export interface DrawStep {
  name: "rule" | "seal" | "beacon" | "draw";
  at: string | null;
  values: Record<string, string>;
}
export interface DrawWinner {
  place: number;
  prize: string | null;
  number: number;
  code: string;
  shown: string | null;
}
export interface DrawView {
  contest: string;
  state: "open" | "sealed" | "waiting" | "drawn";
  name: string;
  lacks: string[];
  beacon: DrawBeacon | null;
  steps: DrawStep[];
  winners: DrawWinner[];
  alternates: DrawWinner[];
  entries: number;
  changes: string[];
  page: string | null;
}
