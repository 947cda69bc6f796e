import { Head } from "../../parts/Head.tsx";
import { T } from "../../texts/T.tsx";
import { number, percent, t, told, type TextKey } from "../../texts/index.ts";
import { minutes, money } from "./data.ts";
import { Figure } from "./Figure.tsx";
import type { AnswersGiven, Between, BrandShare, ResultsView } from "./records.ts";

/** Of a hundred who asked: in time, late, not at all. */
export function Answered({ answered }: { answered: AnswersGiven }) {
  const { asked, inTime, late, unanswered, share } = answered;
  const title = asked > 0 && unanswered === 0 ? t("results.everyVoice") : t("results.askedTitle");
  if (asked === 0 || !share) {
    return (
      <section className="block">
        <Head title={t("results.askedTitle")} />
        <p className="small q">{t("results.nobodyAsked")}</p>
      </section>
    );
  }
  const [solid, ring] = hundred(inTime, late, asked);
  return (
    <section className="block">
      <Head title={title} act={<span className="small">{band(share, percent)}</span>} />
      <p className="res-answered">
        <span className="fig">
          <Figure n={inTime + late} evidence="answered" what={t("results.whatAnswered")} />{" "}
          <span className="small q">
            <T k="results.ofAsked" n={<Figure n={asked} evidence="asked" what={t("results.whatAsked")} />} />
          </span>
        </span>
        <span className="small q">{speed(answered)}</span>
      </p>
      <svg width="100%" viewBox="0 0 360 56" role="img" aria-label={t("results.hundred", { a: solid, b: ring, c: 100 - solid - ring })}>
        {Array.from({ length: 100 }, (_, i) => mark(i, solid, ring))}
      </svg>
      <p className="key res-key">
        <span>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <circle cx="5" cy="5" r="4.4" fill="var(--ink-2)" />
          </svg>
          {t("results.inTime")} <Figure n={inTime} evidence={inTime ? "in-time" : null} what={t("results.whatInTime")} />
        </span>
        <span>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <circle cx="5" cy="5" r="4" fill="none" stroke="var(--ink-2)" strokeWidth="1.5" />
            <circle cx="5" cy="5" r="1.6" fill="var(--ink-2)" />
          </svg>
          {t("results.late")} <Figure n={late} evidence={late ? "late" : null} what={t("results.whatLate")} />
        </span>
        <span className="urgent">
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path d="m1 1 8 8m0-8-8 8" stroke="currentColor" strokeWidth="2" />
          </svg>
          {t("results.notAtAll")} <Figure n={unanswered} evidence={unanswered ? "unanswered" : null} what={t("results.whatUnanswered")} />
        </span>
      </p>
    </section>
  );
}

function hundred(inTime: number, late: number, asked: number): [number, number] {
  const solid = Math.round((100 * inTime) / asked);
  return [solid, Math.min(100 - solid, Math.round((100 * (inTime + late)) / asked) - solid)];
}

function mark(i: number, solid: number, ring: number) {
  const x = 6 + 14.4 * (i % 25);
  const y = 6 + 14.4 * Math.floor(i / 25);
  if (i < solid) return <circle key={i} cx={x} cy={y} r="4.6" fill="var(--ink-2)" />;
  if (i < solid + ring) {
    return (
      <g key={i}>
        <circle cx={x} cy={y} r="4" fill="none" stroke="var(--ink-2)" strokeWidth="1.6" />
        <circle cx={x} cy={y} r="1.6" fill="var(--ink-2)" />
      </g>
    );
  }
  return <path key={i} d={`M${x - 4} ${y - 4}l8 8m0-8-8 8`} stroke="var(--urgent)" strokeWidth="2" />;
}

function speed({ median, p90 }: AnswersGiven): string {
  if (!median) return t("results.slow");
  const half = t("results.half", { time: band(median, minutes) });
  return p90 ? `${half} ${t("results.nine", { time: band(p90, minutes) })}` : half;
}

function band(value: Between, say: (n: number) => string): string {
  if (value.low === null) return say(value.middle);
  if (value.high === null) return t("results.open", { middle: say(value.middle), low: say(value.low) });
  return t("results.band", { middle: say(value.middle), low: say(value.low), high: say(value.high) });
}

/** By people, not posts. */
export function Voice({ voice }: { voice: ResultsView["voice"] }) {
  return (
    <section className="block">
      <Head title={t("results.voice")} sub={t("results.voiceSub")} act={voice.people > 0 ? <span>{t("results.people", { n: voice.people })}</span> : undefined} />
      {voice.why ? (
        <p className="small q">{voice.why === "few" ? t("results.voiceFew", { n: voice.people }) : t("results.voiceUnmarked")}</p>
      ) : (
        <>
          <div className="sov">
            {voice.shares.map((share) => (
              <Share key={share.brand} share={share} />
            ))}
          </div>
          <p className="tiny qq">{t("results.voiceNote")}</p>
        </>
      )}
    </section>
  );
}

function Share({ share }: { share: BrandShare }) {
  if (share.share === null || share.low === null || share.high === null) return null;
  const x = (v: number) => 260 * v;
  const range = `M${x(share.low)} 10H${x(share.high)}M${x(share.low)} 5v10M${x(share.high)} 5v10`;
  return (
    <>
      <span className={share.ours ? undefined : "q"}>{share.ours ? <b>{share.brand}</b> : <bdi>{share.brand}</bdi>}</span>
      <svg width="100%" height="20" viewBox="0 0 260 20" preserveAspectRatio="none" aria-hidden="true">
        <rect y="4" width={x(share.share)} height="12" fill={share.ours ? "var(--ink-2)" : "var(--neutral-fill)"} />
        <path d={range} stroke="var(--sheet)" strokeWidth="3.5" />
        <path d={range} stroke="var(--ink)" strokeWidth="1.3" />
      </svg>
      <span className="r">
        <Figure shown={percent(share.share)} evidence={share.evidence} what={t("results.whatVoice", { n: share.people, brand: share.brand })} />{" "}
        <span className="tiny qq">
          {number(100 * share.low)}–{number(100 * share.high)}
        </span>
      </span>
    </>
  );
}

/** Counts of the span; people and times shown stand apart. */
export function Heard({ view }: { view: ResultsView }) {
  return (
    <section className="block">
      <Head title={t("results.heard")} sub={view.topics.length ? t("results.onTopics", { topics: view.topics.join(", ") }) : t("results.onAll")} />
      <dl className="res-heard">
        {view.heard.map((figure) => (
          <div key={figure.key}>
            <dt className="small q">{t(`results.figure.${figure.key}` as TextKey)}</dt>
            <dd className="fig">
              <Figure n={figure.value} evidence={figure.evidence} what={t(`results.what.${figure.key}` as TextKey)} />
              {figure.n !== null && <span className="tiny qq"> {t("results.toldBy", { n: figure.n })}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Talk({ view }: { view: ResultsView }) {
  const { answers, posts } = view.talk;
  const all = answers + posts;
  const width = all ? (160 * answers) / all : 0;
  return (
    <section className="block">
      <Head title={t("results.talk")} />
      <svg width="100%" height="8" viewBox="0 0 160 8" preserveAspectRatio="none" role="img" aria-label={t("results.talkLabel", { a: answers, b: posts })}>
        {width > 0 && <rect width={width} height="8" fill="var(--ink-2)" />}
        {width < 160 && <rect x={width ? width + 2 : 0.75} y=".75" width={Math.max(0, 157 - width)} height="6.5" fill="none" stroke="var(--edge)" strokeWidth="1.5" />}
      </svg>
      <p className="small q">
        <T
          k="results.talkLine"
          count={answers}
          a={<Figure n={answers} evidence={answers ? "answers" : null} what={t("results.whatAnswers")} />}
          b={<Figure n={posts} evidence={posts ? "posts" : null} what={t("results.whatPosts")} />}
        />
      </p>
    </section>
  );
}

export function Came({ view }: { view: ResultsView }) {
  const came = view.came;
  if (!came) return null;
  const k = came.k;
  return (
    <section className="block">
      <Head title={t("results.came")} />
      <p className="small q">{t("results.cameLine", { visits: came.visits, n: came.signUps })}</p>
      <p className="small q">{k && k.low !== null && k.high !== null ? t("results.k", { k: number(k.middle, 2), low: number(k.low, 2), high: number(k.high, 2), n: came.advocates }) : told(came.whyNot ?? "")}</p>
    </section>
  );
}

export function Cost({ view }: { view: ResultsView }) {
  const cost = view.cost;
  if (!cost) return null;
  return (
    <section className="block">
      <Head title={t("results.cost")} act={cost.whole ? <b>{money(cost.whole)}</b> : undefined} />
      <p className="small q">
        {t("results.costLine", { money: money(cost.money), hours: number(cost.minutes / 60, 1) })} {cost.hour ? t("results.costHour", { hour: money(cost.hour) }) : cost.minutes > 0 ? t("results.costNoHour") : ""}
      </p>
    </section>
  );
}
