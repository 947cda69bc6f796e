import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { address as api, post } from "../../api/client.ts";
import { Layer } from "../../parts/Dialog.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { currentLanguage, t } from "../../texts/index.ts";
import type { Asked } from "./data.ts";
import { OpenLinks } from "./OpenLinks.tsx";
import type { ReportMade, ResultsView } from "./records.ts";

interface SendOnProps {
  asked: Asked;
  campaigns: ResultsView["campaigns"];
}

/** Paper, a table, and a link for somebody outside. */
export function SendOn({ asked, campaigns }: SendOnProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="res-send">
      <MenuTrigger>
        <Button className="btn">{t("results.export")}</Button>
        <Popover className="pop menu" placement="bottom end">
          <Menu aria-label={t("results.export")}>
            <MenuItem href={api("/results.pdf", { ...asked, language: currentLanguage() })} download="results.pdf">
              PDF
            </MenuItem>
            <MenuItem href={api("/results.csv", { ...asked })} download="results.csv">
              CSV
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {t("results.link")}
      </button>
      {open && <LinkSheet asked={asked} campaigns={campaigns} onClose={() => setOpen(false)} />}
    </div>
  );
}

function LinkSheet({ asked, campaigns, onClose }: SendOnProps & { onClose: () => void }) {
  const client = useQueryClient();
  const [days, setDays] = useState(30);
  const make = useMutation({
    mutationFn: () =>
      post<ReportMade>("/reports", { days, from: asked.from || null, to: asked.to || null, campaign: asked.campaign || null }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["reports"] }),
  });
  const made = make.data;
  const copy = async () => {
    if (!made) return;
    await navigator.clipboard.writeText(made.link);
    toast(t("results.copied"));
  };
  return (
    <Layer open onClose={onClose} label={t("results.link")}>
      <h2>{t("results.link")}</h2>
      {made ? (
        <>
          <p className="small q">{t("results.linkMade", { until: when(made.until) })}</p>
          <input className="inp" readOnly aria-label={t("results.linkAddress")} value={made.link} onFocus={(event) => event.target.select()} />
          <div className="deeds">
            <button type="button" className="btn" onClick={onClose}>
              {t("words.close")}
            </button>
            <button type="button" className="btn go" onClick={() => void copy()}>
              {t("results.copy")}
            </button>
          </div>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate();
          }}
        >
          <p className="small q">{t("results.linkHelp")}</p>
          <label className="field">
            <span>{t("results.linkDays")}</span>
            <input className="inp" type="number" min={1} max={366} required value={days} onChange={(event) => setDays(event.target.valueAsNumber || 1)} />
          </label>
          {make.isError && <ErrorNote error={make.error} />}
          <div className="deeds">
            <button type="button" className="btn" onClick={onClose}>
              {t("words.cancel")}
            </button>
            <button type="submit" className="btn go" disabled={make.isPending}>
              {t("results.linkMake")}
            </button>
          </div>
        </form>
      )}
      <OpenLinks campaigns={campaigns} />
    </Layer>
  );
}
