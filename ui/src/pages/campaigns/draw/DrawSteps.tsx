import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, post } from "../../../api/client.ts";
import { useLive } from "../../../api/live.ts";
import { ClockIcon, TickIcon, WarnIcon } from "../../../parts/icons.tsx";
import { ErrorNote, Loading } from "../../../parts/states.tsx";
import { Unfold } from "../../../parts/Unfold.tsx";
import { whole } from "../../../parts/time.ts";
import { number, t, told } from "../../../texts/index.ts";
import type { DrawStep, DrawView } from "./records.ts";
import "./draw.css";

const NAMES = ["rule", "seal", "beacon", "draw"] as const;

/** How the draw of a campaign's contest stands, and what may be done next. */
export function DrawSteps({ campaign }: { campaign: string }) {
  const client = useQueryClient();
  const found = useQuery({
    queryKey: ["draw", campaign],
    queryFn: ({ signal }) => get<DrawView>(`/campaigns/${campaign}/draw`, {}, signal),
    refetchInterval: (query) => (query.state.data?.state === "sealed" ? 15_000 : query.state.data?.state === "waiting" ? 3_000 : false),
  });
  useLive("campaigns", () => void client.invalidateQueries({ queryKey: ["draw"] }));
  const draw = found.data;
  return (
    <section className="draw" aria-labelledby="draw">
      <div className="head">
        <h2 id="draw">{t("draws.title")}</h2>
        {draw?.beacon && <span className="sub">{whole(draw.beacon.due)}</span>}
        {draw?.page && draw.state !== "open" && (
          <span className="act">
            <a href={draw.page} target="_blank" rel="noreferrer">
              {t("draws.page")}
            </a>
          </span>
        )}
      </div>
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {draw && <Steps draw={draw} />}
      {draw?.state === "open" && <Seal draw={draw} />}
      {draw?.state === "waiting" && <ByHand draw={draw} />}
      {draw?.state === "drawn" && <Winners draw={draw} />}
      {draw && draw.changes.length > 0 && <Changes changes={draw.changes} />}
    </section>
  );
}

function Steps({ draw }: { draw: DrawView }) {
  const next = draw.steps.findIndex((step) => step.at === null);
  return (
    <ol className="draw-steps">
      {NAMES.map((name, i) => {
        const step = draw.steps[i];
        const state = step?.at ? "done" : i === Math.max(next, 1) ? "now" : "";
        return (
          <li key={name} className={state}>
            <span className="draw-dot" aria-hidden="true">
              {step?.at ? <TickIcon /> : state === "now" ? <ClockIcon /> : null}
            </span>
            <div>
              <b>{t(`draws.${name}`)}</b> <span className="qq">{step?.at ? whole(step.at) : state === "now" && name === "beacon" && draw.beacon ? whole(draw.beacon.due) : ""}</span>
              <p className="q">{sentence(name, step, draw)}</p>
              {hash(step) && <p className="hash">{hash(step)}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function sentence(name: (typeof NAMES)[number], step: DrawStep | undefined, draw: DrawView): string {
  const value = (key: string) => step?.values[key] ?? "";
  if (name === "rule") {
    if (!step?.at) return t("draws.ruleOpen");
    return t(value("onePer") === "person" ? "draws.rulePerson" : "draws.ruleEntry", { prizes: value("prizes"), alternates: value("alternates") });
  }
  if (name === "seal") return step?.at ? t("draws.sealDone", { n: Number(value("entries")), may: Number(value("mayWin")) }) : t("draws.sealOpen", { n: draw.entries });
  if (name === "beacon") {
    if (!draw.beacon) return t("draws.beaconOpen");
    return t(draw.beacon.standIn ? "draws.beaconStandIn" : "draws.beaconRound", { round: String(draw.beacon.round), chain: draw.beacon.chain });
  }
  return step?.at ? t("draws.drawDone") : t("draws.drawOpen");
}

function hash(step: DrawStep | undefined): string {
  const values = step?.values ?? {};
  return values.root ?? values.signature ?? values.seed ?? values.rules ?? "";
}

const WAITS = [10, 60, 1440] as const;

function Seal({ draw }: { draw: DrawView }) {
  if (draw.lacks.length > 0) {
    return (
      <ul className="draw-lacks small">
        {draw.lacks.map((lack) => (
          <li key={lack}>{told(lack)}</li>
        ))}
      </ul>
    );
  }
  return (
    <Unfold
      button={(opens) => (
        <button type="button" className="btn" {...opens}>
          {t("draws.sealAsk")}
        </button>
      )}
    >
      {(close) => <SealForm draw={draw} onDone={close} />}
    </Unfold>
  );
}

function SealForm({ draw, onDone }: { draw: DrawView; onDone: () => void }) {
  const client = useQueryClient();
  const [minutes, setMinutes] = useState("10");
  const seal = useMutation({
    mutationFn: () => post<DrawView>(`/campaigns/${draw.contest}/draw/seal`, { drawAt: new Date(Date.now() + Number(minutes) * 60_000 + 5_000).toISOString() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["draw"] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    seal.mutate();
  };
  return (
    <form className="draw-form" onSubmit={submit}>
      <p className="small">{t("draws.sealWarn", { n: draw.entries })}</p>
      <label className="field">
        <span>{t("draws.when")}</span>
        <select className="inp" value={minutes} onChange={(event) => setMinutes(event.target.value)}>
          {WAITS.map((wait) => (
            <option value={wait} key={wait}>
              {t(`draws.wait_${wait}`)}
            </option>
          ))}
        </select>
      </label>
      {seal.isError && <ErrorNote error={seal.error} />}
      <p className="draw-deeds">
        <button type="submit" className="btn go" disabled={seal.isPending}>
          {t("draws.sealNow")}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t("draws.cancel")}
        </button>
      </p>
    </form>
  );
}

function ByHand({ draw }: { draw: DrawView }) {
  const client = useQueryClient();
  const [signature, setSignature] = useState("");
  const again = () => client.invalidateQueries({ queryKey: ["draw"] });
  const run = useMutation({ mutationFn: () => post<DrawView>(`/campaigns/${draw.contest}/draw/run`, {}), onSettled: again });
  const take = useMutation({
    mutationFn: () => post<DrawView>(`/campaigns/${draw.contest}/draw/beacon`, { round: draw.beacon?.round, signature: signature.trim() }),
    onSuccess: again,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate();
  };
  return (
    <form className="draw-form" onSubmit={submit}>
      <p className="small">
        <WarnIcon /> {draw.beacon?.trouble ? t("draws.trouble", { why: told(draw.beacon.trouble) }) : t("draws.asking")}
      </p>
      <label className="field">
        <span>{t("draws.signature", { round: String(draw.beacon?.round ?? "") })}</span>
        <input className="inp" value={signature} onChange={(event) => setSignature(event.target.value)} autoComplete="off" spellCheck={false} />
      </label>
      {[run, take].map((one, i) => one.isError && <ErrorNote error={one.error} key={i} />)}
      <p className="draw-deeds">
        <button type="submit" className="btn go" disabled={take.isPending || signature.trim() === ""}>
          {t("draws.take")}
        </button>
        <button type="button" className="btn" disabled={run.isPending} onClick={() => run.mutate()}>
          {t("draws.askAgain")}
        </button>
      </p>
    </form>
  );
}

function Winners({ draw }: { draw: DrawView }) {
  return (
    <>
      <table className="draw-won">
        <thead>
          <tr>
            <th>{t("draws.prize")}</th>
            <th>{t("draws.winner")}</th>
            <th className="r">{t("draws.entry")}</th>
          </tr>
        </thead>
        <tbody>
          {draw.winners.map((one) => (
            <tr key={one.place}>
              <td>{one.prize}</td>
              <td>
                <b>
                  <bdi>{one.shown ?? t("draws.entryNo", { no: String(one.number) })}</bdi>
                </b>
              </td>
              <td className="r tab">{number(one.number)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {draw.alternates.length > 0 && (
        <p className="small q">{t("draws.alternates", { names: draw.alternates.map((one) => one.shown ?? t("draws.entryNo", { no: String(one.number) })).join(", ") })}</p>
      )}
    </>
  );
}

function Changes({ changes }: { changes: string[] }) {
  return (
    <div className="draw-changes" role="alert">
      <p className="small">
        <WarnIcon /> <b>{t("draws.changed")}</b>
      </p>
      <ul className="small">
        {changes.map((change) => (
          <li key={change}>{told(change)}</li>
        ))}
      </ul>
    </div>
  );
}
