import { scaleBand, scaleLinear } from "d3-scale";
import { useRef, useState, type PointerEvent } from "react";
import { DataTable, useWidth } from "../../parts/chart.tsx";
import { clock, dayOfYear, weekday, when } from "../../parts/time.ts";
import { number, t } from "../../texts/index.ts";
import type { Bar } from "./data.ts";

const HEIGHT = 72;
const AXIS = 18;

interface HistogramProps {
  bars: Bar[];
  from: string | null;
  to: string | null;
  onRange: (from: string | null, to: string | null) => void;
}

/** Mentions over time by sentiment: neutral hollow between the two solid ones; drag to choose a span. */
export function Histogram({ bars, from, to, onRange }: HistogramProps) {
  const [place, width] = useWidth<HTMLDivElement>();
  const total = bars.reduce((n, bar) => n + bar.total, 0);
  const label = t("listen.histogram_label", { n: total, from: bars[0] ? dayOfYear(bars[0].at) : "", to: bars.length ? dayOfYear(bars.at(-1)?.at ?? "") : "" });
  return (
    <>
      <div ref={place} className="histogram">
        {width > 0 && <Drawing bars={bars} from={from} to={to} onRange={onRange} width={width} label={label} />}
      </div>
      <DataTable
        caption={label}
        heads={[t("listen.time"), t("words.positive"), t("words.negative"), t("words.neutral"), t("words.mixed"), t("words.unsure"), t("listen.all")]}
        rows={bars.map((b) => [`${when(b.at)}`, b.positive, b.negative, b.neutral, b.mixed, b.unsure, number(b.total)])}
      >
        <Dates from={from} to={to} onRange={onRange} />
      </DataTable>
    </>
  );
}

function Drawing({ bars, from, to, onRange, width, label }: HistogramProps & { width: number; label: string }) {
  const x = scaleBand<number>()
    .domain(bars.map((_, i) => i))
    .range([0, width])
    .paddingInner(bars.length > 40 ? 0.28 : 0.34)
    .paddingOuter(0.12);
  const most = Math.max(1, ...bars.map((bar) => bar.total));
  const y = scaleLinear().domain([0, most]).range([0, HEIGHT - 8]);
  const svg = useRef<SVGSVGElement>(null);
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const barAt = (event: PointerEvent) => {
    const left = svg.current?.getBoundingClientRect().left ?? 0;
    return Math.max(0, Math.min(bars.length - 1, Math.floor((event.clientX - left) / x.step())));
  };
  const choose = (range: [number, number]) => {
    const [a, b] = [Math.min(...range), Math.max(...range)];
    onRange(bars[a]?.at ?? null, bars[b]?.end ?? null);
  };
  const chosen: [number, number] | null = drag ?? range(bars, from, to);
  const step = Math.max(1, Math.ceil(bars.length / (width / 96)));
  const spansDays = bars.length > 0 && Date.parse(bars.at(-1)?.end ?? "") - Date.parse(bars[0]?.at ?? "") > 2 * 86_400_000;
  return (
    <svg
      ref={svg}
      width={width}
      height={HEIGHT + AXIS}
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag([barAt(event), barAt(event)]);
      }}
      onPointerMove={(event) => drag && setDrag([drag[0], barAt(event)])}
      onPointerUp={() => {
        if (drag) choose(drag);
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
    >
      {bars.map((bar, i) => (
        <Stack key={bar.at} bar={bar} x={x(i) ?? 0} width={x.bandwidth()} y={y} />
      ))}
      <path d={`M0 ${HEIGHT}.5H${width}`} stroke="var(--edge)" />
      {chosen && <Chosen left={(x(Math.min(...chosen)) ?? 0) - x.step() * 0.12} right={(x(Math.max(...chosen)) ?? 0) + x.bandwidth() + x.step() * 0.12} />}
      {bars.map((bar, i) =>
        i % step === 0 && (x(i) ?? 0) < width - 110 ? (
          <text key={bar.at} className="axis" x={Math.max(18, (x(i) ?? 0) + x.bandwidth() / 2)} y={HEIGHT + 14} textAnchor="middle">
            {spansDays ? (bars.length > 30 && step * 86_400_000 > 20 * 86_400_000 ? dayOfYear(bar.at) : weekdayOrDay(bars, bar.at)) : clock(bar.at)}
          </text>
        ) : null,
      )}
    </svg>
  );
}

/** Over a month, dates; within it, days of the week. */
function weekdayOrDay(bars: Bar[], at: string): string {
  const long = Date.parse(bars.at(-1)?.end ?? "") - Date.parse(bars[0]?.at ?? "") > 32 * 86_400_000;
  return long ? dayOfYear(at) : weekday(at);
}

function Stack({ bar, x, width, y }: { bar: Bar; x: number; width: number; y: (n: number) => number }) {
  const between = bar.neutral + bar.mixed + bar.unsure;
  const negative = y(bar.negative);
  const neutral = y(between);
  const positive = y(bar.positive);
  const gap = 1.2;
  let foot = HEIGHT;
  const parts = [];
  if (negative > 0) parts.push(<rect key="n" x={x} width={width} y={foot - negative} height={negative} fill="var(--negative-fill)" />);
  foot -= negative + (negative > 0 ? gap : 0);
  if (neutral > 0) {
    parts.push(
      <rect key="o" x={x + 0.6} width={Math.max(0.5, width - 1.2)} y={foot - neutral + 0.6} height={Math.max(0.6, neutral - 1.2)} fill="var(--sheet)" stroke="var(--neutral-fill)" strokeWidth="1.2" />,
    );
  }
  foot -= neutral + (neutral > 0 ? gap : 0);
  if (positive > 0) parts.push(<rect key="p" x={x} width={width} y={foot - positive} height={positive} fill="var(--positive-fill)" />);
  return <g>{parts}</g>;
}

function Chosen({ left, right }: { left: number; right: number }) {
  return (
    <g pointerEvents="none">
      <rect x={left} y="1" width={right - left} height={HEIGHT} fill="var(--blue)" fillOpacity=".09" stroke="var(--blue)" strokeWidth="1.2" />
      <path d={`M${left} 25v22M${right} 25v22`} stroke="var(--blue)" strokeWidth="4" strokeLinecap="round" />
    </g>
  );
}

function range(bars: Bar[], from: string | null, to: string | null): [number, number] | null {
  if (!from && !to) return null;
  const inside = bars.flatMap((bar, i) => ((!from || bar.end > from) && (!to || bar.at < to) ? [i] : []));
  const [first, last] = [inside[0], inside.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}

/** The same choice by keyboard, to the day. */
function Dates({ from, to, onRange }: Omit<HistogramProps, "bars">) {
  const set = (first: string, last: string) => {
    const end = last ? new Date(`${last}T00:00`) : null;
    end?.setDate(end.getDate() + 1);
    onRange(first ? new Date(`${first}T00:00`).toISOString() : null, end?.toISOString() ?? null);
  };
  const first = from ? dayOf(new Date(from)) : "";
  const last = to ? dayOf(new Date(Date.parse(to) - 1)) : "";
  return (
    <div className="dates small">
      <label>
        {t("listen.from")} <input className="inp" type="date" value={first} max={last || undefined} onChange={(event) => set(event.target.value, last)} />
      </label>
      <label>
        {t("listen.to")} <input className="inp" type="date" value={last} min={first || undefined} onChange={(event) => set(first, event.target.value)} />
      </label>
    </div>
  );
}

function dayOf(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
}
