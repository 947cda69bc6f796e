import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent } from "react";
import { useLocation } from "wouter";
import { get, patch, post, put } from "../../api/client.ts";
import { useLive } from "../../api/live.ts";
import { useSession } from "../../api/queries.ts";
import type { SampleOffer, SourceMade, TopicProposalView, TopicsView, TopicView, WorkspaceView } from "../../api/types.ts";
import { Head } from "../../parts/Head.tsx";
import { CloseIcon } from "../../parts/icons.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { Empty, ErrorNote } from "../../parts/states.tsx";
import { currentZone } from "../../parts/time.ts";
import { Swatch } from "../../shell/Workplaces.tsx";
import { t } from "../../texts/index.ts";
import { Discovery, type NewSource } from "../sources/AddSource.tsx";
import { Cuttings } from "../topics/Preview.tsx";
import "../sources/sources.css";
import "./first-run.css";

interface Naming {
  brand: string;
  names: string;
  notConfused: string;
  place: string;
}

/** Told apart on light and dark pages alike; a blind choice is no worse than another. */
const COLOURS = ["1a7f5a", "2f78c4", "7d5fd3", "b8478a", "c2502e", "9a6b12"] as const;

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
  const [colour, setColour] = useState("");
  const [taken, setTaken] = useState<NewSource[]>([]);
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
      // A second try after a break finds what the first one made.
      const { topics } = await get<TopicsView>("/topics");
      if (!topics.some(({ name }) => name === brand.brand)) await post<TopicView>("/topics", { name: brand.brand, query, never: ["jobs", "coupons"], hide: ["spam"] });
      // Only now is there a question to keep words for.
      await Promise.all(taken.map(async (source) => {
        const { source: made } = await post<SourceMade>("/sources", source);
        await post(`/sources/${made.id}/poll`).catch(() => undefined);
        setTaken((left) => left.filter((one) => one !== source));
      }));
      if (colour) await patch("/workspace/look", { accent: `#${colour}` });
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
          <Colour value={colour} onValue={setColour} />
        </form>
        <div className="block">
          <Head title={t("firstrun.where")} sub={t("firstrun.whereSub")} />
          <Discovery taken={taken} onTake={(source) => setTaken([...taken, source])} />
          {taken.length > 0 && <Taken sources={taken} onDrop={(source) => setTaken(taken.filter((one) => one !== source))} />}
        </div>
        {start.isError && <ErrorNote error={start.error} />}
        <div className="first-foot">
          <button type="submit" form="naming" className="btn go" disabled={naming.brand.trim() === "" || start.isPending}>
            {start.isPending ? t("firstrun.starting") : <>{t("firstrun.start")} <Kbd>↵</Kbd></>}
          </button>
          <span className="small q">{t("firstrun.startHint")}</span>
        </div>
      </div>
      <aside className="side first-side" aria-label={t("firstrun.heard")}>
        <Heard proposal={proposal.data} named={naming.brand.trim() !== ""} later={taken.length} />
        <TownOffer />
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

/** One of a few that hold on every page; any other in Settings. */
function Colour({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  return (
    <fieldset className="first-colours">
      <legend>
        {t("firstrun.colour")} <span className="hint">{t("firstrun.colourHint")}</span>
      </legend>
      {(["", ...COLOURS] as const).map((one) => (
        <label key={one} className="check">
          <input type="radio" name="colour" checked={value === one} onChange={() => onValue(one)} />
          {one && <Swatch workspace={{ accent: `#${one}` }} />}
          {t(one ? `firstrun.colour_${one}` : "firstrun.colourNone")}
        </label>
      ))}
    </fieldset>
  );
}

function Taken({ sources, onDrop }: { sources: NewSource[]; onDrop: (source: NewSource) => void }) {
  return (
    <>
      <p className="lab">{t("firstrun.whereLater")}</p>
      <ul className="plain-list first-taken">
        {sources.map((source) => {
          const name = source.name || source.settings.url || "";
          return (
            <li key={source.settings.url}>
              <bdi>{name}</bdi>{" "}
              <button type="button" className="bare-btn" aria-label={t("firstrun.whereDrop", { name })} onClick={() => onDrop(source)}>
                <CloseIcon />
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The sample: a workspace of its own beside this one. */
function TownOffer() {
  const mayMake = useSession().data?.permissions.includes("server") ?? false;
  const sample = useQuery({ queryKey: ["sample"], queryFn: ({ signal }) => get<SampleOffer>("/workspaces/sample", {}, signal), enabled: mayMake });
  const make = useMutation({
    mutationFn: () => post<SampleOffer>("/workspaces/sample", { zone: currentZone() }),
    onSuccess: ({ prefix }) => window.location.assign(`${prefix ?? ""}/now`),
  });
  if (!sample.data?.offered) return null;
  const there = sample.data.prefix;
  return (
    <section className="first-town">
      <Head title={t("firstrun.town")} />
      <p className="small q">{t("firstrun.townText")}</p>
      {make.error && <ErrorNote error={make.error} />}
      <p className="deeds" aria-live="polite">
        {there ? (
          <a className="btn" href={`${there}/now`}>
            {t("firstrun.townAgain")}
          </a>
        ) : (
          <button type="button" className="btn" disabled={make.isPending || make.isSuccess} onClick={() => make.mutate()}>
            {t(make.isPending || make.isSuccess ? "firstrun.townMaking" : "firstrun.townDeed")}
          </button>
        )}
      </p>
    </section>
  );
}

function Heard({ proposal, named, later }: { proposal: TopicProposalView | undefined; named: boolean; later: number }) {
  const preview = proposal?.preview;
  const sub = preview && named && preview.count > 0 ? t("firstrun.words", { n: preview.count, people: t("firstrun.people", { n: preview.people }) }) : t("firstrun.heardSub");
  return (
    <div>
      <Head title={t("firstrun.heard")} sub={sub} />
      {preview && named && preview.count > 0 ? (
        <Cuttings mentions={preview.sample.slice(0, 5)} />
      ) : (
        <Empty lead={t(named && preview ? "firstrun.noMatch" : "firstrun.waiting")}>{later > 0 ? t("firstrun.heardLater", { n: later }) : t("firstrun.nothingHelp")}</Empty>
      )}
    </div>
  );
}
