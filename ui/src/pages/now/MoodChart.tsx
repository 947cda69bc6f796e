import { scaleBand, scaleLinear } from "d3-scale";
import { area, curveMonotoneX } from "d3-shape";
import type { NowView } from "../../api/types.ts";
import { DataTable, useWidth } from "../../parts/chart.tsx";
import { Evidence } from "../../parts/Evidence.tsx";
import { SignShape } from "../../parts/signs.tsx";
import { clock } from "../../parts/time.ts";
import { t } from "../../texts/index.ts";
import { T } from "../../texts/T.tsx";

const HEIGHT = 150;
const FOOT = 22;

/** Words per hour of the last day: positive up, negative down, all as a dot, against the usual. */
export function MoodChart({ mood }: { mood: NowView["mood"] }) {
  const [place, width] = useWidth<HTMLDivElement>();
  const { hours, usual } = mood;
  const sum = (name: "positive" | "negative" | "neutral" | "mixed" | "unsure") => hours.reduce((n, hour) => n + hour[name], 0);
  const total = hours.reduce((n, hour) => n + hour.total, 0);
  const label = t("now.mood_label", { n: total, p: sum("positive"), m: sum("negative") });
  const from = hours[0]?.at;
  const number = (name: "positive" | "negative" | "neutral" | "mixed" | "unsure") => (
    <Evidence n={sum(name)} what={t("now.mood_what", { sign: t(`words.${name}`) })} filters={{ sentiment: name, from }} />
  );
  return (
    <>
      <div ref={place} className="chart">
        {width > 0 && <Drawing mood={mood} width={width} label={label} />}
      </div>
      <p className="key">
        <span className="positive">
          <SignShape of="positive" size={10} />
          {t("words.positive")} {number("positive")}
        </span>
        <span className="negative">
          <SignShape of="negative" size={10} />
          {t("words.negative")} {number("negative")}
        </span>
        <span>
          <i className="dot" />
          {t("now.mood_all")} <Evidence n={total} what={t("now.words24_what")} filters={{ from }} />
        </span>
        <span className="qq">
          <span>
            <T k="now.mood_rest" a={number("neutral")} b={number("mixed")} c={number("unsure")} />
          </span>
        </span>
        {usual && (
          <span>
            <i className="band" />
            {t("now.mood_usual")}
          </span>
        )}
      </p>
      <DataTable
        caption={t("now.mood_title")}
        heads={[t("now.hour"), t("words.positive"), t("words.negative"), t("words.neutral"), t("words.mixed"), t("words.unsure")]}
        rows={hours.map((h) => [clock(h.at), h.positive, h.negative, h.neutral, h.mixed, h.unsure])}
      />
    </>
  );
}

function Drawing({ mood: { hours, usual }, width, label }: { mood: NowView["mood"]; width: number; label: string }) {
  const up = Math.max(4, ...hours.map((h) => Math.max(h.total, h.positive)), ...(usual ?? []).map((u) => u.high));
  const down = Math.max(up * 0.25, ...hours.map((h) => h.negative));
  const x = scaleBand<number>()
    .domain(hours.map((_, i) => i))
    .range([0, width])
    .paddingInner(0.42)
    .paddingOuter(0.1);
  const y = scaleLinear().domain([-down, up]).range([HEIGHT - FOOT, 4]);
  const zero = y(0);
  const middle = (i: number) => (x(i) ?? 0) + x.bandwidth() / 2;
  const band = area<{ low: number; high: number }>()
    .x((_, i) => middle(i))
    .y0((u) => y(u.low))
    .y1((u) => y(u.high))
    .curve(curveMonotoneX);
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label}>
      {usual && usual.length === hours.length && <path d={band(usual) ?? ""} fill="var(--rule)" opacity=".75" />}
      <path d={`M0 ${zero}H${width}`} stroke="var(--edge)" />
      {hours.map((hour, i) => (
        <g key={hour.at}>
          <rect x={x(i)} width={x.bandwidth()} y={y(hour.positive)} height={zero - y(hour.positive)} fill="var(--positive-fill)" />
          <rect x={x(i)} width={x.bandwidth()} y={zero} height={y(-hour.negative) - zero} fill="var(--negative-fill)" />
          {hour.total > 0 && <circle cx={middle(i)} cy={y(hour.total)} r="2.2" fill="var(--ink-2)" />}
        </g>
      ))}
      {hours.map((hour, i) =>
        i % 6 === 1 || i === hours.length - 1 ? (
          <text key={hour.at} className="axis" x={Math.min(middle(i), width - 14)} y={HEIGHT - 4} textAnchor="middle">
            {clock(hour.at)}
          </text>
        ) : null,
      )}
    </svg>
  );
}

