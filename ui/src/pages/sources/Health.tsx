import type { SourceView } from "../../api/types.ts";
import { t } from "../../texts/index.ts";

const shapes = {
  well: <path d="m1.5 6.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />,
  slow: <path d="M1 9.5h10M3 6h8M6 2.500h5" stroke="currentColor" strokeWidth="2" />,
  deaf: <path d="m2 2 8 8m0-8-8 8" stroke="currentColor" strokeWidth="2.2" />,
  resting: <path d="M3.500 2v8m5-8v8" stroke="currentColor" strokeWidth="2" />,
};
const colours = { well: "positive", slow: "mixed", deaf: "urgent", resting: "neutral" };

/** Shape and word of a source's health. */
export function Health({ of }: { of: SourceView["state"] }) {
  return (
    <span className={`sent ${colours[of]}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {shapes[of]}
      </svg>
      {t(`sources.state.${of}`)}
    </span>
  );
}
