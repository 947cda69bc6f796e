import { Fragment } from "react";
import { Link } from "wouter";
import { useStatus } from "../api/queries.ts";
import type { StatusView } from "../api/types.ts";
import { Evidence } from "../parts/Evidence.tsx";
import { useKeys } from "../keys/keys.ts";
import { t } from "../texts/index.ts";
import { T } from "../texts/T.tsx";
import { places } from "./places.ts";

/** Where one can go: words, no icons; below 1100 px a drawer. */
export function Contents({ here, reads, open, onClose }: { here: string; reads: boolean; open: boolean; onClose: () => void }) {
  const status = useStatus().data;
  return (
    <>
      {open && <div className="shade" onClick={onClose} />}
      {open && <CloseOnEscape onClose={onClose} />}
      <nav className={open ? "contents open" : "contents"} aria-label={t("shell.contents")}>
        {places.map((group, i) => (
          <Fragment key={i}>
            {i > 0 && <hr />}
            {group.filter((place) => reads || place.seen).map((place) => (
              <Link key={place.page} href={place.href} aria-current={place.page === here ? "page" : undefined} onClick={onClose}>
                {t(place.name)}
                {status && <span className={place.page === "now" ? "n hot" : "n"}>{place.count(status)}</span>}
              </Link>
            ))}
          </Fragment>
        ))}
        {status && reads && <Gauge talk={status.talk} />}
      </nav>
    </>
  );
}

function CloseOnEscape({ onClose }: { onClose: () => void }) {
  useKeys({ Escape: onClose });
  return null;
}

/** Talk, not shout: answers solid, posts of our own hollow. */
function Gauge({ talk }: { talk: StatusView["talk"] }) {
  const all = talk.answers + talk.broadcasts;
  const width = all ? (talk.answers / all) * 160 : 0;
  const gap = width > 0 && width < 160 ? 2 : 0;
  return (
    <div className="foot">
      <p className="gauge-name">{t("shell.talk_not_shout")}</p>
      <svg width="100%" height="8" viewBox="0 0 160 8" preserveAspectRatio="none" role="img" aria-label={t("shell.gauge", { a: talk.answers, b: talk.broadcasts })}>
        {width > 0 && <rect width={width} height="8" fill="var(--ink-2)" />}
        {width < 160 && <rect x={width + gap} y=".75" width={Math.max(0, 160 - width - gap - 0.75)} height="6.5" fill="none" stroke="var(--edge)" strokeWidth="1.5" />}
      </svg>
      <p>
        <T
          k="shell.gauge_line"
          count={talk.answers}
          a={<Evidence n={talk.answers} what={t("shell.gauge_answers")} href="/conversations?state=done" />}
          b={<Evidence n={talk.broadcasts} what={t("shell.gauge_posts")} filters={{ query: "author:@own", from: talk.since }} />}
        />
      </p>
    </div>
  );
}
