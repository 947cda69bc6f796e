import { useEffect } from "react";
import { useCsrf, whenSignedOut } from "../api/client.ts";
import { live } from "../api/live.ts";
import { queries, useSession } from "../api/queries.ts";
import { useZone } from "../parts/time.ts";
import { ErrorNote, Loading } from "../parts/states.tsx";
import { Join } from "../pages/join/index.tsx";
import { SignIn } from "../pages/sign-in/index.tsx";
import { House } from "./House.tsx";

/** Who may come in: the pages for those who have signed in, the door for all others. */
export function Gate() {
  const session = useSession();
  const view = session.data;
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
  return inside ? <House session={view} /> : <SignIn session={view} />;
}
