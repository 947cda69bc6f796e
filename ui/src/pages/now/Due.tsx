import { Link } from "wouter";
import type { NowView } from "../../api/types.ts";
import { Head } from "../../parts/Head.tsx";
import { when } from "../../parts/time.ts";
import { t, type TextKey } from "../../texts/index.ts";

type Due = NowView["due"][number];

const SAYS: Record<Due["kind"], TextKey> = {
  room: "now.due_room",
  decision: "now.due_decision",
  missed: "now.due_missed",
  refused: "now.due_refused",
  unknown: "now.due_unknown",
  changes: "now.due_changes",
};

/** What waits for a person's decision. */
export function DuePart({ due }: { due: Due[] }) {
  if (due.length === 0) return null;
  return (
    <section className="block">
      <Head title={t("now.due_title")} sub={t("now.due_sub")} />
      <ul className="dues">
        {due.map((one) => (
          <li key={one.href + one.kind}>
            <Link href={one.href}>{t(SAYS[one.kind], { title: one.title })}</Link>{" "}
            <span className="small qq">{when(one.at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
