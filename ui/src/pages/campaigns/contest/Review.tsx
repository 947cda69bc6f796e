import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { get, post } from "../../../api/client.ts";
import { AskedDeed } from "../../../parts/AskedDeed.tsx";
import { ErrorNote } from "../../../parts/states.tsx";
import { number, percent, t, tMaybe } from "../../../texts/index.ts";
import type { FraudReason, ReviewComponent, ReviewView, Share } from "./records.ts";

const CODES = ["many", "robot", "not-eligible", "not-own", "off-topic", "rude"] as const;

/** What looks odd, decided by a person who sees numbers, words and reasons, and nobody's name. */
export function Review({ campaign, sealed }: { campaign: string; sealed: boolean }) {
  const found = useQuery({
    queryKey: ["contest", campaign, "review"],
    queryFn: ({ signal }) => get<ReviewView>(`/campaigns/${campaign}/fraud`, {}, signal),
  });
  const [open, setOpen] = useState(false);
  const view = found.data;
  const waiting = view?.components.filter((one) => one.entries.some((entry) => entry.decided === null)) ?? [];
  return (
    <section aria-labelledby="flags">
      <div className="head thin">
        <h2 id="flags">{t("contest.flags")}</h2>
        {view && <span className="sub">{view.undecided === 0 ? t("contest.noneOpen") : t("contest.toLookAt", { n: view.undecided })}</span>}
      </div>
      {found.isError && <ErrorNote error={found.error} />}
      {view && <Quality view={view} />}
      {view && waiting.length > 0 && !sealed && (
        <p className="contest-deeds">
          <button type="button" className="btn s" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t("contest.closeReview") : t("contest.lookAt", { n: view.undecided })}
          </button>
        </p>
      )}
      {open && (
        <>
          <p className="tiny qq">{t("contest.blind")}</p>
          {waiting.map((one) => (
            <Component key={one.component} campaign={campaign} component={one} />
          ))}
        </>
      )}
    </section>
  );
}

function Quality({ view }: { view: ReviewView }) {
  const share = (one: Share) => t("contest.share", { share: percent(one.share), low: percent(one.low), high: percent(one.high), n: one.n });
  return (
    <p className="small q">
      {view.precision ? `${t("contest.precision")} ${share(view.precision)} ` : ""}
      {view.missed ? `${t("contest.missed")} ${share(view.missed)}` : t("contest.sampleNote", { n: view.sample })}
    </p>
  );
}

function reason(one: FraudReason): string {
  const key = `contest.reason_${one.kind}`;
  return tMaybe(key, { n: one.count, value: number(one.value) }) ?? one.kind;
}

function Component({ campaign, component }: { campaign: string; component: ReviewComponent }) {
  const client = useQueryClient();
  const [code, setCode] = useState<(typeof CODES)[number]>("many");
  const open = component.entries.filter((entry) => entry.decided === null);
  const decide = useMutation({
    mutationFn: (keep: boolean) => post<ReviewView>(`/campaigns/${campaign}/fraud/decide`, { numbers: open.map((entry) => entry.number), keep, code: keep ? null : code }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["contest", campaign] }),
  });
  const label = t("contest.together", { n: open.length });
  return (
    <section className="contest-flag" aria-label={label}>
      <h3>{label}</h3>
      <ul className="small">
        {component.reasons.length === 0 && <li>{t("contest.reasonNone")}</li>}
        {component.reasons.map((one) => (
          <li key={one.kind}>{reason(one)}</li>
        ))}
      </ul>
      <ol className="contest-words small">
        {open.map((entry) => (
          <li key={entry.number}>
            <span className="tab qq">{number(entry.number)}</span> <span className="voice">{entry.words}</span>
          </li>
        ))}
      </ol>
      {decide.isError && <ErrorNote error={decide.error} />}
      <p className="contest-deeds">
        <button type="button" className="btn" disabled={decide.isPending} onClick={() => decide.mutate(true)}>
          {t("contest.keep", { n: open.length })}
        </button>
        <label className="contest-code small">
          <span className="vh">{t("contest.ground")}</span>
          <select className="inp" value={code} onChange={(event) => setCode(event.target.value as typeof code)}>
            {CODES.map((one) => (
              <option key={one} value={one}>
                {t(`contest.code_${one}`)}
              </option>
            ))}
          </select>
        </label>
        <AskedDeed className="btn" deed={t("contest.exclude", { n: open.length })} disabled={decide.isPending} title={t("contest.excludeTitle", { n: open.length })} onDeed={() => decide.mutate(false)}>
          {t("contest.excludeText", { ground: t(`contest.code_${code}`) })}
        </AskedDeed>
      </p>
    </section>
  );
}
