import { Link } from "wouter";
import { Head } from "../../parts/Head.tsx";
import { number, percent, t } from "../../texts/index.ts";
import type { TaleRow } from "../spread/records.ts";

const WIDTH = 132;
const HEIGHT = 46;
const SEEN = 80;

/** The words that are told on just now, the likeliest to pass their line first. */
export function Moving({ tales }: { tales: TaleRow[] }) {
  if (tales.length === 0) return null;
  return (
    <section className="block">
      <Head title={t("spread.moving")} act={<Link href="/spread">{t("words.open")}</Link>} />
      <ul className="moves">
        {tales.map((tale) => (
          <li key={tale.id}>
            <div>
              <p className="voice">
                <Link href={`/spread/${tale.id}`}>{t("spread.quoted", { title: tale.title })}</Link>
                {tale.truth === "false" && <span className="stamp urgent">{t("spread.isFalse")}</span>}
              </p>
              <p className="small q">
                {t("spread.told", { n: tale.told })}. {tale.forecast && foretold(tale.forecast, tale.line)}
              </p>
            </div>
            <Fan tale={tale} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function foretold(forecast: NonNullable<TaleRow["forecast"]>, line: number): string {
  return t("now.foretold", {
    median: number(forecast.median),
    low: number(forecast.b90.low),
    high: number(forecast.b90.high),
    line: number(line),
    chance: percent(forecast.passes),
  });
}

/** Seen is a stair, foreseen are three bands; the dotted line is yours. */
function Fan({ tale }: { tale: TaleRow }) {
  const { forecast, spark, line, told } = tale;
  const most = Math.max(line, told, forecast?.b90.high ?? 0, 1) * 1.04;
  const y = (n: number) => HEIGHT - 2 - ((HEIGHT - 6) * n) / most;
  const stair = spark.map((n, i) => (i === 0 ? `M1 ${y(n)}` : `H${1 + ((SEEN - 1) * i) / (spark.length - 1)}V${y(n)}`)).join("");
  const way = (to: number) => Array.from({ length: 9 }, (_, i) => `${SEEN + ((WIDTH - SEEN - 1) * i) / 8} ${y(told + (to - told) * (1 - Math.exp(-i / 2)))}`);
  const band = ({ low, high }: { low: number; high: number }) => `M${way(high).join("L")}L${way(low).reverse().join("L")}Z`;
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {forecast && (
        <>
          <path d={band(forecast.b90)} fill="var(--band-90)" />
          <path d={band(forecast.b80)} fill="var(--band-80)" />
          <path d={band(forecast.b50)} fill="var(--band-50)" />
          <path d={`M${way(forecast.median).join("L")}`} fill="none" stroke="var(--spread)" strokeWidth="1.4" strokeDasharray="5 3" />
        </>
      )}
      <path d={stair} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
      <path d={`M1 ${y(line)}H${WIDTH - 1}`} stroke="var(--urgent)" strokeWidth="1.3" strokeDasharray="2 3" />
    </svg>
  );
}
