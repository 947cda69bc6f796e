import { useState, type ReactNode } from "react";
import { t } from "../../../texts/index.ts";

/** A part that is read only once somebody unfolds it. */
export function Folded({ id, title, level = 2, children }: { id: string; title: string; level?: 2 | 3; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const Heading = `h${level}` as const;
  return (
    <section aria-labelledby={id}>
      <div className="head thin">
        <Heading id={id}>{title}</Heading>
        <span className="act">
          <button type="button" className="link" aria-expanded={open} aria-describedby={id} onClick={() => setOpen(!open)}>
            {open ? t("contest.hide") : t("contest.show")}
          </button>
        </span>
      </div>
      {open && children}
    </section>
  );
}
