import { useWidth } from "../../parts/chart.tsx";
import { clock, when } from "../../parts/time.ts";
import { number, percent, t } from "../../texts/index.ts";
import type { TaleForecast, TaleView } from "./records.ts";

const HEIGHT = 286;
const FOOT = 260;
const LEFT = 40;
const RIGHT = 110;
const TOP = 20;

/** Seen is a solid stair, foreseen three bands and a dashed middle; the line is yours, the grey one only doubles. */
export function Fan({ view, forecast }: { view: TaleView; forecast: TaleForecast }) {
  const [place, measured] = useWidth<HTMLDivElement>();
  const width = Math.max(320, measured || 616);
  const begun = Date.parse(view.row.begunAt);
  const now = Math.max(Date.parse(view.row.lastAt), Date.now());
  const age = Math.max(now - begun, 60_000);
  const end = now + 1.5 * age;
  const told = view.row.told;
  const most = Math.max(forecast.b90.high, view.row.line, forecast.naive, told) * 1.06;
  const x = (at: number) => LEFT + ((width - LEFT - RIGHT) * (at - begun)) / (end - begun);
  const y = (n: number) => FOOT - ((FOOT - TOP) * n) / most;
  const way = (to: number) => Array.from({ length: 17 }, (_, i) => [x(now + ((end - now) * i) / 16), y(told + (to - told) * (1 - Math.exp((-4 * i) / 16)))] as const);
  const line = (points: (readonly [number, number])[]) => points.map(([a, b], i) => `${i ? "L" : "M"}${a.toFixed(1)} ${b.toFixed(1)}`).join("");
  const band = (low: number, high: number) => `${line(way(high))}${line(way(low).reverse()).replace("M", "L")}Z`;
  const stair = view.stair.map(({ at, told: n }, i) => `${i ? "H" : "M"}${x(Date.parse(at)).toFixed(1)}${i ? "V" : " "}${y(n).toFixed(1)}`).join("");
  const ends = spaced([
    { n: forecast.b90.high, text: t("spread.top", { band: percent(0.9) }), strong: false },
    { n: forecast.b80.high, text: t("spread.top", { band: percent(0.8) }), strong: false },
    { n: forecast.median, text: t("spread.middle"), strong: true },
    { n: forecast.naive, text: t("spread.doubled"), strong: false },
  ].map((one) => ({ ...one, y: y(one.n) + 4 })));
  const finding = t("spread.fanLabel", {
    n: told,
    median: number(forecast.median),
    low50: number(forecast.b50.low),
    high50: number(forecast.b50.high),
    low90: number(forecast.b90.low),
    high90: number(forecast.b90.high),
    line: view.row.line,
    naive: number(forecast.naive),
  });
  return (
    <div ref={place} className="fan">
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={finding}>
        {ticks(most).map((n) => (
          <g key={n}>
            <path className="grid" d={`M${LEFT} ${y(n)}H${width - RIGHT}`} />
            <text className="axis" x={LEFT - 8} y={y(n) + 4} textAnchor="end">
              {number(n)}
            </text>
          </g>
        ))}
        <path d={band(forecast.b90.low, forecast.b90.high)} fill="var(--band-90)" />
        <path d={band(forecast.b80.low, forecast.b80.high)} fill="var(--band-80)" />
        <path d={band(forecast.b50.low, forecast.b50.high)} fill="var(--band-50)" />
        <path d={line(way(forecast.median))} fill="none" stroke="var(--spread)" strokeWidth="1.8" strokeDasharray="5 3" />
        <path d={`M${x(now)} ${y(told)}L${x(end)} ${y(forecast.naive)}`} fill="none" stroke="var(--ink-3)" strokeWidth="1.4" strokeDasharray="3 4" />
        <path d={`${stair}H${x(now).toFixed(1)}`} fill="none" stroke="var(--ink)" strokeWidth="2" />
        <path d={`M${LEFT} ${y(view.row.line)}H${width - RIGHT}`} stroke="var(--urgent)" strokeWidth="1.3" strokeDasharray="2 3" />
        <text className="fan-line" x={LEFT + 4} y={y(view.row.line) - 6}>
          {t("spread.yourLine", { n: view.row.line })}
        </text>
        <path d={`M${x(now)} ${TOP - 6}V${FOOT}`} stroke="var(--edge)" strokeDasharray="1 3" />
        <circle cx={x(now)} cy={y(told)} r="4" fill="var(--ink)" stroke="var(--sheet)" strokeWidth="1.5" />
        <text className="axis" x={LEFT} y={278} textAnchor="start">
          {when(view.row.begunAt)}
        </text>
        <text className="axis" x={x(now)} y={278} textAnchor="middle">
          {clock(new Date(now).toISOString())}
        </text>
        {ends.map((one) => (
          <text key={one.text} x={width - RIGHT + 8} y={one.y} className={one.strong ? "fan-end strong" : "fan-end"}>
            {number(one.n)} <tspan className="axis">{one.text}</tspan>
          </text>
        ))}
      </svg>
    </div>
  );
}

/** Labels that would lie upon each other move apart. */
function spaced<L extends { y: number }>(labels: L[]): L[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  let above = 0;
  return sorted.map((one) => {
    const y = Math.max(one.y, above + 15);
    above = y;
    return { ...one, y };
  });
}

function ticks(most: number): number[] {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? power * 10;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}
