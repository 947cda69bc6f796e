import { lazy, Suspense, useEffect, useRef, useState, type ComponentType } from "react";
import { Link, Redirect, Route, Switch, useLocation } from "wouter";
import type { SessionView } from "../api/types.ts";
import { queries } from "../api/queries.ts";
import { useLineBack, useLive } from "../api/live.ts";
import { LiveRegion } from "../parts/announce.tsx";
import { Empty, Loading } from "../parts/states.tsx";
import { Toasts } from "../parts/toast.tsx";
import { useKeys } from "../keys/keys.ts";
import { t } from "../texts/index.ts";
import { BottomBar } from "./BottomBar.tsx";
import { ConditionStrip } from "./ConditionStrip.tsx";
import { Contents } from "./Contents.tsx";
import { Fault } from "./Fault.tsx";
import { Folio } from "./Folio.tsx";
import { KeyList } from "./KeyList.tsx";
import { Palette } from "./Palette.tsx";
import { SampleStrip } from "./SampleStrip.tsx";

type Page = Promise<{ default: ComponentType }>;

const pages: [path: string, page: ComponentType][] = (
  [
    ["/now", (): Page => import("../pages/now/index.tsx")],
    ["/listen", (): Page => import("../pages/listen/index.tsx")],
    ["/conversations/:id?", (): Page => import("../pages/conversations/index.tsx")],
    ["/spread/room/:id", (): Page => import("../pages/watch/index.tsx")],
    ["/spread/:id?", (): Page => import("../pages/spread/index.tsx")],
    ["/people/seeds/:plan?", (): Page => import("../pages/people/seeds/index.tsx")],
    ["/people/:id?", (): Page => import("../pages/people/index.tsx")],
    ["/strategy/wishes", (): Page => import("../pages/strategy/wishes.tsx")],
    ["/strategy", (): Page => import("../pages/strategy/index.tsx")],
    ["/campaigns/calendar", (): Page => import("../pages/campaigns/calendar/page.tsx")],
    ["/campaigns/rights", (): Page => import("../pages/rights/index.tsx")],
    ["/campaigns/:id?", (): Page => import("../pages/campaigns/index.tsx")],
    ["/topics/:id?", (): Page => import("../pages/topics/index.tsx")],
    ["/sources/:id?", (): Page => import("../pages/sources/index.tsx")],
    ["/results/words", (): Page => import("../pages/results/index.tsx")],
    ["/results", (): Page => import("../pages/results/index.tsx")],
    ["/settings/:section?/:id?", (): Page => import("../pages/settings/index.tsx")],
    ["/docs/api", (): Page => import("../pages/api/index.tsx")],
    ["/all", (): Page => import("../pages/all/index.tsx")],
    ["/first-run", (): Page => import("../pages/first-run/index.tsx")],
  ] as const
).map(([path, load]) => [path, lazy(load)]);

/** What events tell of, here or on its page, and what rests on it; words on Listen wait until they are asked for. */
const TOLD = [
  ...["status", "now", "conversations", "conversation", "thanks", "sources", "proposal"],
  ...["tales", "tale", "talk-first", "alarms", "watch", "crisis", "strategy", "wishes", "results"],
  ...["campaigns", "campaign", "campaign-law", "campaign-vehicles", "calendar", "contest", "draw", "rights"],
];

/** The frame around every page: folio, contents, page, bottom bar, and the layers above. */
export function House({ session }: { session: SessionView }) {
  const [location, go] = useLocation();
  const [palette, setPalette] = useState(false);
  const [keyList, setKeyList] = useState(false);
  const [drawer, setDrawer] = useState(false);
  const main = useRef<HTMLElement>(null);
  const page = location.split("/")[1] ?? "";

  useKeys({
    "g n": () => go("/now"),
    "g l": () => go("/listen"),
    "g c": () => go("/conversations"),
    "g p": () => go("/people"),
    "g t": () => go("/topics"),
    "g s": () => go("/spread"),
    "g r": () => go("/results"),
    "g m": () => go("/campaigns"),
    "g y": () => go("/strategy"),
    "g o": () => go("/sources"),
    "g e": () => go("/settings"),
    g: () => window.matchMedia("(max-width: 1099px)").matches && setDrawer(true),
    "/": () => setPalette(true),
    "mod+k": () => setPalette(true),
    "?": () => setKeyList(true),
  });
  useLive("words", () => void queries.invalidateQueries({ queryKey: ["status"] }));
  useLive("conversations", () => {
    void queries.invalidateQueries({ queryKey: ["status"] });
    void queries.invalidateQueries({ queryKey: ["conversations"] });
    void queries.invalidateQueries({ queryKey: ["conversation"] });
    void queries.invalidateQueries({ queryKey: ["now"] });
    void queries.invalidateQueries({ queryKey: ["thanks"] });
  });
  useLive("sources", () => {
    void queries.invalidateQueries({ queryKey: ["status"] });
    void queries.invalidateQueries({ queryKey: ["sources"] });
  });

  useLive("alarms", () => void queries.invalidateQueries({ queryKey: ["status"] }));

  useLineBack(() => {
    for (const told of TOLD) void queries.invalidateQueries({ queryKey: [told] });
  });

  // A new page is read from its top, and a screen reader starts there.
  const before = useRef(page);
  useEffect(() => {
    setDrawer(false);
    if (before.current === page) return;
    before.current = page;
    main.current?.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [page]);

  const reads = session.permissions.includes("read");
  const unnamed = session.workspace && !session.workspace.setUp && session.permissions.includes("manage") && session.permissions.includes("listen");
  const home = unnamed ? "/first-run" : reads ? "/now" : "/results";
  const bare = page === "first-run";
  return (
    <div className={bare ? "app bare" : "app"} data-page={page}>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <Folio session={session} here={page} bare={bare} onFind={() => setPalette(true)} onMenu={() => setDrawer(true)} />
      {!bare && <Contents here={page} reads={reads} open={drawer} onClose={() => setDrawer(false)} />}
      <main className="main" id="main" ref={main} tabIndex={-1}>
        {session.workspace?.sample && <SampleStrip workspace={session.workspace} mayEnd={session.permissions.includes("own")} />}
        <ConditionStrip />
        <Fault at={location}>
          <Suspense fallback={<div className="pad"><Loading /></div>}>
            <Switch>
              <Route path="/">
                <Redirect to={home} replace />
              </Route>
              {pages.map(([path, PageHere]) => (
                <Route key={path} path={path} component={PageHere} />
              ))}
              <Route>
                <Empty lead={t("shell.no_page")} act={<Link className="btn s" href="/">{t("shell.go_now")}</Link>} />
              </Route>
            </Switch>
          </Suspense>
        </Fault>
      </main>
      {!bare && <BottomBar here={page} onMore={() => setDrawer(true)} />}
      <Palette open={palette} onClose={() => setPalette(false)} onKeys={() => setKeyList(true)} />
      <KeyList open={keyList} onClose={() => setKeyList(false)} />
      <Toasts />
      <LiveRegion />
    </div>
  );
}
