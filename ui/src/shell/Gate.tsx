import { useEffect } from "react";
import { useLocation } from "wouter";
import { useCsrf, whenSignedOut } from "../api/client.ts";
import { live } from "../api/live.ts";
import { queries, useSession } from "../api/queries.ts";
import { useZone } from "../parts/time.ts";
import { ErrorNote, Loading } from "../parts/states.tsx";
import { Join } from "../pages/join/index.tsx";
import { CompanyBack } from "../pages/sign-in/CompanyBack.tsx";
import { Enrol } from "../pages/sign-in/Enrol.tsx";
import { SignIn } from "../pages/sign-in/index.tsx";
import { NewPassword } from "../pages/sign-in/NewPassword.tsx";
import { House } from "./House.tsx";

/** Who may come in: the pages for those who have signed in, the door for all others. */
export function Gate() {
  const session = useSession();
  const view = session.data;
  const [path] = useLocation();
  useCsrf(view?.csrf ?? null);
  useZone(view?.person?.zone);

  useEffect(() => {
    whenSignedOut(() => void queries.invalidateQueries({ queryKey: ["session"] }));
  }, []);
  const inside = view?.state === "signed-in";
  useEffect(() => {
    if (!inside) return;
    live.open();
    return () => live.close();
  }, [inside]);

  if (session.error && !view) {
    return (
      <main className="door">
        <ErrorNote error={session.error} onRetry={() => void session.refetch()} />
      </main>
    );
  }
  if (!view) return <Loading rows={1} />;
  if (window.location.pathname === "/join") return <Join session={view} />;
  if (path === "/recover") return <NewPassword doors={view.doors} />;
  if (path === "/sign-in/oidc/callback") return <CompanyBack session={view} />;
  if (view.state === "factor-wanted") return <Enrol />;
  return inside ? <House session={view} /> : <SignIn session={view} />;
}
