import { scaleBand, scaleLinear } from "d3-scale";
import type { PersonView } from "../api/types.ts";
import { t } from "../texts/index.ts";
import { useWidth } from "./chart.tsx";
import { month } from "./time.ts";

const HEIGHT = 40;

/** How somebody spoke of us month by month: good above the line, bad below, a ring where neither. */
export function MonthBars({ months: spoken }: { months: PersonView["months"] }) {
  const months = filled(spoken);
  const [place, width] = useWidth<HTMLDivElement>();
  const sum = (pick: (m: PersonView["months"][number]) => number) => months.reduce((n, m) => n + pick(m), 0);
  const all = sum((m) => m.positive + m.negative + m.neutral + m.mixed + m.unsure);
  const most = Math.max(1, ...months.map((m) => Math.max(m.positive, m.negative)));
  const x = scaleBand<string>()
    .domain(months.map((m) => m.month))
    .range([0, width])
    .padding(0.35);
  const bar = Math.min(9, x.bandwidth());
  const y = scaleLinear().domain([-most, most]).range([HEIGHT, 0]);
  const zero = y(0);
  const label = t("person.months_label", { n: all, p: sum((m) => m.positive), m: sum((m) => m.negative) });
  return (
    <div ref={place}>
      {width > 0 && (
        <svg width={width} height={HEIGHT + 16} role="img" aria-label={label}>
          <path d={`M0 ${zero}H${width}`} stroke="var(--rule-2)" />
          {months.map((m) => {
            const middle = (x(m.month) ?? 0) + x.bandwidth() / 2;
            if (m.positive + m.negative === 0) {
              return m.neutral + m.mixed + m.unsure > 0 ? <circle key={m.month} cx={middle} cy={zero} r="3.4" fill="var(--sheet)" stroke="var(--ink-3)" strokeWidth="1.5" /> : null;
            }
            return (
              <g key={m.month}>
                <rect x={middle - bar / 2} width={bar} y={y(m.positive)} height={zero - y(m.positive)} fill="var(--positive-fill)" />
                <rect x={middle - bar / 2} width={bar} y={zero} height={y(-m.negative) - zero} fill="var(--negative-fill)" />
              </g>
            );
          })}
          <text className="axis" x="0" y={HEIGHT + 13}>
            {month(`${months[0]?.month}-15`)}
          </text>
          <text className="axis" x={width} y={HEIGHT + 13} textAnchor="end">
            {t("person.now")}
          </text>
        </svg>
      )}
    </div>
  );
}

const FEWEST = 6;
const MOST = 24;

/** Every month up to this one, also those in which nothing was said. */
function filled(spoken: PersonView["months"]): PersonView["months"] {
  const byMonth = new Map(spoken.map((m) => [m.month, m]));
  const first = spoken[0]?.month ?? "";
  const out: PersonView["months"] = [];
  const at = new Date();
  at.setUTCDate(15);
  while (out.length < MOST) {
    const name = at.toISOString().slice(0, 7);
    if (name < first && out.length >= FEWEST) break;
    out.unshift(byMonth.get(name) ?? { month: name, positive: 0, negative: 0, neutral: 0, mixed: 0, unsure: 0 });
    at.setUTCMonth(at.getUTCMonth() - 1);
  }
  return out;
}
