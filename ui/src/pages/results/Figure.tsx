import { Evidence } from "../../parts/Evidence.tsx";
import { number } from "../../texts/index.ts";
import { address, useAsked } from "./data.ts";

/** A number that opens the words it rests on. */
export function Figure({ n, shown, evidence, what }: { n?: number; shown?: string; evidence: string | null; what: string }) {
  const asked = useAsked();
  const text = shown ?? number(n ?? 0);
  if (!evidence) return <b>{text}</b>;
  return <Evidence n={text} what={what} href={address("/results/words", { ...asked, figure: evidence })} />;
}
