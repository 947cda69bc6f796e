import { number, t } from "../../../texts/index.ts";
import type { SeedReach } from "./records.ts";

/** A middle and its ends on a common line. */
export function Whisker({ reach, most, width, quiet }: { reach: SeedReach; most: number; width: number; quiet?: boolean }) {
  const x = (value: number) => 3 + (value / (most || 1)) * (width - 6);
  const ink = quiet ? "var(--ink-3)" : "var(--spread)";
  return (
    <svg width={width} height="14" viewBox={`0 0 ${width} 14`} role="img" aria-label={t("seeds.whisker", { middle: number(reach.middle, 1), low: number(reach.low, 1), high: number(reach.high, 1) })}>
      <path d={`M0 12.5H${width}`} stroke="var(--rule)" />
      <path d={`M${x(reach.low)} 7H${x(reach.high)}M${x(reach.low)} 4.5v5M${x(reach.high)} 4.5v5`} stroke={ink} strokeWidth="1" />
      <circle cx={x(reach.middle)} cy="7" r="3.4" fill="var(--sheet)" stroke={ink} strokeWidth="1.8" />
    </svg>
  );
}
