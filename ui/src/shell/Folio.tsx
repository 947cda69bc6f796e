import { useEffect } from "react";
import { Link } from "wouter";
import { useLine } from "../api/live.ts";
import { useStatus } from "../api/queries.ts";
import type { SessionView } from "../api/types.ts";
import { FindIcon, Mark, MenuIcon, PulseIcon } from "../parts/icons.tsx";
import { Kbd } from "../parts/Kbd.tsx";
import { ago, today, useClock } from "../parts/time.ts";
import { t } from "../texts/index.ts";
import { PersonMenu } from "./PersonMenu.tsx";
import { Where } from "./Workplaces.tsx";
import { places } from "./places.ts";

interface FolioProps {
  session: SessionView;
  here: string;
  /** At the first question there is nothing yet to find or to go to. */
  bare: boolean;
  onFind: () => void;
  onMenu: () => void;
}

/** The line above every page: mark, find, is it listening, when, where, who. */
export function Folio({ session, here, bare, onFind, onMenu }: FolioProps) {
  return (
    <header className="folio">
      {!bare && <button type="button" className="ib menu" aria-label={t("shell.contents")} onClick={onMenu}>
        <MenuIcon />
      </button>}
      <Link href="/" className="brand">
        <Mark />
        Wordborne
      </Link>
      <span className="page-name" aria-hidden="true">
        {pageName(here)}
      </span>
      {!bare && <button className="find" type="button" onClick={onFind} aria-keyshortcuts="/ Meta+K Control+K">
        <FindIcon />
        <span>{t("shell.find")}</span>
        <Kbd>/</Kbd>
      </button>}
      <div className="end">
        <Pulse />
        <Today />
        {!bare && <Where session={session} />}
        {!bare && <button className="ib find-small" type="button" aria-label={t("shell.find")} onClick={onFind}>
          <FindIcon />
        </button>}
        {session.person && <PersonMenu session={session} person={session.person} />}
      </div>
    </header>
  );
}

/** On a phone the page's name stands where the mark is elsewhere. */
function pageName(here: string): string {
  if (here === "conversations") return t("shell.needs_you");
  const place = places.flat().find(({ page }) => page === here);
  return place ? t(place.name) : "Wordborne";
}

function Today() {
  const now = useClock(15);
  return (
    <time className="today" dateTime={now.toISOString()}>
      {today(now)}
    </time>
  );
}

/** Never "listening" without a time. */
function Pulse() {
  const status = useStatus();
  const line = useLine();
  const now = useClock(1);
  const { refetch } = status;
  useEffect(() => {
    if (!line) void refetch();
  }, [line, refetch]);
  if (!status.data) return null;
  const { listening, lastHeardAt, importing, counts } = status.data;
  const heard = lastHeardAt ? ago(lastHeardAt, now) : null;
  if (status.isError) return <Link href="/sources" className="pulse off">{t("shell.no_line")}</Link>;
  if (importing) return <span className="pulse"><PulseIcon />{t("shell.reading", { name: importing.name, n: importing.read })}</span>;
  if (counts.sources === 0 && !heard) return <Link href="/sources/add" className="pulse"><PulseIcon />{t("shell.no_source")}</Link>;
  const text = !listening ? t("shell.not_listening") : heard ? t("shell.listening", { ago: heard }) : t("shell.listening_yet");
  return (
    <Link href="/sources" className={listening && line ? "pulse" : "pulse off"}>
      <PulseIcon />
      {text}
    </Link>
  );
}
