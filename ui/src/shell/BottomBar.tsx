import { Link } from "wouter";
import { useStatus } from "../api/queries.ts";
import { number, t } from "../texts/index.ts";
import { places } from "./places.ts";

const words = [
  ["now", "/now", "shell.now"],
  ["conversations", "/conversations", "shell.needs_you"],
  ["listen", "/listen", "shell.listen"],
  ["people", "/people", "shell.people"],
] as const;

/** The five words at the foot of a phone. */
export function BottomBar({ here, onMore }: { here: string; onMore: () => void }) {
  const counts = useStatus().data?.counts;
  const below = places.flat().some((place) => place.page === here) && words.every(([page]) => page !== here);
  return (
    <nav className="bottom" aria-label={t("shell.bottom")}>
      {words.map(([page, href, name]) => (
        <Link key={page} href={href} aria-current={page === here ? "page" : undefined}>
          {t(name)}
          {page === "conversations" && counts && counts.now > 0 && <i>{number(counts.now)}</i>}
        </Link>
      ))}
      <button type="button" onClick={onMore} aria-current={below ? "page" : undefined}>
        {t("shell.more")}
      </button>
    </nav>
  );
}
