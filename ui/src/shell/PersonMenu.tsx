import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Link } from "wouter";
import { remove } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import type { SessionView } from "../api/types.ts";
import { Avatar } from "../parts/Avatar.tsx";
import { t } from "../texts/index.ts";
import { Workplaces } from "./Workplaces.tsx";
import { Preferences } from "./Preferences.tsx";

/** Whose session this is, how the pages look and speak, and the way out. */
export function PersonMenu({ session, person }: { session: SessionView; person: NonNullable<SessionView["person"]> }) {
  const [open, setOpen] = useState(false);
  const leave = useMutation({
    mutationFn: () => remove("/session"),
    onSettled: () => queries.resetQueries(),
  });
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="ib me" aria-label={`${person.initials}: ${t("shell.person_menu", { name: person.name })}`}>
        <Avatar initials={person.initials} size="s" us />
      </Button>
      <Popover className="pop me-menu" placement="bottom end">
        <Dialog aria-label={t("shell.person_menu", { name: person.name })}>
          <p>
            <b>{person.name}</b>
          </p>
          <p className="small qq">{person.email}</p>
          {session.workspaces.length > 1 && <Workplaces session={session} />}
          <Preferences />
          <p className="small">
            <Link href="/settings/you" onClick={() => setOpen(false)}>
              {t("settings.all")}
            </Link>
          </p>
          <p className="foot-line small">
            <span className="qq">{t("shell.version", { version: session.version })}</span>
            <button type="button" className="link" onClick={() => leave.mutate()}>
              {t("shell.sign_out")}
            </button>
          </p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
