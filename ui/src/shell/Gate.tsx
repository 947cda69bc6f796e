import { useEffect } from "react";
import { Router, useLocation } from "wouter";
import { useCsrf, whenSignedOut } from "../api/client.ts";
import { live } from "../api/live.ts";
import { prefix } from "../api/place.ts";
import { queries, useSession } from "../api/queries.ts";
import { ErrorNote, Loading } from "../parts/states.tsx";
import { Join } from "../pages/join/index.tsx";
import { CompanyBack } from "../pages/sign-in/CompanyBack.tsx";
import { Enrol } from "../pages/sign-in/Enrol.tsx";
import { SignIn } from "../pages/sign-in/index.tsx";
import { NewPassword } from "../pages/sign-in/NewPassword.tsx";
import { t } from "../texts/index.ts";
import { House } from "./House.tsx";

/* Pages about no workspace. */
const ANYWHERE = /^\/(join|all|recover|sign-in\/.*)$/;

/** Who may come in: the pages for those who have signed in, the door for all others. */
export function Gate() {
  const session = useSession();
  const view = session.data;
  const [path] = useLocation();
  useCsrf(view?.csrf ?? null);

  useEffect(() => {
    whenSignedOut(() => void queries.invalidateQueries({ queryKey: ["session"] }));
  }, []);
  // An address without a workspace is the first one's; who works elsewhere goes on there.
  const elsewhere = view?.state === "signed-in" && view.workspace !== null && view.workspace.prefix !== prefix && !ANYWHERE.test(window.location.pathname);
  useEffect(() => {
    if (elsewhere && view?.workspace) window.location.replace(view.workspace.prefix + window.location.pathname.slice(prefix.length) + window.location.search);
  }, [elsewhere, view?.workspace]);
  const inside = view?.state === "signed-in" && !elsewhere;
  const hears = inside && view.permissions.includes("read");
  useEffect(() => {
    if (!hears) return;
    live.open();
    return () => live.close();
  }, [hears]);

  if (session.error && !view) {
    return (
      <main className="door">
        <ErrorNote error={session.error} onRetry={() => void session.refetch()} />
        {prefix && <p><a className="btn s" href="/">{t("workspaces.to_first")}</a></p>}
      </main>
    );
  }
  if (!view || elsewhere) return <Loading rows={1} />;
  if (window.location.pathname === "/join") return <Join session={view} />;
  if (path === "/recover") return <NewPassword doors={view.doors} />;
  if (path === "/sign-in/oidc/callback") return <CompanyBack session={view} />;
  if (view.state === "factor-wanted") return <Enrol session={view} />;
  if (!inside) return <SignIn session={view} />;
  return (
    <Router base={prefix}>
      <House session={view} />
    </Router>
  );
}
