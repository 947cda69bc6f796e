import { useState } from "react";
import { Link } from "wouter";
import { post } from "../../api/client.ts";
import { useMe, useMembers } from "../../api/queries.ts";
import { Ask, Layer } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { t } from "../../texts/index.ts";
import { local, said, useDeed } from "./api.ts";
import type { CampaignView, Law } from "./records.ts";

/** Name, state and the one deed that is next; what is missing opens below. */
export function CampaignHead({ campaign, law }: { campaign: CampaignView; law: Law | undefined }) {
  const lacks = law?.check.lacks ?? [];
  return (
    <header className="campaign-head">
      <p className="small qq">
        <Link href="/campaigns">{t("campaigns.title")}</Link>
        {campaign.startsAt && campaign.endsAt && ` / ${t("campaigns.fromTo", { from: local(campaign.startsLocal), to: local(campaign.endsLocal) })}`}
      </p>
      <h1>{campaign.name}</h1>
      <p className="small q campaign-state">
        {campaign.owner && <span>{t("campaigns.ownerIs", { name: campaign.owner.name })}</span>}
        <span className={`stamp state-${campaign.state}`}>{t(`campaigns.state.${campaign.state}`)}</span>
        {campaign.startsAt && <span className="qq">{t("campaigns.clockOf", { zone: campaign.zone })}</span>}
      </p>
      {campaign.twice.map((field) => (
        <p className="tiny q" key={field}>
          {t(field === "startsAt" ? "campaigns.startTwice" : "campaigns.endTwice")}
        </p>
      ))}
      {campaign.overridden && (
        <p className="small mixed">
          {t("campaigns.overridden")} “{campaign.overridden}”
        </p>
      )}
      {lacks.length > 0 && (
        <details className="campaign-lacks">
          <summary>{t("campaigns.whyNot", { n: lacks.length })}</summary>
          <ul className="small q">
            {lacks.map((lack, i) => (
              <li key={i}>{said(lack.text)}</li>
            ))}
          </ul>
        </details>
      )}
      <Deeds campaign={campaign} law={law} />
    </header>
  );
}

function Deeds({ campaign, law }: { campaign: CampaignView; law: Law | undefined }) {
  const me = useMe();
  const members = useMembers();
  const [asking, setAsking] = useState<"start" | "override" | "close" | null>(null);
  const start = useDeed((override: string | null) => post(`/campaigns/${campaign.id}/start`, { override }), () => setAsking(null));
  const close = useDeed(() => post(`/campaigns/${campaign.id}/close`, {}));
  const isOwner = members.data?.some((member) => member.id === me?.id && member.role === "owner") ?? false;
  const ready = law?.check.canStart ?? false;
  const hopeless = law?.check.lacks.some((lack) => lack.code === "times") ?? true;
  return (
    <div className="campaign-deeds">
      {(campaign.state === "draft" || campaign.state === "ready") && (
        <button type="button" className="btn go" disabled={!ready || start.isPending} onClick={() => setAsking("start")}>
          {t("campaigns.start")}
        </button>
      )}
      {campaign.state === "draft" && isOwner && !hopeless && (
        <button type="button" className="link small" onClick={() => setAsking("override")}>
          {t("campaigns.startAnyway")}
        </button>
      )}
      {campaign.state === "running" && (
        <button type="button" className="btn" disabled={close.isPending} onClick={() => setAsking("close")}>
          {t("campaigns.close")}
        </button>
      )}
      {start.isError && asking !== "override" && <ErrorNote error={start.error} />}
      {close.isError && <ErrorNote error={close.error} />}
      <Ask open={asking === "start"} onClose={() => setAsking(null)} title={t("campaigns.startTitle", { name: campaign.name })} deed={t("campaigns.start")} onDeed={() => start.mutate(null)}>
        {t("campaigns.startHelp")}
      </Ask>
      <Ask open={asking === "close"} onClose={() => setAsking(null)} title={t("campaigns.closeTitle", { name: campaign.name })} deed={t("campaigns.close")} onDeed={() => close.mutate()}>
        {t("campaigns.closeHelp")}
      </Ask>
      <Layer open={asking === "override"} onClose={() => setAsking(null)} label={t("campaigns.startAnyway")}>
        <Override lacks={law?.check.lacks.map((lack) => said(lack.text)) ?? []} error={start.error} onClose={() => setAsking(null)} onStart={(why) => start.mutate(why)} />
      </Layer>
    </div>
  );
}

interface OverrideProps {
  lacks: string[];
  error: unknown;
  onClose: () => void;
  onStart: (why: string) => void;
}

function Override({ lacks, error, onClose, onStart }: OverrideProps) {
  const [why, setWhy] = useState("");
  return (
    <form
      className="campaign-form"
      onSubmit={(event) => {
        event.preventDefault();
        onStart(why);
      }}
    >
      <h2>{t("campaigns.startAnyway")}</h2>
      <ul className="small q">
        {lacks.map((lack) => (
          <li key={lack}>{lack}</li>
        ))}
      </ul>
      <label className="field">
        <span>{t("campaigns.overrideWhy")}</span>
        <textarea className="inp" rows={3} value={why} autoFocus onChange={(event) => setWhy(event.target.value)} />
      </label>
      {error !== null && error !== undefined && <ErrorNote error={error} />}
      <div className="deeds">
        <button type="button" className="btn" onClick={onClose}>
          {t("words.close")}
        </button>
        <button type="submit" className="btn go danger" disabled={why.trim().length < 20}>
          {t("campaigns.startAnyway")}
        </button>
      </div>
    </form>
  );
}
