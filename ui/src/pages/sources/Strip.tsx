import type { SourceView } from "../../api/types.ts";
import { t } from "../../texts/index.ts";

/** Words of each of the last 24 hours; a red line where the source was deaf. */
export function Strip({ source }: { source: SourceView }) {
  const most = Math.max(1, ...source.hours24);
  const deafHours = source.deaf24.filter(Boolean).length;
  const label = deafHours > 0 ? t("sources.stripDeaf", { n: source.words24, hours: deafHours }) : t("sources.strip", { n: source.words24 });
  return (
    <svg width="96" height="16" viewBox="0 0 96 16" role="img" aria-label={label}>
      {source.hours24.map((words, hour) => {
        if (source.deaf24[hour]) return <path key={hour} d={`M${hour * 4} 8h4`} stroke="var(--urgent)" strokeWidth="2" />;
        if (words === 0) return <path key={hour} d={`M${hour * 4 + 0.5} 14.5h3`} stroke="var(--rule-2)" />;
        const height = 3 + (words / most) * 12;
        return <rect key={hour} x={hour * 4} y={16 - height} width="3" height={height} fill="var(--ink-3)" />;
      })}
    </svg>
  );
}
