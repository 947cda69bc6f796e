import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, patch, post, remove } from "../../api/client.ts";
import { queries, useMembers, useSession } from "../../api/queries.ts";
import type { InvitationMade, InvitationView, InvitationsView, Member } from "../../api/types.ts";
import { AskedDeed } from "../../parts/AskedDeed.tsx";
import { Avatar } from "../../parts/Avatar.tsx";
import { Ask } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Loading, Notice } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { currentLanguage, t } from "../../texts/index.ts";

const ROLES = ["owner", "manager", "responder", "analyst", "client"] as const;
type RoleName = (typeof ROLES)[number];

const again = () => {
  void queries.invalidateQueries({ queryKey: ["members"] });
  void queries.invalidateQueries({ queryKey: ["invitations"] });
};

/** Which roles one may give: owners are made by owners. */
function useRoles(): readonly RoleName[] {
  const owns = useSession().data?.permissions.includes("own");
  return owns ? ROLES : ROLES.slice(1);
}

/** Who works here, and who is invited to. */
export default function Members() {
  const members = useMembers();
  const invitations = useQuery({ queryKey: ["invitations"], queryFn: ({ signal }) => get<InvitationsView>("/invitations", {}, signal) });
  return (
    <>
      <Invite mail={invitations.data?.mail ?? false} />
      {invitations.data && invitations.data.invitations.length > 0 && (
        <section className="block">
          <Head title={t("members.open")} />
          <ul className="plain-list">
            {invitations.data.invitations.map((one) => (
              <Open key={one.id} invitation={one} />
            ))}
          </ul>
        </section>
      )}
      <section className="block">
        <Head title={t("members.here")} />
        {members.error && <ErrorNote error={members.error} onRetry={() => void members.refetch()} />}
        {members.data ? (
          <ul className="plain-list">
            {members.data.map((one) => (
              <One key={one.id} member={one} />
            ))}
          </ul>
        ) : (
          !members.error && <Loading />
        )}
      </section>
    </>
  );
}

function One({ member }: { member: Member }) {
  const roles = useRoles();
  const me = useSession().data?.person?.id === member.id;
  const [asking, setAsking] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const role = chosen ?? member.role;
  const path = `/members/${member.id}`;
  const change = useMutation({
    mutationFn: (to: { role?: string; suspended?: boolean }) => patch(path, to),
    onSuccess: () => setChosen(null),
    onSettled: again,
  });
  const clear = useMutation({
    mutationFn: () => post(`${path}/factors/clear`),
    onSuccess: () => toast(t("members.cleared", { name: member.name })),
  });
  const leave = useMutation({
    mutationFn: () => remove(path),
    onSuccess: () => toast(t("members.removed", { name: member.name })),
    onSettled: again,
  });
  const suspended = member.state === "suspended";
  const owns = roles.includes("owner");
  const fixed = member.role === "owner" && !owns;
  const fault = change.error ?? clear.error ?? leave.error;
  return (
    <li>
      <span className="member-name">
        <Avatar initials={member.initials} size="s" us />
        <span>
          <b>{member.name}</b> {me && <span className="small q">{t("members.you")}</span>} {suspended && <span className="tag">{t("members.suspended")}</span>}
          <span className="small q member-mail">{member.email}</span>
        </span>
      </span>
      {fixed ? (
        <span className="small">{t("members.role_owner")}</span>
      ) : (
        <>
          {/* Arrow keys change what is chosen, so choosing alone changes nobody's role. */}
          <select className="inp" aria-label={t("members.role_of", { name: member.name })} value={role} disabled={change.isPending} onChange={(event) => setChosen(event.target.value)}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`members.role_${role}`)}
              </option>
            ))}
          </select>
          {role !== member.role && (
            <AskedDeed deed={t("members.change_role")} label={t("members.change_role_of", { name: member.name })} disabled={change.isPending} title={t("members.change_role_title", { name: member.name, role: roleName(role) })} onDeed={() => change.mutate({ role })}>
              {mayOf(role)}
            </AskedDeed>
          )}
          <button type="button" className="link" aria-label={t(suspended ? "members.activate_name" : "members.suspend_name", { name: member.name })} onClick={() => change.mutate({ suspended: !suspended })}>
            {t(suspended ? "members.activate" : "members.suspend")}
          </button>
          {owns && !me && (
            <AskedDeed className="link" deed={t("members.clear")} label={t("members.clear_name", { name: member.name })} disabled={clear.isPending} title={t("members.clear_title", { name: member.name })} onDeed={() => clear.mutate()}>
              {t("members.clear_text")}
            </AskedDeed>
          )}
          <button type="button" className="link" aria-label={t("members.remove_name", { name: member.name })} onClick={() => setAsking(true)}>
            {t("members.remove")}
          </button>
        </>
      )}
      {fault && <ErrorNote error={fault} />}
      <Ask open={asking} onClose={() => setAsking(false)} danger title={t("members.remove_title", { name: member.name })} deed={t("members.remove_deed")} onDeed={() => leave.mutate()}>
        {t("members.remove_text")}
      </Ask>
    </li>
  );
}

function Invite({ mail }: { mail: boolean }) {
  const roles = useRoles();
  const [wanted, setWanted] = useState<{ role: RoleName; email: string }>({ role: "responder", email: "" });
  const invite = useMutation({
    mutationFn: () => post<InvitationMade>("/invitations", { role: wanted.role, email: wanted.email.trim() || null, language: currentLanguage() }),
    onSuccess: (made) => {
      if (!made.link) toast(t("members.mailed", { email: wanted.email.trim() }));
      setWanted({ ...wanted, email: "" });
    },
    onSettled: again,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <form onSubmit={send}>
      <Head title={t("members.invite")} />
      <div className="fields">
        <label className="field">
          <span>{t("members.role")}</span>
          <select className="inp" value={wanted.role} onChange={(event) => setWanted({ ...wanted, role: event.target.value as RoleName })}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(`members.role_${role}`)}
              </option>
            ))}
          </select>
          <span className="small q">{t(`members.may_${wanted.role}`)}</span>
        </label>
        {mail ? (
          <label className="field">
            <span>
              {t("members.email")} <span className="hint">{t("members.email_hint")}</span>
            </span>
            <input className="inp" type="email" value={wanted.email} onChange={(event) => setWanted({ ...wanted, email: event.target.value })} />
          </label>
        ) : (
          <p className="small q">{t("members.no_mail")}</p>
        )}
      </div>
      {invite.error && <ErrorNote error={invite.error} />}
      {invite.data?.link && <Link link={invite.data.link} />}
      <p className="deeds">
        <button type="submit" className="btn" disabled={invite.isPending}>
          {t(wanted.email.trim() ? "members.send_mail" : "members.make_link")}
        </button>
      </p>
    </form>
  );
}

function Link({ link }: { link: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    toast(t("members.copied"));
  };
  return (
    <Notice>
      {t("members.link_made")}
      <input className="inp" readOnly aria-label={t("members.link")} value={link} onFocus={(event) => event.target.select()} />
      <button type="button" className="link" onClick={() => void copy()}>
        {t("members.copy")}
      </button>
    </Notice>
  );
}

function Open({ invitation }: { invitation: InvitationView }) {
  const path = `/invitations/${invitation.id}`;
  const renew = useMutation({
    mutationFn: () => post<InvitationMade>(`${path}/renew`),
    onSuccess: (made) => !made.link && toast(t("members.mailed", { email: invitation.email ?? "" })),
    onSettled: again,
  });
  const withdraw = useMutation({ mutationFn: () => remove(path), onSettled: again });
  const fault = renew.error ?? withdraw.error;
  const whom = invitation.email ?? t("members.by_link");
  return (
    <li>
      <span>
        <b>{whom}</b>
        <span className="small q"> {t("members.until", { role: roleName(invitation.role), by: invitation.by, at: when(invitation.expiresAt) })}</span>
      </span>
      <button type="button" className="link" aria-label={t("members.renew_whom", { whom })} onClick={() => renew.mutate()}>
        {t("members.renew")}
      </button>
      <button type="button" className="link" aria-label={t("members.withdraw_whom", { whom })} onClick={() => withdraw.mutate()}>
        {t("members.withdraw")}
      </button>
      {renew.data?.link && <Link link={renew.data.link} />}
      {fault && <ErrorNote error={fault} />}
    </li>
  );
}

function roleName(role: string): string {
  const known = ROLES.find((one) => one === role);
  return known ? t(`members.role_${known}`) : role;
}

function mayOf(role: string): string {
  const known = ROLES.find((one) => one === role);
  return known ? t(`members.may_${known}`) : "";
}
