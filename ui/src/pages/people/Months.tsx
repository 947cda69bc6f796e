import type { PersonView } from "../../api/types.ts";
import { t } from "../../texts/index.ts";

const WIDTH = 280;
const MIDDLE = 34;

/** Month by month: what leaned well stands above the line, what leaned ill below; a ring where neither did. */
export function Months({ months }: { months: PersonView["months"] }) {
  const most = Math.max(1, ...months.flatMap((month) => [month.positive, month.negative]));
  const step = Math.min(18, WIDTH / Math.max(1, months.length));
  const sum = (label: "positive" | "negative" | "neutral" | "unsure" | "mixed") => months.reduce((all, month) => all + month[label], 0);
  const label = t("people.chart", {
    positive: sum("positive"),
    negative: sum("negative"),
    neutral: sum("neutral") + sum("mixed"),
    unsure: sum("unsure"),
    months: t("people.months", { n: months.length }),
  });
  return (
    <svg className="months-chart" viewBox={`0 0 ${WIDTH} 64`} role="img" aria-label={label}>
      <path d={`M0 ${MIDDLE}H${WIDTH}`} stroke="var(--rule-2)" />
      {months.map((month, i) => {
        const x = i * step + 2;
        const up = (month.positive / most) * 26;
        const down = (month.negative / most) * 26;
        return (
          <g key={month.month}>
            {up > 0 && <rect x={x} y={MIDDLE - up} width={Math.min(8, step - 4)} height={up} fill="var(--positive-fill)" />}
            {down > 0 && <rect x={x} y={MIDDLE} width={Math.min(8, step - 4)} height={down} fill="var(--negative-fill)" />}
            {up === 0 && down === 0 && <circle cx={x + 4} cy={MIDDLE} r="3" fill="var(--paper)" stroke="var(--neutral)" />}
          </g>
        );
      })}
    </svg>
  );
}
