import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearchParams } from "wouter";
import { get, post } from "../../api/client.ts";
import { useLive } from "../../api/live.ts";
import { WarnIcon } from "../../parts/icons.tsx";
import { useOpened } from "../../parts/opened.ts";
import { Empty, ErrorNote, Loading, Notice } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { Voice } from "../../parts/Voice.tsx";
import { number, percent, t } from "../../texts/index.ts";
import { Decisions } from "./Decisions.tsx";
import { Opened } from "./Opened.tsx";
import type { StrategyView, ThemeRow } from "./records.ts";
import { Statements } from "./Statements.tsx";
import { ThemeTable } from "./ThemeTable.tsx";
import "./strategy.css";

/** What we say beside what people say, what is proposed of it, and what was decided. */
export default function StrategyPage() {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ["strategy"] });
  useLive("strategy", () => void again());
  const [search, setSearch] = useSearchParams();
  const page = useQuery({ queryKey: ["strategy"], queryFn: ({ signal }) => get<StrategyView>("/strategy", {}, signal) });
  const look = useMutation({ mutationFn: () => post<StrategyView>("/strategy/look", {}), onSuccess: (view) => client.setQueryData(["strategy"], view) });
  const view = page.data;
  const opened = useOpened(search.get("theme"), view?.themes ?? [], firstToLookAt) ?? null;
  return (
    <div className="pad strategy">
      {page.isError && <ErrorNote error={page.error} onRetry={() => void page.refetch()} />}
      {page.isPending && <Loading />}
      {view && (
        <>
          <div className="strategy-top">
            <div>
              <h1>{headline(view)}</h1>
              <p className="dek">{dek(view)}</p>
            </div>
            <p className="strategy-deeds">
              <button type="button" className="btn" disabled={look.isPending} onClick={() => look.mutate()}>
                {t("strategy.look")}
              </button>
              <Link className="btn" href="/strategy/wishes">
                {t("strategy.wishes")}
              </Link>
            </p>
          </div>
          {look.isError && <ErrorNote error={look.error} />}
          <div className="stra">
            <div>
              {view.themes.length === 0 ? (
                <Empty lead={t("strategy.noThemes")}>{t("strategy.noThemesHelp")}</Empty>
              ) : (
                <ThemeTable view={view} opened={opened} onOpen={(id) => setSearch({ theme: id }, { replace: true })} />
              )}
              {view.few && <FewVoices view={view} />}
              <Statements statements={view.statements} />
            </div>
            <aside aria-label={t("strategy.opened")}>
              {opened && <Opened theme={opened} statements={view.statements} from={view.from} to={view.to} key={opened.id} />}
              <Decisions view={view} />
              {view.reconsider && <Reconsider view={view} />}
            </aside>
          </div>
        </>
      )}
    </div>
  );
}

/** What they speak of and we do not, else the first. */
function firstToLookAt(themes: ThemeRow[]): ThemeRow | undefined {
  return themes.find((one) => one.together === "unheard") ?? themes[0];
}

/** The largest of ours that they hardly speak of, and the largest of theirs that we do not. */
function headline(view: StrategyView): string {
  if (view.few) return t("strategy.fewTitle");
  const unasked = largest(view.themes, "unasked", (row) => row.say ?? 0);
  const unheard = largest(view.themes, "unheard", (row) => row.they?.value ?? 0);
  if (unasked && unheard) return t("strategy.titleBoth", { ours: unasked.name, theirs: unheard.name });
  if (unheard) return t("strategy.titleUnheard", { theirs: unheard.name });
  const most = [...view.themes].sort((a, b) => (b.they?.value ?? 0) - (a.they?.value ?? 0))[0];
  return most?.they ? t("strategy.titleMost", { theirs: most.name }) : t("strategy.title");
}

function largest(rows: ThemeRow[], together: ThemeRow["together"], of: (row: ThemeRow) => number): ThemeRow | null {
  return rows.filter((row) => row.together === together).sort((a, b) => of(b) - of(a))[0] ?? null;
}

function dek(view: StrategyView): string {
  if (view.few || view.persons === null) return t("strategy.fewDek");
  const all = t("strategy.dek", { n: view.persons, from: when(view.from), posts: view.posts ?? 0 });
  const people = view.cut ? `${all} ${t("strategy.cut", { from: when(view.from) })}` : all;
  const a = view.agreement;
  if (!a) return `${people} ${t(view.whyNone === "posts" ? "strategy.nonePosts" : "strategy.nonePersons", { n: view.whyNone === "posts" ? (view.posts ?? 0) : view.persons })}`;
  const now = t("strategy.tune", { value: number(a.value, 2), low: number(a.low, 2), high: number(a.high, 2) });
  if (!view.before) return `${people} ${now}`;
  return `${people} ${now} ${t("strategy.tuneBefore", { day: when(view.before.day), value: number(view.before.agreement.value, 2) })}`;
}

function FewVoices({ view }: { view: StrategyView }) {
  return (
    <ul className="quo few-voices">
      {view.voices.map((one) => (
        <li key={one.id}>
          <Voice text={one.text || one.title} language={one.language} />
          <span className="tiny qq">
            <bdi>{one.author.name}</bdi>, {one.source?.name ?? t("words.imported")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Reconsider({ view }: { view: StrategyView }) {
  const one = view.reconsider;
  if (!one) return null;
  return (
    <section className="block" aria-label={t("strategy.reconsider")}>
      <Notice icon={<WarnIcon />}>
        <b>{t("strategy.meet", { say: percent(one.say), they: percent(one.they) })}</b> {t(one.why === "agreement" ? "strategy.whyAgreement" : "strategy.whyNothing")}{" "}
        {t("strategy.thinkOver")} <Link href={`/strategy?theme=${one.theme ?? ""}`}>{one.name}</Link>
        {t("strategy.orStay")}
      </Notice>
    </section>
  );
}
