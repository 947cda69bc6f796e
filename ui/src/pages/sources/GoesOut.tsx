import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link } from "wouter";
import { get, post, put } from "../../api/client.ts";
import { useSession } from "../../api/queries.ts";
import { First } from "../../parts/First.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { when } from "../../parts/time.ts";
import { toast } from "../../parts/toast.tsx";
import { Unfold } from "../../parts/Unfold.tsx";
import { t, told } from "../../texts/index.ts";

interface MailView {
  host: string;
  port: number;
  tls: "none" | "starttls" | "tls";
  username: string;
  from: string;
  fromName: string;
  ready: boolean;
}
interface DeliveryView {
  id: string;
  kind: "mail";
  to: string;
  subject: string;
  state: "waiting" | "sent" | "refused";
  tries: number;
  at: string;
  nextAt: string | null;
  sentAt: string | null;
  why: string | null;
}

/** How mail leaves, which programs are told, and what became of what went out. */
export function GoesOut() {
  return (
    <section className="block goes-out" aria-labelledby="goes-out">
      <div className="head">
        <h2 id="goes-out">{t("mail.title")}</h2>
        <span className="sub">{t("mail.sub")}</span>
      </div>
      <div className="goes-parts">
        <Mail />
        <Hooks />
      </div>
      <Deliveries />
    </section>
  );
}

/* The links for lost passwords of the whole server leave by the first workspace's mail. */
function useMaySetMail(): boolean {
  const session = useSession().data;
  return session?.workspace?.prefix !== "" || session.permissions.includes("server");
}

function Mail() {
  const maySet = useMaySetMail();
  const mail = useQuery({ queryKey: ["mail"], queryFn: ({ signal }) => get<MailView>("/mail", {}, signal) });
  if (!mail.data) return mail.isError ? <ErrorNote error={mail.error} /> : <div aria-busy="true" />;
  return (
    <div>
      <Head title={t("mail.mail")} level={3} thin />
      <Unfold
        button={(opens) => (
          <>
            <p className="small">{mail.data.ready ? t("mail.leaves", { from: mail.data.from, host: `${mail.data.host}:${mail.data.port}`, tls: t(`mail.tls.${mail.data.tls}`) }) : t("mail.notYet")}</p>
            {mail.data.ready && <TestMail />}
            {maySet ? (
              <button type="button" className="btn s" {...opens}>
                {t(mail.data.ready ? "mail.change" : "mail.set")}
              </button>
            ) : (
              <p className="small q">{t("mail.serverSets")}</p>
            )}
          </>
        )}
      >
        {(close) => <MailForm mail={mail.data} onDone={close} />}
      </Unfold>
    </div>
  );
}

function useSent() {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ["deliveries"] });
}

function TestMail() {
  const [to, setTo] = useState("");
  const sent = useSent();
  const test = useMutation({
    mutationFn: () => post<DeliveryView>("/mail/test", { to }),
    onSuccess: () => {
      sent();
      toast(t("mail.testUnderWay"));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    test.mutate();
  };
  return (
    <form className="goes-row" onSubmit={submit}>
      <label className="field">
        <span>{t("mail.testTo")}</span>
        <input className="inp" type="email" value={to} onChange={(event) => setTo(event.target.value)} required />
      </label>
      <button type="submit" className="btn s" disabled={test.isPending}>
        {t("mail.sendTest")}
      </button>
      {test.isError && <ErrorNote error={test.error} />}
    </form>
  );
}

function MailForm({ mail, onDone }: { mail: MailView; onDone: () => void }) {
  const [draft, setDraft] = useState({ ...mail, password: "" });
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: () => {
      const { host, port, tls, username, password, from, fromName } = draft;
      return put<MailView>("/mail", { host, port: Number(port), tls, username, from, fromName, ...(password ? { password } : {}) });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["mail"] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate();
  };
  const field = (name: "host" | "port" | "username" | "password" | "from" | "fromName", type = "text") => (
    <label className="field">
      <span>{t(`mail.field.${name}`)}</span>
      <input
        className="inp"
        type={type}
        autoComplete={type === "password" ? "new-password" : "off"}
        value={String(draft[name])}
        onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <form className="kind-form" onSubmit={submit}>
      {field("host")}
      {field("port", "number")}
      <label className="field">
        <span>{t("mail.field.tls")}</span>
        <select className="inp" value={draft.tls} onChange={(event) => setDraft({ ...draft, tls: event.target.value as MailView["tls"] })}>
          <option value="starttls">{t("mail.tls.starttls")}</option>
          <option value="tls">{t("mail.tls.tls")}</option>
          <option value="none">{t("mail.tls.none")}</option>
        </select>
      </label>
      {field("username")}
      {field("password", "password")}
      {field("from", "email")}
      {field("fromName")}
      {keep.isError && <ErrorNote error={keep.error} />}
      <div className="source-deeds">
        <button type="submit" className="btn go" disabled={keep.isPending}>
          {t("mail.keep")}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t("mail.cancel")}
        </button>
      </div>
    </form>
  );
}

function Hooks() {
  return (
    <div>
      <Head title={t("mail.hooks")} level={3} thin />
      <p className="small q">{t("mail.hooksMoved")}</p>
      <p className="small">
        <Link href="/settings/webhooks">{t("mail.hooksThere")}</Link>
      </p>
    </div>
  );
}

function Deliveries() {
  const deliveries = useQuery({
    queryKey: ["deliveries"],
    queryFn: ({ signal }) => get<{ deliveries: DeliveryView[] }>("/deliveries", {}, signal),
    select: (page) => page.deliveries,
    refetchInterval: 5_000,
  });
  const all = deliveries.data ?? [];
  return (
    <>
      <Head title={t("mail.log")} level={3} thin />
      {deliveries.isError && <ErrorNote error={deliveries.error} />}
      {deliveries.data && all.length === 0 && <p className="small q">{t("mail.logNone")}</p>}
      {all.length > 0 && (
        <First of={all} n={10}>
          {(shown) => (
            <div className="table-room" tabIndex={0} role="region" aria-label={t("mail.log")}>
              <table>
                <thead>
                  <tr>
                    <th>{t("mail.col.at")}</th>
                    <th>{t("mail.col.to")}</th>
                    <th>{t("mail.col.what")}</th>
                    <th>{t("mail.col.state")}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((one) => (
                    <tr key={one.id}>
                      <td className="tab">{when(one.at)}</td>
                      <td>{one.to}</td>
                      <td>{one.subject}</td>
                      <td>
                        {t(`mail.state.${one.state}`)}
                        {one.nextAt && one.tries > 0 && `, ${t("mail.tried", { n: one.tries, at: when(one.nextAt) })}`}
                        {one.why && <span className="tiny qq goes-why">{told(one.why)}</span>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </First>
      )}
    </>
  );
}
