import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { post, put } from "../../api/client.ts";
import { useLive } from "../../api/live.ts";
import { useSession } from "../../api/queries.ts";
import type { TopicProposalView, TopicView, WorkspaceView } from "../../api/types.ts";
import { Head } from "../../parts/Head.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { Empty, ErrorNote } from "../../parts/states.tsx";
import { t } from "../../texts/index.ts";
import { Discovery } from "../sources/AddSource.tsx";
import { Cuttings } from "../topics/Preview.tsx";
import "../sources/sources.css";
import "./first-run.css";

interface Naming {
  brand: string;
  names: string;
  notConfused: string;
  place: string;
}

const list = (text: string) => text.split(",").map((one) => one.trim()).filter(Boolean);
const asked = (naming: Naming) => ({
  brand: naming.brand.trim(),
  names: list(naming.names),
  notConfused: list(naming.notConfused),
  place: naming.place.trim(),
});

/** The first question: whom to listen for; at the side, while one types, who said what already. */
export default function FirstRun() {
  const [naming, setNaming] = useState<Naming>({ brand: "", names: "", notConfused: "", place: "" });
  const [settled, setSettled] = useState(naming);
  const [, go] = useLocation();
  const client = useQueryClient();
  const workspace = useSession().data?.workspace;
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(naming), 300);
    return () => window.clearTimeout(timer);
  }, [naming]);
  const proposal = useQuery({
    queryKey: ["proposal", settled],
    queryFn: ({ signal }) => post<TopicProposalView>("/topics/propose", asked(settled), signal),
    enabled: settled.brand.trim() !== "",
    placeholderData: (before) => before,
  });
  useLive("words", () => void client.invalidateQueries({ queryKey: ["proposal"] }));
  const start = useMutation({
    mutationFn: async () => {
      const brand = asked(naming);
      const { query } = await post<TopicProposalView>("/topics/propose", brand);
      await post<TopicView>("/topics", { name: brand.brand, query, never: ["jobs", "coupons"], hide: ["spam"] });
      return put<WorkspaceView>("/workspace", { name: workspace?.name || brand.brand, ...brand });
    },
    onSuccess: async () => {
      await client.invalidateQueries();
      go("/now");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start.mutate();
  };
  const change = (part: Partial<Naming>) => setNaming({ ...naming, ...part });
  return (
    <div className="cols first-cols">
      <div className="first-main">
        <h1>{t("firstrun.title")}</h1>
        <p className="dek">{t("firstrun.dek")}</p>
        <form className="first-form" id="naming" onSubmit={submit}>
          <Field label={t("firstrun.name")} big value={naming.brand} placeholder={t("firstrun.namePlaceholder")} onValue={(brand) => change({ brand })} />
          <Field label={t("firstrun.others")} hint={t("firstrun.othersHint")} value={naming.names} onValue={(names) => change({ names })} />
          <div className="first-pair">
            <Field label={t("firstrun.confused")} hint={t("firstrun.confusedHint")} value={naming.notConfused} onValue={(notConfused) => change({ notConfused })} />
            <Field label={t("firstrun.place")} hint={t("firstrun.placeHint")} value={naming.place} onValue={(place) => change({ place })} />
          </div>
          {proposal.data && naming.brand.trim() && (
            <div>
              <p className="lab">{t("firstrun.query")}</p>
              <p className="first-query">{proposal.data.query}</p>
              <p className="tiny qq">{t("firstrun.queryHint")}</p>
            </div>
          )}
        </form>
        <div className="block">
          <Head title={t("firstrun.where")} sub={t("firstrun.whereSub")} />
          <Discovery onAdded={() => void client.invalidateQueries({ queryKey: ["proposal"] })} />
        </div>
        {start.isError && <ErrorNote error={start.error} />}
        <div className="first-foot">
          <button type="submit" form="naming" className="btn go" disabled={naming.brand.trim() === "" || start.isPending}>
            {t("firstrun.start")} <Kbd>↵</Kbd>
          </button>
          <span className="small q">{t("firstrun.startHint")}</span>
        </div>
      </div>
      <aside className="side first-side" aria-label={t("firstrun.heard")}>
        <Heard proposal={proposal.data} named={naming.brand.trim() !== ""} />
        <div className="first-town">
          <Head title={t("firstrun.town")} />
          <p className="small q">
            {t("firstrun.townText")} <code>./wordborne demo</code>
          </p>
        </div>
      </aside>
    </div>
  );
}

interface FieldProps {
  label: string;
  hint?: string;
  value: string;
  placeholder?: string;
  big?: boolean;
  onValue: (value: string) => void;
}

function Field({ label, hint, value, placeholder, big = false, onValue }: FieldProps) {
  return (
    <label className="field">
      <span>
        {label} {hint && <span className="hint">{hint}</span>}
      </span>
      <input className={big ? "inp big" : "inp"} autoFocus={big} value={value} placeholder={placeholder} maxLength={400} onChange={(event) => onValue(event.target.value)} />
    </label>
  );
}

function Heard({ proposal, named }: { proposal: TopicProposalView | undefined; named: boolean }) {
  const preview = proposal?.preview;
  const sub = preview && named && preview.count > 0 ? t("firstrun.words", { n: preview.count, people: t("firstrun.people", { n: preview.people }) }) : t("firstrun.heardSub");
  return (
    <div>
      <Head title={t("firstrun.heard")} sub={sub} />
      {preview && named && preview.count > 0 ? (
        <Cuttings mentions={preview.sample.slice(0, 5)} />
      ) : (
        <Empty lead={t(named && preview ? "firstrun.noMatch" : "firstrun.waiting")}>{t("firstrun.nothingHelp")}</Empty>
      )}
    </div>
  );
}
