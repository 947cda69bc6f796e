import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, post, put } from "../../api/client.ts";
import { queries } from "../../api/queries.ts";
import type { RetentionPreview, RetentionView } from "../../api/types.ts";
import { Ask } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";
import { t } from "../../texts/index.ts";

/** For how long words are kept, and what a shorter time would let go. */
export default function Retention() {
  const kept = useQuery({ queryKey: ["privacy", "retention"], queryFn: ({ signal }) => get<RetentionView>("/privacy/retention", {}, signal) });
  return (
    <section className="block">
      <Head title={t("privacy.keep")} />
      <p className="small q">{t("privacy.keep_text")}</p>
      {kept.error && <ErrorNote error={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.data ? <Form key={JSON.stringify(kept.data)} kept={kept.data} /> : !kept.error && <Loading rows={1} />}
    </section>
  );
}

function Form({ kept }: { kept: RetentionView }) {
  const [months, setMonths] = useState(String(kept.months));
  const [rawDays, setRawDays] = useState(String(kept.rawDays));
  const [own, setOwn] = useState<Record<string, string>>(() => Object.fromEntries(kept.sources.map((one) => [one.source, one.months === null ? "" : String(one.months)])));
  const [going, setGoing] = useState(0);
  const draft = {
    months: Number(months),
    rawDays: Number(rawDays),
    sources: kept.sources.map(({ source }) => ({ source, months: own[source] ? Number(own[source]) : null })),
  };
  const save = useMutation({
    mutationFn: () => put("/privacy/retention", draft),
    onSuccess: () => {
      toast(t("settings.saved"));
      void queries.invalidateQueries({ queryKey: ["privacy", "retention"] });
    },
  });
  const look = useMutation({
    mutationFn: () => post<RetentionPreview>("/privacy/retention/preview", draft),
    onSuccess: ({ words }) => (words > 0 ? setGoing(words) : save.mutate()),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    look.mutate();
  };
  const fault = look.error ?? save.error;
  return (
    <form onSubmit={send}>
      <div className="fields">
        <Whole label={t("privacy.keep_months")} most={120} value={months} onChange={setMonths} required />
        <Whole label={t("privacy.keep_raw")} most={3650} value={rawDays} onChange={setRawDays} required />
        {kept.sources.map((one) => (
          <Whole
            key={one.source}
            label={t("privacy.keep_source", { name: one.name })}
            most={120}
            value={own[one.source] ?? ""}
            placeholder={months}
            onChange={(value) => setOwn({ ...own, [one.source]: value })}
          />
        ))}
      </div>
      {fault && <ErrorNote error={fault} />}
      <p className="deeds">
        <button type="submit" className="btn" disabled={look.isPending || save.isPending}>
          {t("settings.save")}
        </button>
      </p>
      <Ask
        open={going > 0}
        onClose={() => setGoing(0)}
        title={t("privacy.keep_title", { n: going })}
        deed={t("privacy.keep_deed", { n: going })}
        danger
        keep={t("words.cancel")}
        onDeed={() => save.mutate()}
      >
        {t("privacy.keep_going")}
      </Ask>
    </form>
  );
}

interface WholeProps {
  label: string;
  most: number;
  value: string;
  placeholder?: string;
  required?: boolean;
  onChange: (value: string) => void;
}

function Whole({ label, most, value, placeholder, required, onChange }: WholeProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <input className="inp" type="number" min={1} max={most} step={1} required={required} placeholder={placeholder} value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
