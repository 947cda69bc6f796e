import { Link } from "wouter";
import type { MentionView, TopicPreviewView } from "../../api/types.ts";
import { Head } from "../../parts/Head.tsx";
import { isJudged, Judgement, SignShape } from "../../parts/signs.tsx";
import { Empty } from "../../parts/states.tsx";
import { dayOfYear, when } from "../../parts/time.ts";
import { Name, Voice } from "../../parts/Voice.tsx";
import { number, t } from "../../texts/index.ts";

/** What a question would have heard in the last days: a count, a rhythm, and people's own words. */
export function Preview({ preview, days, query }: { preview: TopicPreviewView; days: number; query: string }) {
  return (
    <>
      <div className="block">
        <Head
          title={t("topics.preview")}
          sub={t("topics.previewDays", { n: days })}
          act={<span className="qq">{t("topics.seconds", { n: number(Math.max(0.01, preview.seconds), 2) })}</span>}
        />
        <div className="figs">
          <div>
            <span className="fig">
              <Link className="num" href={`/listen?query=${encodeURIComponent(query)}`}>
                {number(preview.count)}
              </Link>
            </span>
            <p className="tiny q">{t("topics.wordsBy", { n: preview.count, people: t("topics.people", { n: preview.people }) })}</p>
          </div>
          {preview.perDay && (
            <div>
              <span className="fig">~{number(preview.perDay.estimate)}</span>
              <p className="tiny q">
                {t("topics.perDay")}{" "}
                <span className="qq">
                  {t("topics.perDayRange", { low: number(preview.perDay.low), high: number(preview.perDay.high) })}
                </span>
              </p>
            </div>
          )}
        </div>
        {preview.histogram.length > 1 && <Days points={preview.histogram} />}
      </div>
      {preview.count === 0 ? (
        <Empty lead={t("topics.nothing")}>{t("topics.nothingHelp")}</Empty>
      ) : (
        <div className="block">
          <Head title={t("topics.sample")} sub={t("topics.sampleSub")} />
          <Cuttings mentions={preview.sample} />
        </div>
      )}
    </>
  );
}

export function Cuttings({ mentions }: { mentions: MentionView[] }) {
  return (
    <ol>
      {mentions.map((mention) => (
        <li className="cut" key={mention.id}>
          <span className={`mg ${mention.understanding.sentiment.label}`}>
            {isJudged(mention.understanding.sentiment) && <SignShape of={mention.understanding.sentiment.label} />}
          </span>
          <div>
            <p className="byline">
              <Name>{mention.author.name || mention.channel}</Name>
              <span>{mention.source?.name ?? t("words.imported")}</span>
              <time dateTime={mention.publishedAt ?? mention.heardAt}>{when(mention.publishedAt ?? mention.heardAt)}</time>
            </p>
            <Voice text={mention.text} language={mention.language} marks={mention.marks} />
            <div className="marks">
              <Judgement mention={mention} />
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Days({ points }: { points: { at: string; total: number }[] }) {
  const max = Math.max(1, ...points.map((point) => point.total));
  const step = 352 / points.length;
  const sum = points.reduce((all, point) => all + point.total, 0);
  const height = (total: number) => Math.max(total > 0 ? 1.5 : 0.8, (total / max) * 38);
  return (
    <svg
      className="days-chart"
      viewBox="0 0 352 56"
      preserveAspectRatio="none"
      role="img"
      aria-label={t("topics.chart", { n: sum, days: points.length, max })}
    >
      {points.map((point, i) => (
        <rect
          key={point.at}
          x={i * step}
          y={40 - height(point.total)}
          width={Math.max(1, step - 2.5)}
          height={height(point.total)}
          fill={point.total > 0 ? "var(--ink-2)" : "var(--rule-2)"}
        />
      ))}
      <text className="axis" x="0" y="54">
        {dayOfYear(points[0]?.at ?? new Date())}
      </text>
      <text className="axis" x="350" y="54" textAnchor="end">
        {t("topics.today")}
      </text>
    </svg>
  );
}
