import { tMaybe } from "../../texts/index.ts";

export type Fact = "hears" | "blind" | "answer" | "keep" | "link" | "price" | "quota";

/** A fact of a kind of channel in the reader's language, else the server's own words. */
export function fact(kind: string, name: Fact, own: string): string {
  return tMaybe(`sources.kind.${kind}.${name}`) ?? own;
}
