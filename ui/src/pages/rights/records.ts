import type { MentionView } from "../../api/types.ts";

export const USES = ["site", "posts", "print", "mail"] as const;

export interface RightsView {
  id: string;
  mention: MentionView | null;
  campaign: string | null;
  uses: string[];
  until: string;
  state: string;
  askedBy: string;
  askedAt: string;
  granted: string[];
  credit: string;
  answeredAt: string | null;
  withdrawnAt: string | null;
  usedIn: string[];
  link: string | null;
}

export interface GalleryView {
  id: string;
  campaign: string | null;
  title: string;
  intro: string;
  rights: string[];
  shown: number;
  url: string;
}

export interface RightsPage {
  rights: RightsView[];
  galleries: GalleryView[];
}
