import { Head } from "../../parts/Head.tsx";
import { useWidth } from "../../parts/chart.tsx";
import { when } from "../../parts/time.ts";
import { number, t } from "../../texts/index.ts";
import { useTale } from "../spread/TalePart.tsx";
import type { CrisisRoom } from "../spread/records.ts";
import { titleOf } from "./TimeLine.tsx";

const HEIGHT = 206;
const FOOT = 180;
const TOP = 26;
const LEFT = 40;
const NEAR = 24;

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
  const marks = deeds.map((mark, i) => ({ n: i + 1, at: x(Date.parse(mark.at)), name: titleOf(mark), when: when(mark.at) }));
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
          <path key={mark.n} d={`M${mark.at} ${TOP}V${FOOT}`} stroke="var(--blue)" strokeWidth="1" strokeDasharray="2 3" />
        ))}
        {labels(marks).map((label) => (
          <text key={label.text} className="axis crisis-number" x={label.at} y={FOOT + 18} textAnchor="middle">
            {label.text}
          </text>
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

/* Numbers that would lie on each other are told as one, from the first to the last. */
function labels(marks: { n: number; at: number }[]): { text: string; at: number }[] {
  const groups: { n: number; at: number }[][] = [];
  for (const mark of marks) {
    const last = groups.at(-1);
    if (last && mark.at - (last.at(-1)?.at ?? 0) < NEAR) last.push(mark);
    else groups.push([mark]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0], group.at(-1)];
    const many = group.length > 1;
    return { text: many ? `${first?.n}–${last?.n}` : `${first?.n}`, at: ((first?.at ?? 0) + (last?.at ?? 0)) / 2 };
  });
}
