import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { get, post, put, remove } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import type { HookOut, HookOutMade, HooksOut } from "../../api/types.ts";
import { AskedDeed } from "../../parts/AskedDeed.tsx";
import { Layer } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { Empty, ErrorNote, Loading, Notice } from "../../parts/states.tsx";
import { useClock, when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { Unfold } from "../../parts/Unfold.tsx";
import { t, tMaybe, told } from "../../texts/index.ts";
import { WebhookLog } from "./WebhookLog.tsx";
import "./webhooks.css";

function again() {
  void queries.invalidateQueries({ queryKey: ["hooks-out"] });
}

/** Which programs are told what happens here, and what became of it. */
export default function Webhooks() {
  const [made, setMade] = useState<HookOutMade | null>(null);
  const all = useQuery({
    queryKey: ["hooks-out"],
    queryFn: ({ signal }) => get<HooksOut>("/hooks-out", {}, signal),
    refetchInterval: 5_000,
  });
  return (
    <>
      <p className="q hooks-lead">{t("hooks.lead")}</p>
      {all.error && <ErrorNote error={all.error} onRetry={() => void all.refetch()} />}
      {all.data?.hooks.length === 0 && <Empty lead={t("hooks.none")}>{t("hooks.none_text")}</Empty>}
      {all.data ? (
        <>
          {all.data.hooks.map((hook) => (
            <Hook key={hook.id} hook={hook} kinds={all.data.kinds} onSecret={setMade} />
          ))}
          <Unfold
            button={(opens) => (
              <div className="deeds">
                <button type="button" className="btn go" {...opens}>
                  {t("hooks.add")}
                </button>
              </div>
            )}
          >
            {(close) => <HookForm kinds={all.data.kinds} onDone={close} onSecret={setMade} />}
          </Unfold>
        </>
      ) : (
        !all.error && <Loading rows={2} />
      )}
      <Secret made={made} onClose={() => setMade(null)} />
    </>
  );
}

function Hook({ hook, kinds, onSecret }: { hook: HookOut; kinds: string[]; onSecret: (made: HookOutMade) => void }) {
  const [shown, setShown] = useState<"log" | "change" | null>(null);
  const log = `log-${hook.id}`;
  return (
    <section className="hook" aria-label={hook.name}>
      <Head title={hook.name} sub={<State hook={hook} />} />
      <p className="hash hook-url">{hook.url}</p>
      <Facts hook={hook} />
      <Deeds hook={hook} onSecret={onSecret}>
        <button type="button" className="btn s" aria-expanded={shown === "log"} aria-controls={log} onClick={() => setShown(shown === "log" ? null : "log")}>
          {t("hooks.log")}
        </button>
        <button type="button" className="btn s" aria-expanded={shown === "change"} onClick={() => setShown(shown === "change" ? null : "change")}>
          {t("hooks.change")}
        </button>
      </Deeds>
      {shown === "change" && <HookForm hook={hook} kinds={kinds} onDone={() => setShown(null)} onSecret={onSecret} />}
      {shown === "log" && (
        <div id={log}>
          <WebhookLog hook={hook} />
        </div>
      )}
    </section>
  );
}

function State({ hook }: { hook: HookOut }) {
  const now = useClock(60);
  if (hook.state === "stopped") return <span className="tag urgent">{t("hooks.state_stopped")}</span>;
  if (hook.state === "paused") return <span className="tag">{t("hooks.state_paused")}</span>;
  if (hook.failingSince) return <span className="tag urgent">{t("hooks.state_failing", { at: when(hook.failingSince, now) })}</span>;
  return <span className="tag">{t("hooks.state_on")}</span>;
}

function Facts({ hook }: { hook: HookOut }) {
  const now = useClock(60);
  const facts = [
    hook.lastSentAt ? t("hooks.last", { at: when(hook.lastSentAt, now) }) : t("hooks.never"),
    hook.waiting > 0 && t("hooks.waiting", { n: hook.waiting }),
    hook.failed > 0 && t("hooks.failed", { n: hook.failed }),
  ];
  return (
    <>
      <p className="small q">{facts.filter(Boolean).join(", ")}</p>
      <p className="small">
        {hook.kinds.join(", ")}
        {hook.query && <span className="hash hook-query"> {hook.query}</span>}
      </p>
      {hook.oldSecretUntil && <p className="small q">{t("hooks.secret_old", { at: when(hook.oldSecretUntil, now) })}</p>}
      {hook.stoppedAt && <Notice fault>{t("hooks.stopped", { at: when(hook.stoppedAt, now), why: told(hook.why ?? "") })}</Notice>}
      {hook.state === "paused" && <Notice>{t("hooks.paused_text")}</Notice>}
      {hook.missed > 0 && <Notice fault>{t("hooks.missed", { n: hook.missed })}</Notice>}
    </>
  );
}

function Deeds({ hook, onSecret, children }: { hook: HookOut; onSecret: (made: HookOutMade) => void; children: ReactNode }) {
  const path = `/hooks-out/${hook.id}`;
  const onSuccess = again;
  const test = useMutation({
    mutationFn: () => post(`${path}/test`, {}),
    onSuccess: () => {
      again();
      toast(t("hooks.test_sent"));
    },
  });
  const pause = useMutation({ mutationFn: () => post(`${path}/pause`, {}), onSuccess });
  const resume = useMutation({ mutationFn: () => post(`${path}/resume`, {}), onSuccess });
  const gone = useMutation({ mutationFn: () => remove(path), onSuccess });
  const rotate = useMutation({
    mutationFn: () => post<HookOutMade>(`${path}/rotate`, {}),
    onSuccess: (made) => {
      again();
      onSecret(made);
    },
  });
  const fault = test.error ?? pause.error ?? resume.error ?? gone.error ?? rotate.error;
  return (
    <>
      <div className="deeds">
        {hook.state === "on" ? (
          <>
            <button type="button" className="btn s" disabled={test.isPending} onClick={() => test.mutate()}>
              {t("hooks.test")}
            </button>
            <button type="button" className="btn s" disabled={pause.isPending} onClick={() => pause.mutate()}>
              {t("hooks.pause")}
            </button>
          </>
        ) : (
          <button type="button" className="btn s go" disabled={resume.isPending} onClick={() => resume.mutate()}>
            {t("hooks.resume")}
          </button>
        )}
        {children}
        <AskedDeed deed={t("hooks.rotate")} className="btn s quiet" title={t("hooks.rotate_title", { name: hook.name })} onDeed={() => rotate.mutate()}>
          {t("hooks.rotate_text")}
        </AskedDeed>
        <AskedDeed deed={t("hooks.remove")} label={t("hooks.remove_of", { name: hook.name })} className="btn s quiet" title={t("hooks.remove_title", { name: hook.name })} onDeed={() => gone.mutate()}>
          {t("hooks.remove_text")}
        </AskedDeed>
      </div>
      {fault && <ErrorNote error={fault} />}
    </>
  );
}

interface HookFormProps {
  hook?: HookOut;
  kinds: string[];
  onDone: () => void;
  onSecret: (made: HookOutMade) => void;
}

function HookForm({ hook, kinds, onDone, onSecret }: HookFormProps) {
  const [draft, setDraft] = useState({ name: hook?.name ?? "", url: hook?.url ?? "", kinds: hook?.kinds ?? kinds.filter((kind) => /^(alarm|crisis)\./.test(kind)), query: hook?.query ?? "" });
  const keep = useMutation({
    mutationFn: async () => (hook ? (await put(`/hooks-out/${hook.id}`, draft), null) : post<HookOutMade>("/hooks-out", draft)),
    onSuccess: (made) => {
      again();
      onDone();
      if (made) onSecret(made);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate();
  };
  const choose = (kind: string, on: boolean) => setDraft({ ...draft, kinds: kinds.filter((one) => (one === kind ? on : draft.kinds.includes(one))) });
  return (
    <form className="hook-form" onSubmit={submit}>
      <div className="fields">
        {!hook && (
          <label className="field">
            <span>{t("hooks.name")}</span>
            <input className="inp" value={draft.name} maxLength={100} required onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
            <span className="small">{t("hooks.name_hint")}</span>
          </label>
        )}
        <label className="field">
          <span>{t("hooks.url")}</span>
          <input className="inp" type="url" value={draft.url} maxLength={2000} required placeholder="https://example.org/told" onChange={(event) => setDraft({ ...draft, url: event.target.value })} />
        </label>
      </div>
      <Kinds kinds={kinds} chosen={draft.kinds} onChoose={choose} />
      {draft.kinds.includes("word.heard") && (
        <label className="field hook-asked">
          <span>{t("hooks.query")}</span>
          <textarea className="inp hash" rows={2} value={draft.query} maxLength={4000} onChange={(event) => setDraft({ ...draft, query: event.target.value })} />
          <span className="small">{t("hooks.query_hint")}</span>
        </label>
      )}
      {keep.isError && <ErrorNote error={keep.error} />}
      <div className="deeds">
        <button type="submit" className="btn go" disabled={keep.isPending}>
          {t(hook ? "hooks.keep" : "hooks.save_add")}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t("hooks.cancel")}
        </button>
      </div>
    </form>
  );
}

function Kinds({ kinds, chosen, onChoose }: { kinds: string[]; chosen: string[]; onChoose: (kind: string, on: boolean) => void }) {
  const groups = [...new Set(kinds.map((kind) => kind.split(".")[0] ?? ""))];
  return (
    <fieldset className="hook-kinds">
      <legend>{t("hooks.kinds")}</legend>
      {groups.map((group) => (
        <fieldset key={group}>
          <legend>{tMaybe(`hooks.group_${group}`) ?? group}</legend>
          {kinds
            .filter((kind) => kind.startsWith(`${group}.`))
            .map((kind) => (
              <label className="check" key={kind}>
                <input type="checkbox" checked={chosen.includes(kind)} onChange={(event) => onChoose(kind, event.target.checked)} />
                <span>{tMaybe(`hooks.kind_${kind}`) ?? kind}</span>
              </label>
            ))}
        </fieldset>
      ))}
    </fieldset>
  );
}

function Secret({ made, onClose }: { made: HookOutMade | null; onClose: () => void }) {
  const title = t("hooks.secret_title", { name: made?.hook.name ?? "" });
  const copy = () => void navigator.clipboard.writeText(made?.secret ?? "").then(() => toast(t("hooks.copied")));
  return (
    <Layer open={made !== null} onClose={onClose} label={title}>
      <h2>{title}</h2>
      <p className="small q">{t("hooks.secret_once")}</p>
      <p className="hash hook-secret">{made?.secret}</p>
      <div className="deeds">
        <button type="button" className="btn" onClick={copy}>
          {t("hooks.copy")}
        </button>
        <button type="button" className="btn go" onClick={onClose}>
          {t("hooks.seen")}
        </button>
      </div>
    </Layer>
  );
}
