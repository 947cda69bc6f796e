import { Link } from "wouter";
import type { ConversationRow } from "../api/types.ts";
import { t } from "../texts/index.ts";
import { Kbd } from "./Kbd.tsx";
import { Reasons, ShortReasons } from "./ReasonChip.tsx";
import { NeedBars } from "./signs.tsx";
import { span, when, whole } from "./time.ts";
import { Name, Voice } from "./Voice.tsx";

export function nameOf(row: ConversationRow): string {
  return row.person.name || t("conversations.somebody");
}

interface RowProps {
  row: ConversationRow;
  now: Date;
}

/** A conversation where one decides: need, who and how long, the voice, the reasons, the deed. */
export function QueueRow({ row, now, first = false, chosen = false }: RowProps & { first?: boolean; chosen?: boolean }) {
  const at = row.opener.publishedAt ?? row.waitsSince;
  return (
    <li className={chosen ? "qrow on" : "qrow"}>
      <NeedBars need={row.need} />
      <div>
        <div className="top">
          <p className="byline">
            {row.person.id ? (
              <Link href={`/people/${row.person.id}`} className="who">
                <bdi>{nameOf(row)}</bdi>
              </Link>
            ) : (
              <Name>{nameOf(row)}</Name>
            )}
            <span>{row.opener.sourceName}</span>
            <time dateTime={at} title={whole(at)}>
              {when(at, now)}
            </time>
          </p>
          <span className="wait">{t("conversations.waits", { span: span(row.waitsSince, now) })}</span>
        </div>
        <Voice text={row.opener.text} language={row.opener.language} marks={row.opener.marks} short />
        <div className="low">
          <div className="reasons">
            <Reasons row={row} />
          </div>
          <Link href={`/conversations/${row.id}?write`} className={first ? "btn s go" : "btn s"} aria-label={t("conversations.answer_whom", { name: nameOf(row) })}>
            {t("words.answer")}
            {first && <Kbd>↵</Kbd>}
          </Link>
        </div>
      </div>
    </li>
  );
}

/** A conversation in the list pane: need as bars, one line of place and who is there. */
export function QueueItem({ row, now, here, onOpen }: RowProps & { here: boolean; onOpen?: () => void }) {
  return (
    <Link href={`/conversations/${row.id}`} className="qitem" aria-current={here || undefined} onClick={onOpen}>
      <NeedBars need={row.need} wordless />
      <span className="qbody">
        <span className="byline">
          <Name>{nameOf(row)}</Name>
          <span className="wait">{span(row.waitsSince, now)}</span>
        </span>
        <Voice text={row.opener.text} language={row.opener.language} marks={row.opener.marks} />
        <span className="place tiny q">
          {row.sourceNames.join(", ") || row.opener.sourceName}
          {row.assignee && ` · ${row.assignee.name}`}
          {row.answered && ` · ${t("words.answered")}`}
        </span>
        {row.keptInView && <span className="reason kept kept-why tiny">{t(`conversations.reason_kept-${row.keptInView}`)}</span>}
        <span className="reasons chips">
          <span className="qq">{row.opener.sourceName}</span>
          <ShortReasons row={row} />
        </span>
      </span>
    </Link>
  );
}
