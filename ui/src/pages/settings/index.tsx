import { Fragment, Suspense } from "react";
import { Link, Redirect, useParams } from "wouter";
import { useSession } from "../../api/queries.ts";
import { Loading } from "../../parts/states.tsx";
import { t } from "../../texts/index.ts";
import { groups } from "./sections.ts";
import "./settings.css";

/** What is set once and seldom: beside it the list of all that can be set. */
export default function SettingsPage() {
  const { section } = useParams<{ section?: string }>();
  const permissions = useSession().data?.permissions ?? [];
  const mine = groups.map((group) => group.filter(({ needs }) => !needs || permissions.includes(needs))).filter((group) => group.length > 0);
  const shown = mine.flat().find(({ path }) => path === section);
  if (!shown) return <Redirect to={`/settings/${mine[0]?.[0]?.path ?? ""}`} replace />;
  return (
    <div className="settings pad">
      <nav className="settings-list" aria-label={t("settings.title")}>
        {mine.map((group, i) => (
          <Fragment key={group[0]?.path}>
            {i > 0 && <hr />}
            {group.map(({ path, name }) => (
              <Link key={path} href={`/settings/${path}`} aria-current={path === shown.path ? "page" : undefined}>
                {t(name)}
              </Link>
            ))}
          </Fragment>
        ))}
        <hr />
        <Link href="/docs/api">{t("api.title")}</Link>
      </nav>
      <div className="settings-part">
        <h1>{t(shown.name)}</h1>
        <Suspense fallback={<Loading />}>
          <shown.Page />
        </Suspense>
      </div>
    </div>
  );
}
