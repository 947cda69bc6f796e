import { Head } from "../../parts/Head.tsx";
import { useWidth } from "../../parts/chart.tsx";
import { when } from "../../parts/time.ts";
import { number, t } from "../../texts/index.ts";
import { useTale } from "../spread/TalePart.tsx";
import type { CrisisRoom } from "../spread/records.ts";
import { titleOf } from "./TimeLine.tsx";

const HEIGHT = 220;
const FOOT = 180;
const TOP = 26;
const LEFT = 40;
const NEAR = 16;

/** How far it went, with what you did laid on its time; the time line below says the same in words. */
export function Replay({ room }: { room: CrisisRoom }) {
  const tale = useTale(room.room.tale).data;
  const [place, measured] = useWidth<HTMLDivElement>();
  const width = Math.max(320, measured || 616);
  if (!tale || tale.stair.length < 2) return null;
  const deeds = room.line.filter((mark) => mark.kind !== "first" && mark.kind !== "last");
  const times = [...tale.stair.map((step) => Date.parse(step.at)), ...deeds.map((mark) => Date.parse(mark.at))];
  const from = Math.min(...times);
  const to = Math.max(...times);
  const most = Math.max(...tale.stair.map((step) => step.told)) * 1.08;
  const x = (at: number) => LEFT + ((width - LEFT - 12) * (at - from)) / Math.max(1, to - from);
  const y = (n: number) => FOOT - ((FOOT - TOP) * n) / most;
  const stair = tale.stair.map(({ at, told }, i) => `${i ? "H" : "M"}${x(Date.parse(at)).toFixed(1)}${i ? "V" : " "}${y(told).toFixed(1)}`).join("");
  const marks = spread(deeds.map((mark, i) => ({ n: i + 1, at: x(Date.parse(mark.at)), name: titleOf(mark), when: when(mark.at) })));
  const finding = t("crisis.replayLabel", { n: tale.row.told, deeds: deeds.length });
  return (
    <div className="block" ref={place}>
      <Head title={t("crisis.replayTitle")} sub={t("spread.howFarSub")} />
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={finding}>
        {[0, Math.round(most / 2.16), tale.row.told].map((n, i) => (
          <g key={i}>
            <path className="grid" d={`M${LEFT} ${y(n)}H${width - 12}`} />
            <text className="axis" x={LEFT - 8} y={y(n) + 4} textAnchor="end">
              {number(n)}
            </text>
          </g>
        ))}
        <path d={`${stair}H${x(to).toFixed(1)}`} fill="none" stroke="var(--ink)" strokeWidth="2" />
        {marks.map((mark) => (
          <g key={mark.n}>
            <path d={`M${mark.at} ${TOP}V${FOOT}`} stroke="var(--blue)" strokeWidth="1" strokeDasharray="2 3" />
            <text className="axis crisis-number" x={mark.text} y={FOOT + 18 + 13 * mark.row} textAnchor="middle">
              {mark.n}
            </text>
          </g>
        ))}
      </svg>
      <ol className="tiny qq crisis-key">
        {marks.map((mark) => (
          <li key={mark.n}>
            {mark.n} {mark.name}, {mark.when}
          </li>
        ))}
      </ol>
    </div>
  );
}

/* Numbers that would lie on each other go one row lower. */
function spread<M extends { at: number }>(marks: M[]): (M & { row: number; text: number })[] {
  const ends = [-99, -99];
  return marks.map((mark) => {
    const row = mark.at - (ends[0] ?? 0) >= NEAR ? 0 : 1;
    const text = Math.max(mark.at, (ends[row] ?? 0) + NEAR);
    ends[row] = text;
    return { ...mark, row, text };
  });
}
