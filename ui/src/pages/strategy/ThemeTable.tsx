import { Evidence } from "../../parts/Evidence.tsx";
import { number, percent, t } from "../../texts/index.ts";
import type { StrategyView, ThemeRow, Together } from "./records.ts";

const WIDTH = 110;

interface TableProps {
  view: StrategyView;
  opened: ThemeRow | null;
  onOpen: (id: string) => void;
}

/** Both sides of each theme as bars that meet in the middle: ours to the left, theirs to the right. */
export function ThemeTable({ view, opened, onOpen }: TableProps) {
  const most = Math.max(0.1, ...view.themes.map((row) => Math.max(row.say ?? 0, row.they?.high ?? 0)));
  const px = (share: number) => (WIDTH * share) / most;
  const ours = view.themes.some((row) => row.say !== null);
  const course = view.themes.some((row) => row.course);
  return (
    <div className="fly-scroll">
      <table className="fly">
        <thead>
          <tr>
            {ours && (
              <th className="r" scope="col">
                {t("strategy.yours")}
                <span className="qq">{t("strategy.yoursHow")}</span>
              </th>
            )}
            <th scope="col">{t("strategy.theme")}</th>
            <th scope="col">
              {t("strategy.theirs")}
              {!view.few && <span className="qq">{t("strategy.theirsHow")}</span>}
            </th>
            <th scope="col">{t("strategy.proposed")}</th>
            {ours && <th scope="col">{t("strategy.together")}</th>}
            {ours && (
              <th className="r" scope="col">
                {t("strategy.score")}
              </th>
            )}
            {course && <th scope="col">{t("strategy.course")}</th>}
          </tr>
        </thead>
        <tbody>
          {view.themes.map((row) => (
            <tr key={row.id} className={row.id === opened?.id ? "on" : undefined}>
              {ours && (
                <td className="ours" data-what={t("strategy.yours")}>
                  <span>{row.say === null ? "" : percent(row.say)}</span>
                  <i style={{ width: `${px(row.say ?? 0)}px` }} />
                </td>
              )}
              <th scope="row">
                <button type="button" className="link" aria-pressed={row.id === opened?.id} onClick={() => onOpen(row.id)}>
                  {row.name}
                </button>
                {row.state === "proposed" && <span className="tiny qq">{t(row.origin === "said" ? "strategy.newSaid" : "strategy.newAsked")}</span>}
              </th>
              <td className="theirs" data-what={t("strategy.theirs")}>
                <They row={row} view={view} px={px} />
              </td>
              <td>
                <span className={`stamp ${verdictTone(row)}`}>{t(`strategy.${row.verdict.word}`)}</span>
              </td>
              {ours && <td>{row.together && <TogetherStamp of={row.together} />}</td>}
              {ours && <td className="r" data-what={t("strategy.score")}>{row.score === null ? "" : number(row.score, 2)}</td>}
              {course && <td className="q small" data-what={t("strategy.course")}>{courseOf(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <Key view={view} ours={ours} />
    </div>
  );
}

function They({ row, view, px }: { row: ThemeRow; view: StrategyView; px: (share: number) => number }) {
  if (row.few || !row.they || row.persons === null) {
    return row.ids.length === 0 ? <span className="qq">{t("strategy.silent")}</span> : <Evidence n={t("strategy.fewVoices")} what={t("strategy.fewWhat")} ids={row.ids} />;
  }
  const they = row.they;
  const glad = row.glad?.value ?? 0;
  const width = Math.ceil(px(they.high)) + 4;
  return (
    <>
      <svg width={width} height="18" aria-hidden="true">
        <rect x=".6" y=".6" width={Math.max(1, px(they.value))} height="16.8" fill="var(--sheet)" stroke="var(--neutral-fill)" strokeWidth="1.2" />
        <rect width={px(they.value) * glad} height="18" fill="var(--positive-fill)" />
        <path d={`M${px(they.low)} 9H${px(they.high)}M${px(they.high)} 5v8M${px(they.low)} 5v8`} stroke="var(--ink)" strokeWidth="1.3" />
      </svg>
      <Evidence
        n={percent(they.value)}
        what={t("strategy.theyWhat", {
          n: row.persons,
          all: they.n,
          low: percent(they.low),
          high: percent(they.high),
          glad: percent(glad),
        })}
        ids={row.ids}
        filters={{ query: row.query, from: view.from, to: view.to }}
      />
    </>
  );
}

export function verdictTone(row: ThemeRow): string {
  return { fits: "positive", conflicts: "urgent", beyond: "neutral" }[row.verdict.word];
}

const tones: Record<Together, string> = { "in-tune": "positive", unheard: "negative", unasked: "neutral", "at-odds": "urgent" };
const bars: Record<Together, [left: number, right: number]> = { "in-tune": [5, 3.8], unheard: [1.5, 4.8], unasked: [6, 1.2], "at-odds": [3, 3] };

/** Two small bars back to back, and the word. */
export function TogetherStamp({ of }: { of: Together }) {
  const [left, right] = bars[of];
  return (
    <span className={`stamp ${tones[of]}`}>
      <svg viewBox="0 0 14 12" className="back" aria-hidden="true">
        <rect x={6 - left} y="3" width={left} height="6" fill="currentColor" />
        <rect x="8.6" y="3.6" width={right} height="4.8" fill="none" stroke="currentColor" strokeWidth="1.2" />
      </svg>
      {t(`strategy.${of === "in-tune" ? "inTune" : of === "at-odds" ? "atOdds" : of}`)}
    </span>
  );
}

function courseOf(row: ThemeRow): string {
  if (!row.course) return "";
  const values = { before: percent(row.course.before.value), now: percent(row.course.now.value) };
  return t(`strategy.${row.course.word}`, values);
}

function Key({ view, ours }: { view: StrategyView; ours: boolean }) {
  if (view.few) return <p className="key">{t("strategy.keyFew")}</p>;
  return (
    <p className="key">
      {ours && (
        <span>
          <i className="k-ours" />
          {t("strategy.keyOurs")}
        </span>
      )}
      <span>
        <i className="k-glad" />
        {t("strategy.keyGlad")}
      </span>
      <span>
        <i className="k-rest" />
        {t("strategy.keyRest")}
      </span>
      <span className="qq">
        {t("strategy.keyHow")}
        {view.theyOther !== null && ` ${t("strategy.keyOther", { they: percent(view.theyOther) })}`}
        {view.sayOther !== null && ` ${t("strategy.keyOtherOurs", { say: percent(view.sayOther) })}`}
      </span>
    </p>
  );
}
