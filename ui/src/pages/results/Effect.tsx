import { DataTable, useWidth } from "../../parts/chart.tsx";
import { Head } from "../../parts/Head.tsx";
import { number, t, told, type TextKey } from "../../texts/index.ts";
import { by, change, day, money, plain } from "./data.ts";
import { Figure } from "./Figure.tsx";
import type { CampaignEffect, EffectView, ResultCampaign } from "./records.ts";

const H = 280;
const LEFT = 34;
const RIGHT = 96;

/** What was heard a day, beside what would have been. */
export function EffectPart({ effects, campaign }: { effects: CampaignEffect[]; campaign: ResultCampaign }) {
  const first = effects[0];
  return (
    <section aria-label={t("results.effect")}>
      <Head title={t("results.effect")} sub={first ? t(`results.unit.${first.effect.measure}` as TextKey) : ""} />
      {first && first.effect.path.length > 1 && <Path effect={first.effect} campaign={campaign} />}
      <EffectTable effects={effects} />
      {first && <HowMeasured effect={first.effect} />}
    </section>
  );
}

function HowMeasured({ effect }: { effect: EffectView }) {
  if (effect.effect === null) return null;
  const fit = effect.fit === null ? "" : t("results.fit", { fit: number(effect.fit, 2) });
  const p = effect.p === null ? "" : t("results.p", { p: number(effect.p, 2) });
  return (
    <p className="tiny qq res-how">
      {by(effect.method, effect.n)} {fit} {p}
    </p>
  );
}

function Path({ effect, campaign }: { effect: EffectView; campaign: ResultCampaign }) {
  const [place, width] = useWidth<HTMLDivElement>();
  const path = effect.path;
  const right = width < 520 ? 8 : RIGHT;
  const top = Math.max(1, ...path.map((p) => Math.max(p.actual, p.otherwise))) * 1.08;
  const x = (i: number) => LEFT + ((width - LEFT - right) * i) / (path.length - 1);
  const y = (v: number) => H - 26 - ((H - 42) * Math.max(0, v)) / top;
  const line = (of: (p: (typeof path)[number]) => number) => path.map((p, i) => `${i ? "L" : "M"}${x(i).toFixed(1)} ${y(of(p)).toFixed(1)}`).join("");
  const begin = path.findIndex((p) => p.time >= campaign.from);
  const after = path.slice(begin).map((p, i) => ({ p, i: i + begin }));
  const gap = `M${after.map(({ p, i }) => `${x(i).toFixed(1)} ${y(p.actual).toFixed(1)}`).join("L")}L${after.reverse().map(({ p, i }) => `${x(i).toFixed(1)} ${y(p.otherwise).toFixed(1)}`).join("L")}Z`;
  const last = path[path.length - 1]!;
  const steps = ticks(top);
  const labels = [0, Math.floor(begin / 2), begin, path.length - 1].filter((i, at, all) => at === 0 || (x(i) - x(all[at - 1]!) > 56));
  return (
    <div ref={place} className="res-path">
      {width > 0 && (
        <svg width={width} height={H} viewBox={`0 0 ${width} ${H}`} role="img" aria-label={t("results.pathLabel", { name: campaign.name, day: day(campaign.from) })}>
          {steps.map((v) => (
            <g key={v}>
              <path className="grid" d={`M${LEFT} ${y(v)}H${width - right}`} />
              <text className="axis" x={LEFT - 8} y={y(v) + 4} textAnchor="end">
                {number(v)}
              </text>
            </g>
          ))}
          {begin >= 0 && <path d={gap} fill={effect.effect !== null && effect.effect < 0 ? "var(--negative-fill)" : "var(--positive-fill)"} opacity=".22" />}
          <path d={line((p) => p.otherwise)} fill="none" stroke="var(--model)" strokeWidth="1.6" strokeDasharray="5 4" />
          <path d={line((p) => p.actual)} fill="none" stroke="var(--ink)" strokeWidth="2" />
          {begin >= 0 && (
            <>
              <path d={`M${x(begin)} 12V${H - 26}`} stroke="var(--edge)" strokeDasharray="1 3" />
              <text className="lab-b" x={x(begin) - 8} y="22" textAnchor="end">
                {t("results.starts", { name: campaign.name })}
              </text>
            </>
          )}
          {labels.map((i) => (
            <text key={i} className="axis" x={x(i)} y={H - 8} textAnchor={i === 0 ? "start" : i === path.length - 1 ? "end" : "middle"}>
              {day(path[i]!.time)}
            </text>
          ))}
          {right === RIGHT && (
            <>
              <text className="lab-b" x={x(path.length - 1) + 8} y={apart(y(last.actual), y(last.otherwise)) + 4}>
                {t("results.heardLine")}
              </text>
              <text className="lab-s" x={x(path.length - 1) + 8} y={y(last.otherwise) + 4}>
                {t("results.otherwise")}
              </text>
            </>
          )}
        </svg>
      )}
      <DataTable
        caption={t("results.effect")}
        heads={[t("results.col.day"), t("results.heardLine"), t("results.otherwise")]}
        rows={path.map((p) => [day(p.time), number(p.actual, 1), number(p.otherwise, 1)])}
      />
    </div>
  );
}

/* Two labels at one height would cover each other. */
function apart(y: number, other: number): number {
  if (Math.abs(y - other) >= 16) return y;
  return y < other ? other - 16 : other + 16;
}

function ticks(top: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((s) => top / s <= 5) ?? 2000;
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, i) => i * step);
}

function EffectTable({ effects }: { effects: CampaignEffect[] }) {
  const known = effects.filter((one) => one.low !== null && one.high !== null);
  const least = Math.min(0, ...known.map((one) => one.low!));
  const most = Math.max(1, ...known.map((one) => one.high!));
  return (
    <div className="table-room" tabIndex={0} role="region" aria-label={t("results.effect")}>
      <table className="tab res-table">
        <thead>
          <tr>
            <th scope="col">{t("results.col.what")}</th>
            <th scope="col" className="r">
              {t("results.col.estimate")}
            </th>
            <th scope="col" className="res-between">
              {t("results.col.interval")}
            </th>
            <th scope="col">{t("results.col.sure")}</th>
            <th scope="col" className="r">
              {t("results.col.one")}
            </th>
          </tr>
        </thead>
        <tbody>
          {effects.map((one) => (
            <EffectRow key={one.effect.measure} one={one} least={least} most={most} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EffectRow({ one, least, most }: { one: CampaignEffect; least: number; most: number }) {
  const { effect } = one;
  const name = t(`results.measure.${effect.measure}` as TextKey);
  if (one.total === null || one.low === null || one.high === null) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td className="r qq">{t("results.none")}</td>
        <td className="qq">{t("results.notDrawn")}</td>
        <td colSpan={2}>
          <b>{t(`results.sure.${effect.sure}` as TextKey)}</b> {told(effect.why)}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="r">
        <Figure shown={change(one.total)} evidence={one.evidence} what={effect.method === "holdout" ? t("results.whatHeldOut", { n: effect.n }) : t("results.whatEffect", { n: one.days })} />
      </td>
      <td>
        <Whisker low={one.low} middle={one.total} high={one.high} least={least} most={most} />
        <span className="tiny qq">{t("results.fromTo", { low: plain(one.low), high: plain(one.high) })}</span>
      </td>
      <td>
        {t(`results.sure.${effect.sure}` as TextKey)}
        {effect.fit !== null && <span className="qq"> {t("results.fitShort", { fit: number(effect.fit, 2) })}</span>}
      </td>
      <td className="r">
        {one.one ? (
          <>
            {money(one.one.middle)}{" "}
            <span className="qq tiny">
              {money(one.one.low)}–{one.one.high ? money(one.one.high) : "∞"}
            </span>
          </>
        ) : (
          <span className="qq">–</span>
        )}
      </td>
    </tr>
  );
}

function Whisker({ low, middle, high, least, most }: { low: number; middle: number; high: number; least: number; most: number }) {
  const x = (v: number) => 4 + (142 * (v - least)) / (most - least);
  return (
    <svg className="whisker" width="150" height="14" viewBox="0 0 150 14" role="img" aria-label={t("results.fromTo", { low: plain(low), high: plain(high) })}>
      <path d="M0 12.5H150" stroke="var(--rule)" />
      <path d={`M${x(0)} 2V12.5`} stroke="var(--edge)" strokeDasharray="1 2" />
      <path d={`M${x(low)} 7H${x(high)}M${x(low)} 4.5v5M${x(high)} 4.5v5`} stroke="var(--ink-2)" strokeWidth="1.2" />
      <circle cx={x(middle)} cy="7" r="3.4" fill="var(--sheet)" stroke="var(--ink-2)" strokeWidth="1.8" />
    </svg>
  );
}

/** What the same question gave where there was nothing. */
export function Placebos({ one, name }: { one: CampaignEffect; name: string }) {
  const { effect } = one;
  if (effect.effect === null || effect.low === null || effect.high === null || effect.placebos.length === 0) return null;
  const all = [...effect.placebos, effect.effect, effect.low, effect.high, 0];
  const least = Math.min(...all);
  const most = Math.max(...all);
  const x = (v: number) => 24 + (420 * (v - least)) / (most - least || 1);
  const piles = new Map<number, number>();
  const dots = [...effect.placebos].sort((a, b) => a - b).map((v) => {
    const slot = Math.round(x(v) / 9);
    const height = piles.get(slot) ?? 0;
    piles.set(slot, height + 1);
    return { x: slot * 9, y: 43 - 9 * height };
  });
  const asLarge = effect.placebos.filter((v) => Math.abs(v) >= Math.abs(effect.effect!)).length;
  const sentence = t("results.placeboSentence", { n: effect.placebos.length, large: number(asLarge) });
  const end = x(effect.effect) > 300;
  return (
    <section className="block">
      <Head title={t("results.chance")} sub={t("results.chanceSub", { n: effect.placebos.length })} />
      <svg width="100%" viewBox="0 0 470 74" role="img" aria-label={sentence}>
        <path d="M16 50H454" stroke="var(--edge)" />
        {dots.map((dot, i) => (
          <circle key={i} cx={dot.x} cy={dot.y} r="3.4" fill="none" stroke="var(--ink-3)" strokeWidth="1.4" />
        ))}
        <path d={`M${x(effect.low)} 44H${x(effect.high)}`} stroke="var(--positive)" strokeWidth="1.4" />
        <circle cx={x(effect.effect)} cy="44" r="5" fill="var(--positive)" />
        <text className="res-ours" x={x(effect.effect) + (end ? 8 : -6)} y="30" textAnchor={end ? "end" : "start"}>
          {name}, {change(effect.effect)}
        </text>
        {[least, 0, most].filter((v, i, list) => list.indexOf(v) === i && (v === 0 || Math.abs(x(v) - x(0)) > 34)).map((v) => (
          <text key={v} className="axis" x={x(v)} y="66" textAnchor="middle">
            {v === 0 ? "0" : change(v)}
          </text>
        ))}
      </svg>
      <p className="tiny qq">{sentence}</p>
    </section>
  );
}
