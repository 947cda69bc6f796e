import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import type { OwnWorkspace, SessionView } from "../api/types.ts";
import { address } from "../api/client.ts";
import { t } from "../texts/index.ts";

const ANSWERING = ["owner", "manager", "responder"];

/** Where one may go: each workspace, and the one queue of all. Plain links: another workspace is another page, so nothing of two ever mixes. */
export function Workplaces({ session }: { session: SessionView }) {
  const here = session.workspace?.id;
  const several = session.workspaces.filter(({ role }) => ANSWERING.includes(role)).length > 1;
  return (
    <nav aria-label={t("workspaces.switch")} className="workplaces">
      {several && <a href="/all">{t("workspaces.all")}</a>}
      {session.workspaces.map((one) => (
        <a key={one.id} href={`${one.prefix}/`} aria-current={one.id === here ? "true" : undefined}>
          <Swatch workspace={one} />
          {one.name}
          {one.brand && one.brand !== one.name && <span className="small q">{one.brand}</span>}
        </a>
      ))}
    </nav>
  );
}

/** The colour of a workspace, as a mark before its name. */
export function Swatch({ workspace }: { workspace: Pick<OwnWorkspace, "accent"> }) {
  return <i className="swatch" aria-hidden="true" style={workspace.accent ? { background: workspace.accent } : undefined} />;
}

/** Which workspace this page is about; a button where there are others. */
export function Where({ session }: { session: SessionView }) {
  const { workspace, workspaces } = session;
  if (!workspace) return null;
  const name = (
    <>
      {workspace.logo ? <img className="logo" src={address("/workspace/logo", { workspace: workspace.id })} alt="" /> : workspace.accent && <Swatch workspace={workspace} />}
      <b>{workspaces.length > 1 ? workspace.name : workspace.brand || workspace.name}</b>
      {workspaces.length < 2 && workspace.place && `, ${workspace.place}`}
    </>
  );
  if (workspaces.length < 2) return <span className="where">{name}</span>;
  return (
    <DialogTrigger>
      <Button className="where bare" aria-label={t("workspaces.here", { name: workspace.name })}>
        {name}
      </Button>
      <Popover className="pop me-menu" placement="bottom end">
        <Dialog aria-label={t("workspaces.switch")}>
          <Workplaces session={session} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
