import { useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useLocation } from "wouter";
import type { ConversationRow, ConversationView, ReplyView } from "../../api/types.ts";
import { useKeys } from "../../keys/keys.ts";
import { BackIcon } from "../../parts/icons.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { t } from "../../texts/index.ts";
import { Composer, type Target } from "./Composer.tsx";
import { useDeed } from "./data.ts";
import { LaterChoice } from "./LaterChoice.tsx";
import { Thread } from "./Thread.tsx";

interface OpenedProps {
  view: ConversationView;
  writing: boolean;
  onPutAway: (row: ConversationRow, how: "done" | "later", until?: Date) => void;
  onPerson: () => void;
}

/** One conversation: what it is about, who said what, and the answer. */
export function Opened({ view, writing, onPutAway, onPerson }: OpenedProps) {
  const { row } = view;
  const [, go] = useLocation();
  const [target, setTarget] = useState<Target | null>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const redraft = (reply: ReplyView) => setDraft(reply.text);
  return (
    <>
      <header className="talk-head">
        <div className="line">
          <button type="button" className="ib back" aria-label={t("conversations.back_to_list")} onClick={() => go("/conversations")}>
            <BackIcon />
          </button>
          <h1 dir="auto" title={row.title}>{row.title || t("conversations.title")}</h1>
          <Deeds view={view} onPutAway={onPutAway} />
        </div>
        <p className="small qq under">
          <span>{t("conversations.people_sources", { n: Math.max(1, row.peopleCount), sources: row.sourceNames.join(", ") || row.opener.sourceName })}</span>
          {row.assignee && <span>{t("conversations.assigned_to", { name: row.assignee.name })}</span>}
          {row.state === "later" && row.laterUntil && <span>{t("conversations.did_later", { when: when(row.laterUntil) })}</span>}
          {view.person && (
            <button type="button" className="link person-link" onClick={onPerson}>
              {view.person.name || t("conversations.person")}
            </button>
          )}
        </p>
      </header>
      <Thread view={view} onAnswer={setTarget} onRedraft={redraft} />
      <Composer key={`${row.id} ${draft ?? ""}`} view={view} target={target} draft={draft} writing={writing || draft !== null || target !== null} onSent={() => setTarget(null)} />
    </>
  );
}

function Deeds({ view: { row, members }, onPutAway }: Pick<OpenedProps, "view" | "onPutAway">) {
  const [assigning, setAssigning] = useState(false);
  const [putting, setPutting] = useState(false);
  const deed = useDeed();
  const done = () => onPutAway(row, "done");
  const open = row.state === "open";
  useKeys({ a: () => setAssigning(true), ...(open && { z: () => setPutting(true), e: done }) });
  const assign = (person: string | null, name: string) =>
    deed.mutate(
      { id: row.id, deed: "assign", body: { person } },
      {
        onSuccess: () =>
          toast(person ? t("conversations.did_assign", { name }) : t("conversations.did_unassign"), {
            label: t("conversations.undo"),
            key: "z",
            run: () => deed.mutate({ id: row.id, deed: "assign", body: { person: row.assignee?.id ?? null } }),
          }),
      },
    );
  return (
    <div className="deeds-line">
      <MenuTrigger isOpen={assigning} onOpenChange={setAssigning}>
        <Button className="btn s">
          {t("conversations.assign")} <Kbd>a</Kbd>
        </Button>
        <Popover className="pop menu" placement="bottom end">
          <Menu
            aria-label={t("conversations.assign_to")}
            selectionMode="single"
            selectedKeys={[row.assignee?.id ?? "nobody"]}
            onAction={(key) => assign(key === "nobody" ? null : String(key), members.find((m) => m.id === key)?.name ?? "")}
          >
            {members.map((member) => (
              <MenuItem key={member.id} id={member.id}>
                {member.name}
              </MenuItem>
            ))}
            <MenuItem id="nobody">{t("conversations.nobody_yet")}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {row.state === "open" ? (
        <>
          <LaterChoice open={putting} onOpen={setPutting} onLater={(until) => onPutAway(row, "later", until)} />
          <button type="button" className="btn s" onClick={done}>
            {t("conversations.done_deed")} <Kbd>e</Kbd>
          </button>
        </>
      ) : (
        <button type="button" className="btn s" onClick={() => deed.mutate({ id: row.id, deed: "reopen" })}>
          {t("conversations.reopen")}
        </button>
      )}
    </div>
  );
}
