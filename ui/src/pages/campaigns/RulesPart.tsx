import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, post } from "../../api/client.ts";
import { Layer } from "../../parts/Dialog.tsx";
import { Head } from "../../parts/Head.tsx";
import { toggled } from "../../parts/lists.ts";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { t } from "../../texts/index.ts";
import { useDeed } from "./api.ts";
import type { CampaignView, Law, RulesText } from "./records.ts";

/** The official rules, and who signed for them. */
export function RulesPart({ campaign, law }: { campaign: CampaignView; law: Law }) {
  const [reading, setReading] = useState<{ version: number; language: string } | null>(null);
  const [sheet, setSheet] = useState<"clarify" | "sign" | null>(null);
  const begun = campaign.startedAt !== null;
  const write = useDeed((languages: string[]) => post(`/campaigns/${campaign.id}/rules`, { languages }));
  if (law.facts.selection === "none") return null;
  const newest = law.rules[0]?.version ?? 0;
  return (
    <section className="block">
      <Head title={t("campaigns.rules")} sub={newest ? t("campaigns.version", { n: newest }) : t("campaigns.noRules")} />
      <ul className="small campaign-rules">
        {law.rules.map((rules) => (
          <li key={`${rules.version} ${rules.language}`} className={rules.version === newest ? undefined : "qq"}>
            <button type="button" className="link" onClick={() => setReading(rules)}>
              {t("campaigns.versionIn", { n: rules.version, language: t(`campaigns.language.${rules.language}` as "campaigns.language.en") })}
            </button>{" "}
            <span className="tiny qq">
              {when(rules.madeAt)} <span className="hash">{rules.hash.slice(0, 12)}</span>
            </span>
          </li>
        ))}
      </ul>
      <span className="campaign-inline">
        {begun ? (
          newest > 0 && (
            <button type="button" className="btn s" onClick={() => setSheet("clarify")}>
              {t("campaigns.clarify")}
            </button>
          )
        ) : (
          <button type="button" className="btn s" disabled={write.isPending} onClick={() => write.mutate(["en", "de"])}>
            {t(newest ? "campaigns.writeAgain" : "campaigns.write")}
          </button>
        )}
      </span>
      {write.isError && <ErrorNote error={write.error} />}
      <SignedBy law={law} />
      {!begun && newest > 0 && (
        <button type="button" className="btn s" onClick={() => setSheet("sign")}>
          {t("campaigns.sign")}
        </button>
      )}
      <Layer open={reading !== null} onClose={() => setReading(null)} label={t("campaigns.rules")} className="dlg wide">
        {reading && <Read campaign={campaign.id} {...reading} onClose={() => setReading(null)} />}
      </Layer>
      <Layer open={sheet === "sign"} onClose={() => setSheet(null)} label={t("campaigns.sign")}>
        <Sign campaign={campaign.id} law={law} onClose={() => setSheet(null)} />
      </Layer>
      <Layer open={sheet === "clarify"} onClose={() => setSheet(null)} label={t("campaigns.clarify")}>
        <Clarify campaign={campaign.id} languages={law.rules.filter((one) => one.version === newest).map((one) => one.language)} onClose={() => setSheet(null)} />
      </Layer>
    </section>
  );
}

function SignedBy({ law }: { law: Law }) {
  const signed = law.signOff;
  if (!signed) return <p className="small q campaign-signed">{t("campaigns.unsigned")}</p>;
  return (
    <p className={signed.holds ? "small campaign-signed" : "small negative campaign-signed"}>
      {t(signed.holds ? "campaigns.signedBy" : "campaigns.signedVoid", { name: signed.name, capacity: signed.capacity, at: when(signed.at) })}
      {signed.regions.length > 0 && ` ${t("campaigns.signedFor", { regions: signed.regions.join(", ") })}`}
      <span className="hash campaign-hash">{signed.hash.slice(0, 16)}…</span>
    </p>
  );
}

function Read({ campaign, version, language, onClose }: { campaign: string; version: number; language: string; onClose: () => void }) {
  const text = useQuery({
    queryKey: ["campaign-rules", campaign, version, language],
    queryFn: ({ signal }) => get<RulesText>(`/campaigns/${campaign}/rules/${version}`, { language }, signal),
  });
  return (
    <div>
      <h2>{t("campaigns.version", { n: version })}</h2>
      {text.isPending && <Loading />}
      {text.isError && <ErrorNote error={text.error} />}
      {text.data && (
        <>
          <div className="campaign-rules-text" lang={language} tabIndex={0}>
            {text.data.text}
          </div>
          <p className="hash">SHA-256 {text.data.hash}</p>
        </>
      )}
      <div className="deeds">
        <button type="button" className="btn" onClick={onClose}>
          {t("words.close")}
        </button>
      </div>
    </div>
  );
}

function Sign({ campaign, law, onClose }: { campaign: string; law: Law; onClose: () => void }) {
  const places = law.findings.filter((finding) => finding.rule === "no-pack").map((finding) => finding.pack);
  const [name, setName] = useState("");
  const [capacity, setCapacity] = useState("");
  const [regions, setRegions] = useState<string[]>([]);
  const sign = useDeed(() => post(`/campaigns/${campaign}/sign-off`, { name, capacity, regions }), onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sign.mutate();
  };
  return (
    <form className="campaign-form" onSubmit={submit}>
      <h2>{t("campaigns.sign")}</h2>
      <p className="small q">{t("campaigns.signHelp")}</p>
      <p className="hash">{law.hash}</p>
      <label className="field">
        <span>{t("campaigns.signName")}</span>
        <input className="inp" value={name} autoFocus onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span>{t("campaigns.signCapacity")}</span>
        <input className="inp" value={capacity} placeholder={t("campaigns.signCapacityHint")} onChange={(event) => setCapacity(event.target.value)} />
      </label>
      {places.map((place) => (
        <label className="check" key={place}>
          <input type="checkbox" checked={regions.includes(place)} onChange={() => setRegions(toggled(regions, place))} />
          <span>{t("campaigns.signPlace", { place })}</span>
        </label>
      ))}
      {sign.isError && <ErrorNote error={sign.error} />}
      <div className="deeds">
        <button type="button" className="btn" onClick={onClose}>
          {t("words.close")}
        </button>
        <button type="submit" className="btn go" disabled={sign.isPending || name.trim() === "" || capacity.trim() === ""}>
          {t("campaigns.sign")}
        </button>
      </div>
    </form>
  );
}

function Clarify({ campaign, languages, onClose }: { campaign: string; languages: string[]; onClose: () => void }) {
  const [words, setWords] = useState<Record<string, string>>({});
  const save = useDeed(() => post(`/campaigns/${campaign}/rules`, { clarification: words }), onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="campaign-form" onSubmit={submit}>
      <h2>{t("campaigns.clarify")}</h2>
      <p className="small q">{t("campaigns.clarifyHelp")}</p>
      {languages.map((language) => (
        <label className="field" key={language}>
          <span>{t(`campaigns.language.${language}` as "campaigns.language.en")}</span>
          <textarea className="inp" rows={3} value={words[language] ?? ""} onChange={(event) => setWords({ ...words, [language]: event.target.value })} />
        </label>
      ))}
      {save.isError && <ErrorNote error={save.error} />}
      <div className="deeds">
        <button type="button" className="btn" onClick={onClose}>
          {t("words.close")}
        </button>
        <button type="submit" className="btn go" disabled={save.isPending || languages.some((language) => !words[language]?.trim())}>
          {t("campaigns.save")}
        </button>
      </div>
    </form>
  );
}
