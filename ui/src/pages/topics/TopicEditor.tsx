import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { get, post, put, remove } from "../../api/client.ts";
import type { Preset, TopicPreviewView, TopicVersion, TopicVersionsView, TopicView } from "../../api/types.ts";
import { Ask } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { number, t, tMaybe } from "../../texts/index.ts";
import { T } from "../../texts/T.tsx";
import { Preview } from "./Preview.tsx";
import { QueryEditor } from "./QueryEditor.tsx";

const NEVER: Preset[] = ["jobs", "coupons", "surveys", "own"];
const HIDE: Preset[] = ["reposts", "spam", "own"];
const PREVIEW_DAYS = 30;

interface Draft {
  name: string;
  query: string;
  never: Preset[];
  hide: Preset[];
}

/** One topic: its question, what it leaves out, and at the side what it would have heard. */
export function TopicEditor({ id }: { id: string | null }) {
  const [search] = useSearchParams();
  const kept = useQuery({
    queryKey: ["topic", id],
    queryFn: ({ signal }) => get<TopicView>(`/topics/${id}`, {}, signal),
    enabled: id !== null,
  });
  if (id !== null && kept.isError) return <div className="topic-main"><ErrorNote error={kept.error} onRetry={() => void kept.refetch()} /></div>;
  if (id !== null && !kept.data) return <div className="topic-main"><h1 className="vh">{t("topics.breadcrumb")}</h1><Loading /></div>;
  const first: Draft = kept.data ?? { name: "", query: search.get("query") ?? "", never: ["jobs", "coupons"], hide: ["spam"] };
  return <Editing id={id} first={first} version={kept.data?.version ?? null} />;
}

function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), ms);
    return () => window.clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

function Editing({ id, first, version }: { id: string | null; first: Draft; version: number | null }) {
  const [draft, setDraft] = useState<Draft>({ name: first.name, query: first.query, never: first.never, hide: first.hide });
  const [asking, setAsking] = useState(false);
  const [, go] = useLocation();
  const client = useQueryClient();
  const asked = useSettled(draft, 250);
  const preview = useQuery({
    queryKey: ["topic-preview", asked.query, asked.never, asked.hide],
    queryFn: ({ signal }) =>
      post<TopicPreviewView>("/topics/preview", { query: asked.query, never: asked.never, hide: asked.hide, days: PREVIEW_DAYS }, signal),
    enabled: asked.query.trim() !== "",
    placeholderData: (before) => before,
  });
  const fault = draft.query.trim() === "" ? null : (preview.data?.error ?? null);
  const settle = () => Promise.all([client.invalidateQueries({ queryKey: ["topics"] }), client.invalidateQueries({ queryKey: ["topic"] })]);
  const save = useMutation({
    mutationFn: () => (id === null ? post<TopicView>("/topics", draft) : put<TopicView>(`/topics/${id}`, draft)),
    onSuccess: async (topic) => {
      await settle();
      toast(t("topics.saved", { name: topic.name }));
      go(`/topics/${topic.id}`);
    },
  });
  const drop = useMutation({
    mutationFn: () => remove(`/topics/${id}`),
    onSuccess: async () => {
      await settle();
      go("/topics");
    },
  });
  const blocked = fault || draft.query.trim() === "" ? t("topics.mendFirst") : draft.name.trim() === "" ? t("topics.nameFirst") : null;
  return (
    <div className="cols topics-cols">
      <div className="topic-main">
        <p className="small qq">
          <Link href="/topics">{t("topics.breadcrumb")}</Link> / {version === null ? t("topics.draft") : t("topics.version", { n: version })}
        </p>
        <h1>{draft.name || t("topics.newTitle")}</h1>
        <label className="field block">
          <span>
            {t("topics.nameLabel")} <span className="hint">{t("topics.nameHint")}</span>
          </span>
          <input className="inp" value={draft.name} maxLength={120} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
        </label>
        <p className="lab block">{t("topics.query")}</p>
        <QueryEditor query={draft.query} onQuery={(query) => setDraft({ ...draft, query })} fault={fault} />
        <p className="small q">
          <T k="topics.queryHint" raw={<span className="mono">raw:</span>} />
        </p>
        <div className="presets">
          <Presets which="never" names={NEVER} draft={draft} onDraft={setDraft} counts={preview.data?.neverCounts} />
          <Presets which="hide" names={HIDE} draft={draft} onDraft={setDraft} counts={preview.data?.hideCounts} />
        </div>
        {id !== null && <Versions id={id} onTake={(old) => setDraft({ name: draft.name, query: old.query, never: old.never, hide: old.hide })} />}
        {save.isError && <ErrorNote error={save.error} />}
        <div className="topic-foot">
          <button type="button" className="btn go" disabled={blocked !== null || save.isPending} onClick={() => save.mutate()}>
            {t("topics.save")}
          </button>
          <span className="small q">{blocked ?? t("topics.saveBackfill")}</span>
          {id !== null && (
            <button type="button" className="link small danger-link" onClick={() => setAsking(true)}>
              {t("topics.remove")}
            </button>
          )}
        </div>
        <Ask
          open={asking}
          onClose={() => setAsking(false)}
          title={t("topics.removeTitle", { name: draft.name })}
          deed={t("topics.removeGo")}
          keep={t("topics.keep")}
          danger
          onDeed={() => drop.mutate()}
        >
          {t("topics.removeText")}
        </Ask>
      </div>
      <aside className="side topic-side" aria-label={t("topics.preview")}>
        {preview.isError && <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />}
        {preview.data && !preview.data.error && <Preview preview={preview.data} days={PREVIEW_DAYS} query={asked.query} />}
        {(!preview.data || preview.data.error) && !preview.isError && (
          <>
            <Head title={t("topics.preview")} sub={t("topics.previewDays", { n: PREVIEW_DAYS })} />
            {fault ? (
              <p className="small q">{t("topics.previewMend")}</p>
            ) : draft.query.trim() === "" ? (
              <p className="small q">{t("topics.previewType")}</p>
            ) : (
              <Loading rows={2} />
            )}
          </>
        )}
      </aside>
    </div>
  );
}

interface PresetsProps {
  which: "never" | "hide";
  names: Preset[];
  draft: Draft;
  onDraft: (draft: Draft) => void;
  counts?: Partial<Record<Preset, number>>;
}

function Presets({ which, names, draft, onDraft, counts }: PresetsProps) {
  const chosen = draft[which];
  const change = (name: Preset, on: boolean) =>
    onDraft({ ...draft, [which]: on ? [...chosen, name] : chosen.filter((other) => other !== name) });
  return (
    <section>
      <Head title={t(`topics.${which}Title`)} sub={t(`topics.${which}Sub`)} />
      <p className="small q">{t(`topics.${which}Text`)}</p>
      {names.map((name) => (
        <label className="check" key={name}>
          <input type="checkbox" checked={chosen.includes(name)} onChange={(event) => change(name, event.target.checked)} />
          <span>
            {tMaybe(`topics.preset.${name}`)}
            <br />
            <span className="tiny qq">{tMaybe(`topics.preset.${name}.eg`)}</span>
          </span>
          {counts?.[name] !== undefined && <span className="n">{(which === "never" && counts[name] > 0 ? "−" : "") + number(counts[name])}</span>}
        </label>
      ))}
    </section>
  );
}

function Versions({ id, onTake }: { id: string; onTake: (old: TopicVersion) => void }) {
  const versions = useQuery({
    queryKey: ["topic", id, "versions"],
    queryFn: ({ signal }) => get<TopicVersionsView>(`/topics/${id}/versions`, {}, signal),
  });
  if (!versions.data || versions.data.versions.length < 2) return null;
  return (
    <div className="block">
      <Head title={t("topics.versions")} thin />
      <ol className="small versions">
        {versions.data.versions.map((old, i) => (
          <li key={old.version}>
            <time dateTime={old.at}>{when(old.at)}</time>
            <span className="mono">{old.query}</span>
            {i > 0 && (
              <button type="button" className="link" onClick={() => onTake(old)}>
                {t("topics.restore")}
              </button>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
