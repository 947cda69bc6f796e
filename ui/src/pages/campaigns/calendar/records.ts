/** The text for one place. */
export interface VariantView {
  id: string;
  source: string;
  sourceName: string;
  text: string;
  state: string;
  length: number;
  max: number;
  unit: string;
  approvedBy: string | null;
  approvedAt: string | null;
  note: string | null;
  sentAt: string | null;
  url: string | null;
  why: string | null;
}

export interface CalendarEntry {
  id: string;
  campaign: string | null;
  title: string;
  at: string;
  local: string;
  zone: string;
  twice: boolean;
  state: string;
  madeBy: string;
  quotes: string[];
  variants: VariantView[];
  warnings: string[];
}

export interface PublishPlace {
  source: string;
  name: string;
  kind: string;
  channelName: string;
  whyNot: string;
  max: number;
  unit: string;
}

export interface CalendarView {
  entries: CalendarEntry[];
  rooms: { id: string; title: string }[];
  places: PublishPlace[];
}
