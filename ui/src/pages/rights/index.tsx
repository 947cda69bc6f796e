import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link } from "wouter";
import { get, post, put } from "../../api/client.ts";
import { useLive } from "../../api/live.ts";
import { AskedDeed } from "../../parts/AskedDeed.tsx";
import { Head } from "../../parts/Head.tsx";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";
import { Voice } from "../../parts/Voice.tsx";
import { when } from "../../parts/time.ts";
import { t, type TextKey } from "../../texts/index.ts";
import { CampaignViews } from "../campaigns/CampaignViews.tsx";
import type { GalleryView, RightsPage, RightsView } from "./records.ts";
import "../campaigns/calendar/calendar.css";

/** Whose words we may use, for what and until when; and the gallery that shows them. */
export default function RightsListPage() {
  const client = useQueryClient();
  useLive("campaigns", () => void client.invalidateQueries({ queryKey: ["rights"] }));
  const found = useQuery({ queryKey: ["rights"], queryFn: ({ signal }) => get<RightsPage>("/rights", {}, signal) });
  const page = found.data;
  return (
    <div className="pad calendar-page">
      <CampaignViews here="/campaigns/rights" />
      <h1>{t("rights.title")}</h1>
      <p className="dek">{t("rights.dek")}</p>
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {page && page.rights.length === 0 && (
        <Empty lead={t("rights.none")} act={<Link className="btn s" href="/listen">{t("rights.noneAct")}</Link>}>
          {t("rights.noneHelp")}
        </Empty>
      )}
      {page && page.rights.length > 0 && (
        <>
          <section className="block">
            <Head title={t("rights.asked")} sub={t("rights.count", { n: page.rights.length })} />
            {page.rights.map((right) => (
              <Right key={right.id} right={right} />
            ))}
          </section>
          <Gallery page={page} key={page.galleries.map((one) => one.id + one.rights.length).join()} />
        </>
      )}
    </div>
  );
}


function named(uses: string[]): string {
  return uses.map((use) => t(`rights.use_${use}` as TextKey)).join(", ");
}

function Right({ right }: { right: RightsView }) {
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => post(`/rights/${right.id}/withdraw`, {}),
    onSuccess: () => void client.invalidateQueries({ queryKey: ["rights"] }),
  });
  const open = right.state === "asked" || right.state === "granted";
  return (
    <article className="right-row">
      <p className="top small">
        <b>
          <bdi>{right.mention?.author.name ?? t("rights.gone")}</bdi>
        </b>
        <span className={`stamp ${STAMPS[right.state] ?? ""}`}>{t(`rights.state_${right.state}` as TextKey)}</span>
        <span className="qq">{t("rights.until", { day: right.until })}</span>
      </p>
      {right.mention && <Voice text={right.mention.text || right.mention.title} language={right.mention.language} short />}
      <p className="small q">
        {right.state === "granted" ? t("rights.granted", { uses: named(right.granted), credit: right.credit || t("rights.noCredit") }) : t("rights.askedFor", { uses: named(right.uses), name: right.askedBy, at: when(right.askedAt) })}
      </p>
      {right.usedIn.length > 0 && <p className="small q">{t("rights.usedIn", { where: right.usedIn.join("; ") })}</p>}
      {withdraw.isError && <ErrorNote error={withdraw.error} />}
      {open && (
        <p>
          <AskedDeed className="link small" deed={t("rights.withdraw")} disabled={withdraw.isPending} title={t("rights.withdrawTitle")} onDeed={() => withdraw.mutate()}>
            {t("rights.withdrawText")}
          </AskedDeed>
        </p>
      )}
    </article>
  );
}

const STAMPS: Record<string, string> = { asked: "t-waiting", granted: "t-approved", refused: "t-cancelled", withdrawn: "t-cancelled", over: "t-cancelled" };

/** The brand's own gallery: what stands in it is chosen here, whether it is shown is theirs. */
function Gallery({ page }: { page: RightsPage }) {
  const kept = page.galleries.find((one) => !one.campaign);
  const may = page.rights.filter((one) => one.mention && (one.granted.includes("site") || kept?.rights.includes(one.id)));
  const [title, setTitle] = useState(kept?.title ?? "");
  const [intro, setIntro] = useState(kept?.intro ?? "");
  const [chosen, setChosen] = useState<string[]>(kept?.rights ?? []);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => put<GalleryView>("/galleries", { title: title.trim(), intro: intro.trim(), rights: chosen }),
    onSuccess: (made) => {
      toast(t("rights.saved", { n: made.shown }));
      void client.invalidateQueries({ queryKey: ["rights"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <section className="block">
      <Head
        title={t("rights.gallery")}
        sub={kept ? t("rights.shown", { n: kept.shown }) : undefined}
        act={
          kept && (
            <a href={kept.url} target="_blank" rel="noreferrer">
              {t("rights.open")}
            </a>
          )
        }
      />
      {may.length === 0 ? (
        <p className="small q">{t("rights.nothingYet")}</p>
      ) : (
        <form className="cal-form" onSubmit={submit}>
          <label className="field">
            <span>{t("rights.galleryTitle")}</span>
            <input className="inp" required maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
          </label>
          <label className="field">
            <span>
              {t("rights.intro")} <span className="hint">{t("sources.optional")}</span>
            </span>
            <textarea className="inp" rows={2} maxLength={2000} value={intro} onChange={(event) => setIntro(event.target.value)} />
          </label>
          <fieldset>
            <legend className="lab">{t("rights.words")}</legend>
            {may.map((one) => (
              <label className="check" key={one.id}>
                <input type="checkbox" checked={chosen.includes(one.id)} onChange={(event) => setChosen(event.target.checked ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))} />
                <span>
                  <q>{(one.mention?.text || one.mention?.title || "").slice(0, 100)}</q> <span className="qq">{one.credit || t("rights.noCredit")}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {save.isError && <ErrorNote error={save.error} />}
          <p>
            <button type="submit" className="btn go" disabled={save.isPending || title.trim() === ""}>
              {t("rights.save")}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
