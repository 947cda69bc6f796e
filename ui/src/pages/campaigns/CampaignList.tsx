import { useState, type FormEvent } from "react";
import { Link, useLocation } from "wouter";
import { post } from "../../api/client.ts";
import { Layer } from "../../parts/Dialog.tsx";
import { Empty, ErrorNote, Loading } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { t } from "../../texts/index.ts";
import { CampaignViews } from "./CampaignViews.tsx";
import { said, useCampaigns, useDeed } from "./api.ts";
import type { CampaignRow, CampaignView } from "./records.ts";

/** Every campaign with its state and what it waits for. */
export function CampaignList() {
  const campaigns = useCampaigns();
  const [adding, setAdding] = useState(false);
  const all = campaigns.data ?? [];
  return (
    <div className="pad campaign-list">
      <CampaignViews here="/campaigns" />
      <div className="campaign-top">
        <div>
          <h1>{t("campaigns.title")}</h1>
          <p className="dek">{t("campaigns.dek")}</p>
        </div>
        <button type="button" className="btn go" onClick={() => setAdding(true)}>
          {t("campaigns.new")}
        </button>
      </div>
      {campaigns.isError && <ErrorNote error={campaigns.error} onRetry={() => void campaigns.refetch()} />}
      {campaigns.isPending && <Loading />}
      {campaigns.data && all.length === 0 && <Empty lead={t("campaigns.none")}>{t("campaigns.noneHelp")}</Empty>}
      {all.length > 0 && (
        <table className="campaign-table">
          <thead>
            <tr>
              <th>{t("campaigns.col.name")}</th>
              <th>{t("campaigns.col.state")}</th>
              <th>{t("campaigns.col.when")}</th>
              <th>{t("campaigns.col.owner")}</th>
              <th>{t("campaigns.col.waits")}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((row) => (
              <Row row={row} key={row.id} />
            ))}
          </tbody>
        </table>
      )}
      <Layer open={adding} onClose={() => setAdding(false)} label={t("campaigns.new")}>
        <NewCampaign onClose={() => setAdding(false)} />
      </Layer>
    </div>
  );
}

function Row({ row }: { row: CampaignRow }) {
  const first = row.lacks[0];
  return (
    <tr>
      <td>
        <Link href={`/campaigns/${row.id}`}>
          <b>{row.name}</b>
        </Link>
        {row.aim && <span className="small q campaign-aim">{row.aim}</span>}
      </td>
      <td>{t(`campaigns.state.${row.state}`)}</td>
      <td className="small">
        {row.startsAt && row.endsAt ? t("campaigns.fromTo", { from: when(row.startsAt), to: when(row.endsAt) }) : t("campaigns.noTime")}
      </td>
      <td className="small">{row.owner ?? ""}</td>
      <td className="small q">
        {first ? said(first.text) : ""}
        {row.lacks.length > 1 && <span className="qq"> {t("campaigns.more", { n: row.lacks.length - 1 })}</span>}
      </td>
    </tr>
  );
}

function NewCampaign({ onClose }: { onClose: () => void }) {
  const [, go] = useLocation();
  const [name, setName] = useState("");
  const [aim, setAim] = useState("");
  const [query, setQuery] = useState("");
  const [message, setMessage] = useState("");
  const make = useDeed(async () => {
    const made = await post<CampaignView>("/campaigns", { name, aim, audienceQuery: query, message });
    go(`/campaigns/${made.id}`);
  }, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form className="campaign-form" onSubmit={submit}>
      <h2>{t("campaigns.new")}</h2>
      <label className="field">
        <span>{t("campaigns.name")}</span>
        <input className="inp" value={name} autoFocus onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("campaigns.aim")}</span>
        <input className="inp" value={aim} onChange={(event) => setAim(event.target.value)} placeholder={t("campaigns.aimHint")} />
      </label>
      <label className="field">
        <span>{t("campaigns.audience")}</span>
        <input className="inp mono" value={query} onChange={(event) => setQuery(event.target.value)} placeholder={'"oat milk"'} />
      </label>
      <label className="field">
        <span>{t("campaigns.message")}</span>
        <textarea className="inp" rows={2} value={message} onChange={(event) => setMessage(event.target.value)} />
      </label>
      {make.isError && <ErrorNote error={make.error} />}
      <div className="deeds">
        <button type="button" className="btn" onClick={onClose}>
          {t("words.close")}
        </button>
        <button type="submit" className="btn go" disabled={make.isPending || name.trim() === ""}>
          {t("campaigns.begin")}
        </button>
      </div>
    </form>
  );
}
