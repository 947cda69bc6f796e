import { useState, type FormEvent } from "react";
import { post, remove as erase } from "../../api/client.ts";
import { AskedDeed } from "../../parts/AskedDeed.tsx";
import { Ask } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { t } from "../../texts/index.ts";
import { day, dueOn, said, useDeed } from "./api.ts";
import type { CampaignView, Law, Task } from "./records.ts";

/** What has to be done before it starts, and what comes due later. */
export function BeforePart({ campaign, law }: { campaign: CampaignView; law: Law | undefined }) {
  if (!law) return null;
  const before = law.tasks.filter((task) => task.beforeStart);
  const later = law.tasks.filter((task) => !task.beforeStart);
  const done = before.filter((task) => task.doneOn !== null).length;
  return (
    <section className="block">
      <Head title={t("campaigns.before")} thin sub={before.length > 0 ? t("campaigns.nOfM", { n: done, m: before.length }) : undefined} />
      {before.length === 0 && <p className="small q">{t("campaigns.noTasks")}</p>}
      <ul className="campaign-tasks">
        {before.map((task) => (
          <TaskLine campaign={campaign.id} task={task} calendar={calendar(law, task)} key={task.id} />
        ))}
      </ul>
      {later.length > 0 && (
        <>
          <h3 className="campaign-later">{t("campaigns.later")}</h3>
          <ul className="campaign-tasks">
            {later.map((task) => (
              <TaskLine campaign={campaign.id} task={task} calendar={calendar(law, task)} key={task.id} />
            ))}
          </ul>
        </>
      )}
      <AddTask campaign={campaign.id} />
    </section>
  );
}

/** Whether all days were counted for it, or business days. */
function calendar(law: Law, task: Task): string | undefined {
  return law.findings.find((one) => `${one.pack}/${one.rule}` === task.fromRule)?.task?.calendar;
}

function TaskLine({ campaign, task, calendar }: { campaign: string; task: Task; calendar: string | undefined }) {
  const [open, setOpen] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const path = `/campaigns/${campaign}/tasks/${task.id}`;
  const tick = useDeed((done: boolean) => post(`${path}/evidence`, done ? { doneOn: today() } : {}));
  const remove = useDeed(() => erase(path));
  const done = task.doneOn !== null;
  const own = task.fromRule === "";
  const name = said(task.title);
  return (
    <li>
      <label className="check">
        <input
          type="checkbox"
          checked={done}
          onChange={() => {
            if (done && task.evidence !== "") setUndoing(true);
            else if (own || done) tick.mutate(!done);
            else setOpen(true);
          }}
        />
        <span>
          {name}
          <span className="tiny qq campaign-task-more">
            {task.due && <span className={task.late && !done ? "negative" : undefined}>{dueOn(task.due, calendar)}</span>}
            {!own && <span>{task.fromRule}</span>}
            {done && task.doneOn && <span>{t("campaigns.doneOn", { day: day(task.doneOn), who: task.doneBy })}</span>}
            {task.late && done && !own && <span className="negative">{t("campaigns.doneLate")}</span>}
          </span>
          {task.evidence && <span className="tiny q campaign-evidence">{task.evidence}</span>}
        </span>
      </label>
      <span className="campaign-task-deeds">
        {!own && !done && !open && (
          <button type="button" className="link small" aria-label={t("campaigns.evidenceOf", { task: name })} onClick={() => setOpen(true)}>
            {t("campaigns.evidence")}
          </button>
        )}
        {own && task.evidence === "" && (
          <button type="button" className="link small" aria-label={t("campaigns.removeTask", { task: name })} onClick={() => remove.mutate()}>
            {t("campaigns.remove")}
          </button>
        )}
        {own && task.evidence !== "" && (
          <AskedDeed className="link small" deed={t("campaigns.remove")} label={t("campaigns.removeTask", { task: name })} disabled={remove.isPending} title={t("campaigns.removeTitle", { task: name })} onDeed={() => remove.mutate()}>
            {t("campaigns.undoText")} <b>{task.evidence}</b>
          </AskedDeed>
        )}
      </span>
      {open && <Evidence path={path} task={task} onClose={() => setOpen(false)} />}
      <Ask open={undoing} onClose={() => setUndoing(false)} title={t("campaigns.undoTitle", { task: name })} deed={t("campaigns.undo")} keep={t("words.cancel")} onDeed={() => tick.mutate(false)}>
        {t("campaigns.undoText")} <b>{task.evidence}</b>
      </Ask>
      {tick.isError && <ErrorNote error={tick.error} />}
      {remove.isError && <ErrorNote error={remove.error} />}
    </li>
  );
}

function Evidence({ path, task, onClose }: { path: string; task: Task; onClose: () => void }) {
  const [evidence, setEvidence] = useState("");
  const [on, setOn] = useState(today());
  const save = useDeed(() => post(`${path}/evidence`, { evidence, doneOn: on }), onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="campaign-form campaign-inset" onSubmit={submit}>
      <label className="field">
        <span>{t(`campaigns.kind.${task.evidenceKind}`)}</span>
        <input className="inp" value={evidence} autoFocus onChange={(event) => setEvidence(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("campaigns.doneWhen")}</span>
        <input className="inp" type="date" value={on} max={today()} onChange={(event) => setOn(event.target.value)} />
      </label>
      {save.isError && <ErrorNote error={save.error} />}
      <span className="campaign-inline">
        <button type="submit" className="btn s go" disabled={save.isPending || evidence.trim() === ""}>
          {t("campaigns.save")}
        </button>
        <button type="button" className="btn s" onClick={onClose}>
          {t("words.close")}
        </button>
      </span>
    </form>
  );
}

function AddTask({ campaign }: { campaign: string }) {
  const [title, setTitle] = useState("");
  const add = useDeed(
    () => post(`/campaigns/${campaign}/tasks`, { title }),
    () => setTitle(""),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== "") add.mutate();
  };
  return (
    <form className="campaign-inline campaign-add" onSubmit={submit}>
      <input className="inp" value={title} aria-label={t("campaigns.addTask")} placeholder={t("campaigns.addTask")} onChange={(event) => setTitle(event.target.value)} />
      <button type="submit" className="btn s" disabled={add.isPending || title.trim() === ""}>
        {t("campaigns.add")}
      </button>
      {add.isError && <ErrorNote error={add.error} />}
    </form>
  );
}

function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
