import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link, useLocation } from "wouter";
import { get, post, put } from "../../api/client.ts";
import { Evidence } from "../../parts/Evidence.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Loading } from "../../parts/states.tsx";
import { clock, when } from "../../parts/time.ts";
import { Unfold } from "../../parts/Unfold.tsx";
import { number, percent, t } from "../../texts/index.ts";
import { T } from "../../texts/T.tsx";
import { Fan } from "./Fan.tsx";
import { useRooms } from "./PausedPart.tsx";
import { Tree } from "./Tree.tsx";
import type { CrisisRef, TaleRow, TaleView, Truth } from "./records.ts";

export function useTale(id: string) {
  return useQuery({ queryKey: ["tale", id], queryFn: ({ signal }) => get<TaleView>(`/tales/${id}`, {}, signal), refetchInterval: 20_000 });
}

/** One word on the move: how far it went, how far it will go, who told whom, and why it grows. */
export function TalePart({ id }: { id: string }) {
  const tale = useTale(id);
  const fault = tale.isError && <ErrorNote error={tale.error} onRetry={() => void tale.refetch()} />;
  if (!tale.data) return fault || <Loading />;
  const { row } = tale.data;
  return (
    <>
      {fault}
      <div className="tale-head">
        <div>
          <h1 className="said">{t("spread.quoted", { title: row.title })}</h1>
          <Sentence tale={tale.data} />
        </div>
        <div className="tale-truth">
          <TruthPart tale={tale.data} />
          <RoomButton tale={id} quiet={row.quietAt !== null} />
        </div>
      </div>
      {row.forecast && <Foretold row={row} view={tale.data} />}
      <div className="block">
        <Head title={t("spread.whoTold")} sub={t("spread.treeSub")} />
        <Tree tellers={tale.data.tree} />
      </div>
    </>
  );
}

function Sentence({ tale }: { tale: TaleView }) {
  const { row } = tale;
  const ids = tale.tree.slice(0, 3).map((one) => one.mentionId);
  const told = <Evidence n={row.told} what={t("spread.whatTold")} ids={ids} />;
  if (!row.forecast) return <p className="dek"><T k="spread.sentenceQuiet" n={told} count={row.told} own={tale.ownWords} at={when(row.lastAt)} /></p>;
  return (
    <div className="dek">
      <T
        k="spread.sentence"
        n={told}
        count={row.told}
        own={tale.ownWords}
        median={<b className="spreadc">{number(row.forecast.median)}</b>}
        chance={<b>{percent(row.forecast.passes)}</b>}
        line={<Line row={row} />}
        naive={number(row.forecast.naive)}
      />
    </div>
  );
}

/** The line is yours: press it to set another. */
function Line({ row }: { row: TaleRow }) {
  return (
    <Unfold
      button={(opens) => (
        <button type="button" className="link" {...opens} aria-label={t("spread.changeLine", { n: row.line })}>
          {number(row.line)}
        </button>
      )}
    >
      {(close) => <LineForm row={row} onDone={close} />}
    </Unfold>
  );
}

function LineForm({ row, onDone }: { row: TaleRow; onDone: () => void }) {
  const [typed, setTyped] = useState(String(row.line));
  const client = useQueryClient();
  const set = useMutation({
    mutationFn: (people: number) => put<TaleRow>(`/tales/${row.id}/line`, { people }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["tale"] });
      await client.invalidateQueries({ queryKey: ["tales"] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate(Number(typed));
  };
  return (
    <form className="line-form" onSubmit={submit}>
      <input className="inp" type="number" min={2} value={typed} aria-label={t("spread.line")} onChange={(event) => setTyped(event.target.value)} />
      <button type="submit" className="btn s" disabled={set.isPending}>
        {t("spread.set")}
      </button>
      <button type="button" className="btn s" onClick={onDone}>
        {t("words.cancel")}
      </button>
      {set.isError && <ErrorNote error={set.error} />}
    </form>
  );
}

function TruthPart({ tale }: { tale: TaleView }) {
  const { truth } = tale.row;
  return (
    <>
      {truth !== "open" && <span className={truth === "false" ? "stamp urgent" : "stamp"}>{t(truth === "false" ? "spread.isFalse" : "spread.isTrue")}</span>}
      {truth !== "open" && tale.fact && <p className="small">{tale.fact}</p>}
      <Unfold
        button={(opens) => (
          <button type="button" className="btn s" {...opens}>
            {t(truth === "open" ? "spread.isItTrue" : "spread.judgeAgain")}
          </button>
        )}
      >
        {(close) => <TruthForm tale={tale} onDone={close} />}
      </Unfold>
    </>
  );
}

function TruthForm({ tale, onDone }: { tale: TaleView; onDone: () => void }) {
  const [truth, setTruth] = useState<Truth>(tale.row.truth);
  const [fact, setFact] = useState(tale.fact);
  const client = useQueryClient();
  const judge = useMutation({
    mutationFn: () => put<TaleView>(`/tales/${tale.row.id}/truth`, { truth, fact }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["tale"] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    judge.mutate();
  };
  return (
    <form className="truth-form" onSubmit={submit}>
      <label className="field">
        <span>{t("spread.isItTrue")}</span>
        <select className="inp" value={truth} onChange={(event) => setTruth(event.target.value as Truth)}>
          <option value="open">{t("spread.isOpen")}</option>
          <option value="false">{t("spread.isFalse")}</option>
          <option value="true">{t("spread.isTrue")}</option>
        </select>
      </label>
      <label className="field">
        <span>{t("spread.fact")}</span>
        <input className="inp" value={fact} maxLength={300} onChange={(event) => setFact(event.target.value)} />
      </label>
      {judge.isError && <ErrorNote error={judge.error} />}
      <span className="rule-deeds">
        <button type="submit" className="btn s" disabled={judge.isPending}>
          {t("spread.keep")}
        </button>
        <button type="button" className="btn s" onClick={onDone}>
          {t("words.cancel")}
        </button>
      </span>
    </form>
  );
}

function Foretold({ row, view }: { row: TaleRow; view: TaleView }) {
  const forecast = row.forecast;
  const [table, setTable] = useState(false);
  if (!forecast) return null;
  const bands = [
    { name: "50", band: forecast.b50 },
    { name: "80", band: forecast.b80 },
    { name: "90", band: forecast.b90 },
  ];
  return (
    <div className="block">
      <Head
        title={t("spread.howFar")}
        sub={t("spread.howFarSub")}
        act={
          <span className="key fan-key">
            {bands.map(({ name }) => (
              <span key={name}>
                <svg viewBox="0 0 16 10" aria-hidden="true">
                  <rect width="16" height="10" fill={`var(--band-${name})`} />
                </svg>
                {percent(Number(name) / 100)}
              </span>
            ))}
            <button type="button" className="link" aria-expanded={table} onClick={() => setTable(!table)}>
              {t("spread.asTable")}
            </button>
          </span>
        }
      />
      <Fan view={view} forecast={forecast} />
      {table && (
        <table className="fan-table">
          <thead>
            <tr>
              <th>{t("spread.col.band")}</th>
              <th className="r">{t("spread.col.low")}</th>
              <th className="r">{t("spread.col.high")}</th>
            </tr>
          </thead>
          <tbody>
            {bands.map(({ name, band }) => (
              <tr key={name}>
                <td>{percent(Number(name) / 100)}</td>
                <td className="r tab">{number(band.low)}</td>
                <td className="r tab">{number(band.high)}</td>
              </tr>
            ))}
            <tr>
              <td>{t("spread.col.middle")}</td>
              <td className="r tab" colSpan={2}>
                {number(forecast.median)}
              </td>
            </tr>
            <tr>
              <td>{t("spread.col.naive")}</td>
              <td className="r tab" colSpan={2}>
                {number(forecast.naive)}
              </td>
            </tr>
          </tbody>
        </table>
      )}
      <p className="tiny qq">{t("spread.wayNote")}</p>
    </div>
  );
}

/** Only what was counted: the last hour beside a usual one, and how many ask. */
export function Why({ id }: { id: string }) {
  const { data: tale } = useTale(id);
  if (!tale || tale.row.quietAt) return null;
  const { usualHour } = tale;
  const asking = tale.tree.filter((one) => one.asks).map((one) => one.mentionId);
  const crossed = crossings(tale);
  return (
    <div className="block">
      <Head title={t("spread.why")} level={3} thin />
      <ul className="small q tale-why">
        <li>
          {usualHour
            ? t("spread.whyHour", { n: tale.lastHour, middle: usualHour.middle, high: usualHour.high, days: usualHour.days })
            : t("spread.whyHourOnly", { n: tale.lastHour })}
        </li>
        {crossed.map((one) => (
          <li key={one.mentionId}>
            <T k="spread.whyCrossed" place={one.place} at={<Evidence n={clock(one.at)} what={t("spread.whatCrossed", { place: one.place })} ids={[one.mentionId]} />} />
          </li>
        ))}
        {tale.asks > 0 && (
          <li>
            <T k="spread.whyAsks" n={<Evidence n={tale.asks} what={t("spread.whatAsks")} ids={asking} />} count={tale.asks} told={tale.row.told} />
          </li>
        )}
      </ul>
    </div>
  );
}

const MOST_PLACES = 2;

/** The first telling at each place but the one where it began. */
function crossings(tale: TaleView) {
  const seen = new Set<string>();
  const first = tale.tree.filter((one) => {
    const fresh = !seen.has(one.place);
    seen.add(one.place);
    return fresh;
  });
  return first.slice(1, 1 + MOST_PLACES);
}

/** Opens the room in which a bad word is answered together, or leads to it. */
function RoomButton({ tale, quiet }: { tale: string; quiet: boolean }) {
  const [, go] = useLocation();
  const client = useQueryClient();
  const rooms = useRooms();
  const room = rooms.data?.rooms.find((one) => one.tale === tale);
  const open = useMutation({
    mutationFn: () => post<CrisisRef>("/crisis", { tale }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ["crisis"] });
      go(`/spread/room/${made.id}`);
    },
  });
  if (room && (!room.closedAt || quiet))
    return (
      <Link className="btn s" href={`/spread/room/${room.id}`}>
        {t(room.closedAt ? "crisis.replay" : "crisis.go")}
      </Link>
    );
  if (quiet) return null;
  return (
    <>
      <button type="button" className="btn s" disabled={open.isPending || !rooms.data} onClick={() => open.mutate()}>
        {t("crisis.open")}
      </button>
      {open.isError && <ErrorNote error={open.error} />}
    </>
  );
}
