import { useState } from "react";
import { post } from "../../api/client.ts";
import { Layer } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { t } from "../../texts/index.ts";
import { day, dueOn, said, useDeed } from "./api.ts";
import { FactsSheet } from "./FactsSheet.tsx";
import type { CampaignView, Finding, Law } from "./records.ts";

const LEVELS = ["block", "ask", "must", "warn", "info"] as const;

/** What the law asks where people may enter: a warning with its source, never advice. */
export function LawPart({ campaign, law }: { campaign: CampaignView; law: Law }) {
  const [facts, setFacts] = useState<string | null>(null);
  const none = law.facts.selection === "none";
  const begun = campaign.startedAt !== null;
  return (
    <section className="block campaign-law">
      <Head
        title={t("campaigns.law")}
        sub={law.packs.map((pack) => `${pack.jurisdiction} ${pack.version}`).join(", ")}
        act={
          <button type="button" className="link" onClick={() => setFacts("")}>
            {begun ? t("campaigns.factsShow") : t("campaigns.facts")}
          </button>
        }
      />
      <p className="small q">{t("campaigns.noAdvice")}</p>
      {none && <p className="small q">{t("campaigns.noContest")}</p>}
      {LEVELS.map((level) => (
        <Level level={level} campaign={campaign} law={law} key={level} onAnswer={begun ? undefined : setFacts} />
      ))}
      {!none && law.packs.length > 0 && <Holes law={law} />}
      <Layer open={facts !== null} onClose={() => setFacts(null)} label={t("campaigns.factsShow")} className="dlg wide">
        <FactsSheet campaign={campaign} law={law} first={facts ?? ""} onClose={() => setFacts(null)} />
      </Layer>
    </section>
  );
}

interface LevelProps {
  level: Finding["level"];
  campaign: CampaignView;
  law: Law;
  onAnswer: ((fact: string) => void) | undefined;
}

function Level({ level, campaign, law, onAnswer }: LevelProps) {
  const all = law.findings.filter((finding) => finding.level === level);
  // What only has to stand in the rules stands there once they are written.
  const written = all.filter((finding) => level === "must" && finding.clause !== "" && !finding.task);
  const open = all.filter((finding) => !written.includes(finding));
  const rest = { campaign, law, onAnswer };
  const name = t(`campaigns.level.${level}`);
  return (
    <>
      {open.length > 0 &&
        (level === "info" ? (
          <Folded name={name} findings={open} {...rest} />
        ) : (
          <div className="campaign-level">
            <h3>
              {name} <span className="qq">{open.length}</span>
            </h3>
            <Lines findings={open} {...rest} />
          </div>
        ))}
      {written.length > 0 && <Folded name={t("campaigns.level.rules")} findings={written} {...rest} />}
    </>
  );
}

type LinesProps = { findings: Finding[] } & Omit<LevelProps, "level">;

function Lines({ findings, ...rest }: LinesProps) {
  return (
    <ul className="campaign-findings">
      {findings.map((finding) => (
        <FindingLine finding={finding} {...rest} key={`${finding.pack} ${finding.rule}`} />
      ))}
    </ul>
  );
}

function Folded({ name, ...rest }: { name: string } & LinesProps) {
  return (
    <details className="campaign-level">
      <summary>
        {name} <span className="qq">{rest.findings.length}</span>
      </summary>
      <Lines {...rest} />
    </details>
  );
}

function FindingLine({ finding, campaign, law, onAnswer }: { finding: Finding } & Omit<LevelProps, "level">) {
  const fact = finding.rule.startsWith("ask:") ? finding.rule.slice(4) : null;
  const parts = law.facts["audience.regions"];
  const regions = Array.isArray(parts) ? parts : [];
  const exclude = useDeed(() => post(`/campaigns/${campaign.id}/facts`, { facts: { "audience.regions": regions.filter((region) => region !== finding.pack) } }));
  const source = finding.source;
  return (
    <li className={`finding ${finding.level}`}>
      <span className="tag">{finding.pack === "-" ? "?" : finding.pack}</span>
      <div>
        <p>{said(finding.text)}</p>
        <p className="tiny qq finding-more">
          {source && (
            <span>
              {source.url ? (
                <a href={source.url} target="_blank" rel="noreferrer">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
              {source.section && `, ${source.section}`}
              {`; ${t("campaigns.read", { day: day(source.readOn) })}; `}
              <abbr title={t(`campaigns.mark.${source.confidence}`)}>{t("campaigns.mark.name", { mark: source.confidence })}</abbr>
            </span>
          )}
          {finding.task?.due && <b>{dueOn(finding.task.due, finding.task.calendar)}</b>}
          {finding.clause && finding.level === "must" && <span>{t("campaigns.inRules")}</span>}
        </p>
        {onAnswer && (
          <span className="campaign-inline">
            {fact && (
              <button type="button" className="btn s" onClick={() => onAnswer(fact)}>
                {t("campaigns.answer")}
              </button>
            )}
            {finding.remedy.includes("excludeRegion") && regions.length > 1 && regions.includes(finding.pack) && (
              <button type="button" className="btn s" disabled={exclude.isPending} onClick={() => exclude.mutate()}>
                {t("campaigns.exclude", { region: finding.pack })}
              </button>
            )}
            {finding.remedy
              .filter((remedy) => remedy !== "excludeRegion")
              .map((remedy) => (
                <button type="button" className="link small" key={remedy} onClick={() => onAnswer(REMEDIES[remedy])}>
                  {t(`campaigns.remedy.${remedy}`)}
                </button>
              ))}
          </span>
        )}
        {exclude.isError && <ErrorNote error={exclude.error} />}
      </div>
    </li>
  );
}

/** Which fact a remedy is about. */
const REMEDIES = { addFreeRoute: "freeRoute.exists", lowerValue: "prizes.announcedTotal", moveStart: "dates.start" } as const;

function Holes({ law }: { law: Law }) {
  return (
    <details className="campaign-level tiny q">
      <summary>{t("campaigns.holes")}</summary>
      <ul>
        {law.packs.map((pack) => (
          <li key={pack.jurisdiction}>
            <b>{pack.jurisdiction}</b> {t("campaigns.packRead", { day: day(pack.readOn) })}{" "}
            {pack.notLookedUp.map((topic) => t(`campaigns.topic.${topic}` as "campaigns.topic.lottery")).join(", ")}
          </li>
        ))}
      </ul>
    </details>
  );
}
