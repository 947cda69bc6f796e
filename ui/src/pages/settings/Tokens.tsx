import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, post, remove } from "../../api/client.ts";
import { queries, useSession } from "../../api/queries.ts";
import type { Permission, TokenMade, TokensView, TokenView } from "../../api/types.ts";
import { AskedDeed } from "../../parts/AskedDeed.tsx";
import { Head } from "../../parts/Head.tsx";
import { Empty, ErrorNote, Loading, Notice } from "../../parts/states.tsx";
import { ago, useClock, when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { t } from "../../texts/index.ts";

const again = () => void queries.invalidateQueries({ queryKey: ["tokens"] });

/** How long a new one is good, in days; 0 for until it is ended. */
const DAYS = [30, 90, 365, 0] as const;

/** Programs that act for somebody here: one's own, and those of others for who may manage. */
export default function Tokens() {
  const tokens = useQuery({ queryKey: ["tokens"], queryFn: ({ signal }) => get<TokensView>("/tokens", {}, signal) });
  return (
    <>
      <section>
        <Head title={t("tokens.there")} />
        {tokens.error && <ErrorNote error={tokens.error} onRetry={() => void tokens.refetch()} />}
        {tokens.data ? (
          tokens.data.tokens.length === 0 ? (
            <Empty lead={t("tokens.none")} />
          ) : (
            <ul className="plain-list">
              {tokens.data.tokens.map((one) => (
                <One key={one.id} token={one} />
              ))}
            </ul>
          )
        ) : (
          !tokens.error && <Loading />
        )}
      </section>
      <New />
    </>
  );
}

function One({ token }: { token: TokenView }) {
  const now = useClock(60);
  const end = useMutation({
    mutationFn: () => remove(`/tokens/${token.id}`),
    onSuccess: () => toast(t("tokens.ended", { name: token.name })),
    onSettled: again,
  });
  const used = token.lastUsedAt ? t("tokens.used", { ago: ago(token.lastUsedAt, now) }) : t("tokens.unused");
  const over = token.expiresAt !== null && Date.parse(token.expiresAt) <= now.getTime();
  const until = token.expiresAt === null ? t("tokens.for_ever") : t(over ? "tokens.over" : "tokens.until", { at: when(token.expiresAt, now) });
  return (
    <li>
      <span>
        <b>{token.name}</b>
        <span className="small q"> {token.scopes ? token.scopes.join(", ") : t("tokens.all_scopes")}</span>
        <br />
        <span className="small q">
          {t("tokens.made", { by: token.by || t("tokens.nobody"), at: when(token.madeAt, now) })} {used} {until}
        </span>
      </span>
      <AskedDeed className="link" deed={t("tokens.end")} label={t("tokens.end_one", { name: token.name })} disabled={end.isPending} title={t("tokens.end_title", { name: token.name })} onDeed={() => end.mutate()}>
        {t("tokens.end_text")}
      </AskedDeed>
      {end.error && <ErrorNote error={end.error} />}
    </li>
  );
}

function New() {
  const permissions = useSession().data?.permissions ?? [];
  const [name, setName] = useState("");
  const [days, setDays] = useState<number>(90);
  const [scopes, setScopes] = useState<Permission[]>(["see"]);
  const make = useMutation({
    mutationFn: () => post<TokenMade>("/tokens", { name, scopes, days: days === 0 ? null : days }),
    onSuccess: () => setName(""),
    onSettled: again,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const choose = (scope: Permission, on: boolean) => setScopes(permissions.filter((one) => (one === scope ? on : scopes.includes(one))));
  return (
    <form className="block" onSubmit={send}>
      <Head title={t("tokens.new")} />
      <p>{t("tokens.dek")}</p>
      <div className="fields">
        <label className="field">
          <span>{t("tokens.name")}</span>
          <input className="inp" required maxLength={100} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <fieldset className="scopes">
          <legend>{t("tokens.scopes")}</legend>
          {permissions.map((scope) => (
            <label key={scope} className="check">
              <input type="checkbox" checked={scopes.includes(scope)} onChange={(event) => choose(scope, event.target.checked)} />
              <span>
                <b>{scope}</b> <span className="small q">{t(`tokens.may_${scope}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span>{t("tokens.days")}</span>
          <select className="inp" value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {DAYS.map((one) => (
              <option key={one} value={one}>
                {one === 0 ? t("tokens.days_none") : t("tokens.days_n", { n: one })}
              </option>
            ))}
          </select>
        </label>
      </div>
      {make.error && <ErrorNote error={make.error} />}
      {make.data && <Once text={make.data.token} />}
      <p className="deeds">
        <button type="submit" className="btn" disabled={make.isPending || scopes.length === 0}>
          {t("tokens.make")}
        </button>
      </p>
    </form>
  );
}

/** The text of a new token, which nobody can be shown again. */
function Once({ text }: { text: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast(t("tokens.copied"));
  };
  return (
    <Notice>
      {t("tokens.once")}
      <input className="inp" readOnly aria-label={t("tokens.text")} value={text} onFocus={(event) => event.target.select()} />
      <button type="button" className="link" onClick={() => void copy()}>
        {t("tokens.copy")}
      </button>
    </Notice>
  );
}
