import type { ReactNode } from "react";
import type { MentionView, Sentiment } from "../api/types.ts";
import { percent, t } from "../texts/index.ts";
import { languageName, languageTag } from "./Voice.tsx";

const shapes: Record<Sentiment, ReactNode> = {
  positive: <path d="M6 1.2 11.4 10.6H.6Z" fill="currentColor" />,
  negative: <path d="M6 10.8 .6 1.4H11.4Z" fill="currentColor" />,
  mixed: (
    <>
      <path d="M6 .6 11.4 6 6 11.4.6 6Z" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M6 .6 11.4 6H.6Z" fill="currentColor" />
    </>
  ),
  neutral: <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  unsure: (
    <>
      <circle cx="6" cy="6" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="2 1.6" />
      <text x="6" y="8.6" fontSize="7.5" fontWeight="700" textAnchor="middle" fill="currentColor">
        ?
      </text>
    </>
  ),
};

/** The shape alone; the word must stand beside it or be its label. */
export function SignShape({ of, size = 12 }: { of: Sentiment; size?: number }) {
  return (
    <svg viewBox="0 0 12 12" width={size} height={size} aria-hidden="true">
      {shapes[of]}
    </svg>
  );
}

/** Shape and word of a sentiment, with how sure where that matters. */
export function Sign({ of, confidence }: { of: Sentiment; confidence?: number }) {
  return (
    <span className={`sent ${of}`}>
      <SignShape of={of} />
      {t(`words.${of}`)}
      {confidence !== undefined && of === "unsure" && <span className="qq light">{percent(confidence)}</span>}
    </span>
  );
}

const bars = [
  { x: 0, y: 9 },
  { x: 7, y: 6 },
  { x: 14, y: 3 },
  { x: 21, y: 0 },
];

/** No model was trained on the language: nothing was judged, which is not the same as unsure. */
export function isJudged({ label, confidence }: { label: Sentiment; confidence: number }): boolean {
  return label !== "unsure" || confidence > 0;
}

/** What was judged of a mention; where nothing could be, its language says why. */
export function Judgement({ mention: { language, understanding } }: { mention: MentionView }) {
  const { sentiment } = understanding;
  if (isJudged(sentiment)) return <Sign of={sentiment.label} confidence={sentiment.confidence} />;
  return <span className="sent unsure">{notJudged(language)}</span>;
}

/** Italian: not judged */
export function notJudged(language: string): string {
  return languageTag(language) ? t("words.not_judged", { language: languageName(language) }) : t("words.not_judged_unknown");
}

/** Need: four rising bars and a word; in the list pane the word is for screen readers only. */
export function NeedBars({ need, wordless = false }: { need: 1 | 2 | 3 | 4; wordless?: boolean }) {
  return (
    <span className={`need l${need}`}>
      <svg viewBox="0 0 26 14" aria-hidden="true">
        {bars.map(({ x, y }, i) =>
          i < need ? (
            <rect key={x} x={x} y={y} width="4.4" height={14 - y} rx="1" fill="currentColor" />
          ) : (
            <rect key={x} x={x + 0.5} y={y + 0.5} width="3.4" height={13 - y} rx="1" fill="none" stroke="currentColor" strokeOpacity=".45" />
          ),
        )}
      </svg>
      <span className={wordless ? "vh" : undefined}>{t(`words.need${need}`)}</span>
    </span>
  );
}
