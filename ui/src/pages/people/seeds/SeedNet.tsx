import { useQuery } from "@tanstack/react-query";
import { useMemo, useState, type KeyboardEvent } from "react";
import { Link } from "wouter";
import { get } from "../../../api/client.ts";
import { Evidence } from "../../../parts/Evidence.tsx";
import { ErrorNote, Loading } from "../../../parts/states.tsx";
import { number, t } from "../../../texts/index.ts";
import { layOut, towards } from "./layout.ts";
import type { SeedGraph } from "./records.ts";

const WIDTH = 474;
const HEIGHT = 346;
const TOLD = 6;

/** Who hears whom around the chosen; arrow keys walk from person to person. */
export function SeedNet({ plan }: { plan: string }) {
  const found = useQuery({ queryKey: ["seed-graph", plan], queryFn: ({ signal }) => get<SeedGraph>(`/seeds/${plan}/graph`, {}, signal), staleTime: Infinity });
  return (
    <div className="block">
      <div className="head">
        <h2>{t("seeds.net")}</h2>
        {found.data && <span className="sub">{t("seeds.netSub", { drawn: found.data.people.length, of: found.data.of })}</span>}
      </div>
      {found.isError && <ErrorNote error={found.error} />}
      {found.isPending && <Loading rows={3} />}
      {found.data && found.data.people.length > 0 && <Net graph={found.data} />}
      <p className="tiny qq">{t("seeds.netKey")}</p>
    </div>
  );
}

function Net({ graph }: { graph: SeedGraph }) {
  const spots = useMemo(() => layOut(graph, WIDTH, HEIGHT), [graph]);
  const [here, setHere] = useState(0);
  const walk = (event: KeyboardEvent) => {
    const next = towards(spots, here, event.key);
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      setHere(next);
    }
  };
  const near = new Set(graph.arcs.filter((arc) => arc.from === here || arc.to === here).flatMap((arc) => [arc.from, arc.to]));
  return (
    <>
      <div className="seed-net" role="application" tabIndex={0} aria-label={t("seeds.netLabel", { n: graph.people.length })} aria-describedby="seed-here" onKeyDown={walk}>
        <svg width="100%" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          {graph.arcs.map((arc, i) => {
            const a = spots[arc.from];
            const b = spots[arc.to];
            const on = arc.from === here || arc.to === here;
            return a && b ? <path key={i} d={`M${a.x.toFixed(1)} ${a.y.toFixed(1)}L${b.x.toFixed(1)} ${b.y.toFixed(1)}`} stroke={on ? "var(--blue)" : "var(--rule-2)"} strokeWidth={on ? 1.4 : 0.7} opacity={on ? 1 : 0.7} /> : null;
          })}
          {graph.people.map((one, i) => {
            const spot = spots[i];
            if (!spot || one.number !== null) return null;
            return <circle key={one.id} cx={spot.x} cy={spot.y} r={near.has(i) ? 4 : 3} fill={near.has(i) ? "var(--band-50)" : "var(--sheet)"} stroke={i === here ? "var(--blue)" : "var(--edge)"} strokeWidth={i === here ? 2.5 : 1} onClick={() => setHere(i)} />;
          })}
          {graph.people.map((one, i) => {
            const spot = spots[i];
            if (!spot || one.number === null) return null;
            return (
              <g key={one.id} onClick={() => setHere(i)}>
                <circle cx={spot.x} cy={spot.y} r="9" fill="var(--spread)" stroke={i === here ? "var(--blue)" : "var(--sheet)"} strokeWidth={i === here ? 3 : 2} />
                <text x={spot.x} y={spot.y + 3.6} textAnchor="middle" className="seed-no">
                  {one.number}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <Here graph={graph} here={here} />
    </>
  );
}

function Here({ graph, here }: { graph: SeedGraph; here: number }) {
  const one = graph.people[here];
  const hearers = graph.arcs.filter((arc) => arc.from === here).sort((a, b) => b.chance - a.chance);
  if (!one) return null;
  return (
    <div id="seed-here" className="seed-here small" aria-live="polite">
      <p>
        <Link href={`/people/${one.id}`}>
          <b>
            <bdi>{one.name || t("seeds.gone")}</bdi>
          </b>
        </Link>{" "}
        {one.number !== null && <span className="tag">{t("seeds.chosenAs", { no: one.number })}</span>} {t("seeds.hearThem", { n: one.hear })}
      </p>
      {hearers.length > 0 && (
        <p className="q">
          {hearers.slice(0, TOLD).map((arc, i) => (
            <span key={arc.to}>
              {i > 0 && ", "}
              <bdi>{graph.people[arc.to]?.name}</bdi> <Evidence n={arc.deeds} what={t("seeds.deeds", { n: arc.deeds, name: graph.people[arc.to]?.name ?? "" })} ids={[arc.mention]} />
            </span>
          ))}
          {hearers.length > TOLD && ` ${t("seeds.andMore", { more: number(hearers.length - TOLD) })}`}
        </p>
      )}
    </div>
  );
}
