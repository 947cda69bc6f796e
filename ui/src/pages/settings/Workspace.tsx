import { useMutation } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";
import { address, patch, post, put, remove } from "../../api/client.ts";
import { queries, useSession } from "../../api/queries.ts";
import type { OwnWorkspace, WorkspaceView } from "../../api/types.ts";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";
import { Swatch } from "../../shell/Workplaces.tsx";
import { t } from "../../texts/index.ts";

const again = () => void queries.invalidateQueries({ queryKey: ["session"] });

/** How this workspace looks, the others there are, and its end. */
export default function Workspaces() {
  const session = useSession().data;
  const workspace = session?.workspace;
  if (!session || !workspace) return null;
  return (
    <>
      <Look key={workspace.id} workspace={workspace} />
      <Logo workspace={workspace} />
      {session.permissions.includes("server") && <Make workspaces={session.workspaces} />}
      {session.permissions.includes("own") && workspace.prefix !== "" && <End workspace={workspace} />}
    </>
  );
}

function Look({ workspace }: { workspace: WorkspaceView }) {
  const [name, setName] = useState(workspace.name);
  const [accent, setAccent] = useState(workspace.accent ?? "");
  const save = useMutation({
    mutationFn: () => patch("/workspace/look", { name, accent }),
    onSuccess: () => {
      again();
      toast(t("settings.saved"));
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={send}>
      <div className="fields">
        <label className="field">
          <span>{t("workspaces.name")}</span>
          <input className="inp" required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="field">
          <span>
            {t("workspaces.accent")} <span className="hint">{t("workspaces.accent_hint")}</span>
          </span>
          <input className="inp" value={accent} placeholder="#1a7f5a" maxLength={7} onChange={(event) => setAccent(event.target.value)} />
        </label>
      </div>
      {save.error && <ErrorNote error={save.error} />}
      <p className="deeds">
        <button type="submit" className="btn" disabled={save.isPending}>
          {t("settings.save")}
        </button>
      </p>
    </form>
  );
}

function Logo({ workspace }: { workspace: WorkspaceView }) {
  const file = useRef<HTMLInputElement>(null);
  const [round, setRound] = useState(0);
  const done = () => {
    setRound(round + 1);
    again();
  };
  const keep = useMutation({ mutationFn: (picture: Blob) => put("/workspace/logo", new Blob([picture], { type: "application/octet-stream" })), onSuccess: done });
  const drop = useMutation({ mutationFn: () => remove("/workspace/logo"), onSuccess: done });
  const fault = keep.error ?? drop.error;
  return (
    <section className="block">
      <Head title={t("workspaces.logo")} sub={t("workspaces.logo_hint")} />
      {workspace.logo && <p><img className="logo-shown" src={address("/workspace/logo", { workspace: workspace.id, round })} alt={t("workspaces.logo_of", { name: workspace.name })} /></p>}
      {fault && <ErrorNote error={fault} />}
      <p className="deeds">
        <input
          ref={file}
          type="file"
          accept="image/png,image/jpeg"
          aria-label={t("workspaces.logo_choose")}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) keep.mutate(chosen);
            event.target.value = "";
          }}
        />
        {workspace.logo && (
          <button type="button" className="link" onClick={() => drop.mutate()}>
            {t("workspaces.logo_remove")}
          </button>
        )}
      </p>
    </section>
  );
}

function Make({ workspaces }: { workspaces: OwnWorkspace[] }) {
  const [name, setName] = useState("");
  const make = useMutation({
    mutationFn: () => post<OwnWorkspace>("/workspaces", { name }),
    onSuccess: ({ prefix }) => window.location.assign(`${prefix}/`),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <section className="block">
      <Head title={t("workspaces.others")} />
      <ul className="plain-list">
        {workspaces.map((one) => (
          <li key={one.id}>
            <a href={`${one.prefix}/`}>
              <Swatch workspace={one} /> {one.name}
            </a>
          </li>
        ))}
      </ul>
      <form onSubmit={send}>
        <div className="fields">
          <label className="field">
            <span>
              {t("workspaces.new")} <span className="hint">{t("workspaces.new_hint")}</span>
            </span>
            <input className="inp" required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          </label>
        </div>
        {make.error && <ErrorNote error={make.error} />}
        <p className="deeds">
          <button type="submit" className="btn" disabled={make.isPending}>
            {t("workspaces.make")}
          </button>
        </p>
      </form>
    </section>
  );
}

function End({ workspace }: { workspace: WorkspaceView }) {
  const [typed, setTyped] = useState("");
  const end = useMutation({ mutationFn: () => post("/workspace/end", { name: typed }), onSuccess: () => window.location.assign("/") });
  const send = (event: FormEvent) => {
    event.preventDefault();
    end.mutate();
  };
  return (
    <section className="block">
      <Head title={t("workspaces.end")} />
      <form onSubmit={send}>
        <p className="small q">{t("workspaces.end_text")}</p>
        <div className="fields">
          <label className="field">
            <span>{t("workspaces.end_type", { name: workspace.name })}</span>
            <input className="inp" required value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
          </label>
        </div>
        {end.error && <ErrorNote error={end.error} />}
        <p className="deeds">
          <button type="submit" className="btn danger" disabled={typed !== workspace.name || end.isPending}>
            {t("workspaces.end_deed")}
          </button>
        </p>
      </form>
    </section>
  );
}
