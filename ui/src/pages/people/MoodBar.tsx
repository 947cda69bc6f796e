import type { Mood, Sentiment } from "../../api/types.ts";
import { currentLocale, number, t } from "../../texts/index.ts";

const ORDER: Sentiment[] = ["positive", "mixed", "neutral", "unsure", "negative"];
const WIDTH = 88;

/** Shares of a mood as one bar: solid where they lean, hollow where they do not; the words stand beside it. */
export function MoodBar({ mood }: { mood: Mood }) {
  const total = ORDER.reduce((sum, label) => sum + mood[label], 0);
  if (total === 0) return null;
  const label = ORDER.filter((one) => mood[one] > 0)
    .map((one) => `${number(mood[one])} ${t(`words.${one}`).toLocaleLowerCase(currentLocale())}`)
    .join(", ");
  let x = 0;
  return (
    <span className="mood">
    <svg className="mood-bar" viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true">
      {ORDER.map((one) => {
        const width = (mood[one] / total) * WIDTH;
        const at = x;
        x += width;
        if (width === 0) return null;
        const hollow = one === "neutral" || one === "unsure";
        return (
          <rect
            key={one}
            x={at + 0.75}
            y={1.75}
            width={Math.max(0.5, width - 1.5)}
            height={8.5}
            fill={hollow ? "none" : `var(--${one}-fill)`}
            stroke={hollow ? "var(--neutral-fill)" : "none"}
            strokeWidth="1.2"
            strokeDasharray={one === "unsure" ? "2 1.6" : undefined}
          />
        );
      })}
    </svg>
      <span>{label}</span>
    </span>
  );
}
