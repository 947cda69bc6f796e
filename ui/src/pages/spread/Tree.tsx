import { Link } from "wouter";
import { useWidth } from "../../parts/chart.tsx";
import { First } from "../../parts/First.tsx";
import { when } from "../../parts/time.ts";
import { number, t } from "../../texts/index.ts";
import type { Teller } from "./records.ts";

const HEIGHT = 220;
const SHAPES = ["■", "◆", "●", "▲", "▬"];

/** Time runs right, size is hearing, dashed is likely; the table beside it is the same content. */
export function Tree({ tellers }: { tellers: Teller[] }) {
  const [place, measured] = useWidth<HTMLDivElement>();
  const width = Math.max(320, measured || 616);
  const places = [...new Set(tellers.map((one) => one.place))];
  const spots = layOut(tellers, width);
  const certain = tellers.filter((one) => one.certain).length;
  const likely = tellers.filter((one) => one.parent && !one.certain).length;
  return (
    <>
      <div ref={place}>
        <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={t("spread.treeLabel", { n: tellers.length, certain, likely })}>
          {tellers.map((one) => {
            const from = one.parent ? spots.get(one.parent) : undefined;
            const to = spots.get(one.mentionId);
            if (!from || !to) return null;
            const half = (from.x + to.x) / 2;
            return (
              <path
                key={one.mentionId}
                d={`M${from.x} ${from.y}C${half} ${from.y} ${half} ${to.y} ${to.x} ${to.y}`}
                fill="none"
                stroke="var(--spread)"
                strokeWidth={one.certain ? 1.6 : 1.2}
                strokeDasharray={one.certain ? undefined : "4 3"}
                opacity=".75"
              />
            );
          })}
          {tellers.map((one) => {
            const spot = spots.get(one.mentionId);
            return spot ? <Sign key={one.mentionId} x={spot.x} y={spot.y} r={spot.r} shape={places.indexOf(one.place)} hollow={one.asks} /> : null;
          })}
        </svg>
      </div>
      <p className="tiny qq">
        {places.map((name, i) => (
          <span key={name} className="tree-key">
            <span aria-hidden="true">{SHAPES[i % SHAPES.length]}</span> {name}{" "}
          </span>
        ))}
        {t("spread.treeKey")}
      </p>
      <First of={tellers} n={12}>
        {(shown) => (
          <table className="tree-table">
            <thead>
              <tr>
                <th>{t("spread.col.when")}</th>
                <th>{t("spread.col.who")}</th>
                <th>{t("spread.col.where")}</th>
                <th className="r mid">{t("spread.col.hear")}</th>
                <th>{t("spread.col.from")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={one.mentionId}>
                  <td className="tab">{when(one.at)}</td>
                  <td>
                    <Who of={one} />
                    {one.asks && <span className="tiny qq"> {t("spread.asks")}</span>}
                  </td>
                  <td>{one.place}</td>
                  <td className="r tab mid">{one.followers > 0 ? number(one.followers) : ""}</td>
                  <td className="q">{from(one, tellers)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </First>
    </>
  );
}

function Who({ of }: { of: Teller }) {
  const name = <bdi>{of.person.name || t("spread.somebody")}</bdi>;
  return of.person.id ? <Link href={`/people/${of.person.id}`}>{name}</Link> : name;
}

function from(one: Teller, tellers: Teller[]): string {
  const parent = tellers.find((other) => other.mentionId === one.parent);
  if (!parent) return t("spread.unknown");
  return t(one.certain ? "spread.certain" : "spread.likely", { name: parent.person.name || t("spread.somebody") });
}

interface Spot {
  x: number;
  y: number;
  r: number;
}

/** Each in a row of its own as long as there are rows; those who are heard far stand large. */
function layOut(tellers: Teller[], width: number): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const first = Date.parse(tellers[0]?.at ?? "");
  const last = Date.parse(tellers.at(-1)?.at ?? "");
  const whole = Math.max(1, last - first);
  tellers.forEach((one, i) => {
    const x = 20 + ((width - 40) * (Date.parse(one.at) - first)) / whole;
    const row = (i * 0.618034) % 1;
    spots.set(one.mentionId, { x, y: 20 + (HEIGHT - 40) * row, r: Math.min(13, 4 + 1.2 * Math.log10(1 + one.followers)) });
  });
  return spots;
}

function Sign({ x, y, r, shape, hollow }: Spot & { shape: number; hollow: boolean }) {
  const look = { fill: hollow ? "var(--sheet)" : "var(--spread)", stroke: "var(--spread)", strokeWidth: 1.6 };
  if (shape % 5 === 0) return <rect x={x - r} y={y - r} width={2 * r} height={2 * r} {...look} />;
  if (shape % 5 === 1) return <path d={`M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`} {...look} />;
  if (shape % 5 === 2) return <circle cx={x} cy={y} r={r} {...look} />;
  if (shape % 5 === 3) return <path d={`M${x} ${y - r}l${r} ${2 * r}h${-2 * r}Z`} {...look} />;
  return <rect x={x - r} y={y - r / 2} width={2 * r} height={r} {...look} />;
}
