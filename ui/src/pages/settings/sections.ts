import { lazy, type ComponentType } from "react";
import type { Permission } from "../../api/types.ts";
import type { TextKey } from "../../texts/index.ts";

export interface Section {
  /** As in `/settings/you`. */
  path: string;
  name: TextKey;
  /** Shown only to those who may do that. */
  needs?: Permission;
  Page: ComponentType;
}

/** An entry stands here only once what it leads to works; groups are parted by a rule. */
export const groups: Section[][] = [
  [
    { path: "you", name: "settings.you", Page: lazy(() => import("./You.tsx")) },
    { path: "security", name: "security.title", Page: lazy(() => import("./Security.tsx")) },
  ],
  [
    { path: "members", name: "members.title", needs: "manage", Page: lazy(() => import("./Members.tsx")) },
    { path: "workspaces", name: "workspaces.title", needs: "manage", Page: lazy(() => import("./Workspace.tsx")) },
    { path: "tokens", name: "tokens.title", Page: lazy(() => import("./Tokens.tsx")) },
    { path: "webhooks", name: "hooks.title", needs: "manage", Page: lazy(() => import("./Webhooks.tsx")) },
  ],
  [
    { path: "privacy", name: "privacy.title", needs: "privacy", Page: lazy(() => import("./Privacy.tsx")) },
    { path: "audit", name: "audit.title", needs: "audit", Page: lazy(() => import("./Audit.tsx")) },
  ],
  [{ path: "server", name: "server.title", needs: "server", Page: lazy(() => import("./Server.tsx")) }],
];
