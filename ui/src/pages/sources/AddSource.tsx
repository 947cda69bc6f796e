import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link } from "wouter";
import { get, post } from "../../api/client.ts";
import type { ChannelsView, ChannelView, DiscoveryView, SourceMade } from "../../api/types.ts";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote, Notice } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";
import { Voice } from "../../parts/Voice.tsx";
import { t, told } from "../../texts/index.ts";
import { fact } from "./facts.ts";
import { SourceFields, type SaidOfSource } from "./SourceFields.tsx";

/** Where to listen next: by an address that we look at, or by the kind of channel. */
export function AddSource() {
  return (
    <div className="add-page">
      <p className="small qq">
        <Link href="/sources">{t("sources.back")}</Link>
      </p>
      <h1>{t("sources.addTitle")}</h1>
      <p className="dek">{t("sources.addDek")}</p>
      <Discovery />
      <Kinds />
    </div>
  );
}

export interface NewSource {
  kind: string;
  name?: string;
  settings: Record<string, string>;
  everything: boolean;
}

export function useAddSource() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: NewSource) => post<SourceMade>("/sources", draft),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ["sources"] });
      toast(t("sources.added", { name: made.source.name }));
    },
  });
}

interface DiscoveryProps {
  /** What was taken so far, where it is only taken down and added later; null where it is added at once. */
  taken?: NewSource[];
  onTake?: (source: NewSource) => void;
}

/** Looks at an address and offers what can be heard there. */
export function Discovery({ taken, onTake }: DiscoveryProps) {
  const [address, setAddress] = useState("");
  const look = useMutation({ mutationFn: (url: string) => post<DiscoveryView>("/sources/discover", { url }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = address.trim();
    if (typed) look.mutate(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
  };
  return (
    <>
      <form className="add-row" onSubmit={submit}>
        <label className="field">
          <span>{t("sources.address")}</span>
          <input className="inp" type="text" inputMode="url" value={address} placeholder="https://example.org" onChange={(event) => setAddress(event.target.value)} />
        </label>
        <button type="submit" className="btn" disabled={look.isPending || address.trim() === ""}>
          {t(look.isPending ? "sources.looking" : "sources.look")}
        </button>
      </form>
      {look.isError && <ErrorNote error={look.error} />}
      {look.data && <Findings found={look.data} taken={taken} onTake={onTake} />}
    </>
  );
}

function Findings({ found, taken, onTake }: DiscoveryProps & { found: DiscoveryView }) {
  return (
    <div className="block" aria-live="polite">
      <Head title={t("sources.found")} />
      {found.found.length === 0 && <Notice>{t("sources.foundNone")}</Notice>}
      {found.found.map((finding) => (
        <Finding key={`${finding.kind} ${finding.url}`} finding={finding} taken={taken} onTake={onTake} />
      ))}
      {found.notes.length > 0 && (
        <ul className="small q found-notes">
          {found.notes.map((note) => (
            <li key={note}>{told(note)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Finding({ finding, taken, onTake }: DiscoveryProps & { finding: DiscoveryView["found"][number] }) {
  const add = useAddSource();
  const newest = finding.sample[0];
  const source = { kind: finding.kind, name: finding.title || undefined, settings: { url: finding.url }, everything: false };
  const done = add.isSuccess || taken?.some(({ settings }) => settings.url === finding.url);
  const listen = () => (onTake ? onTake(source) : add.mutate(source));
  return (
    <div className="found">
      <div>
        <b>{finding.title || finding.url}</b> <span className="small qq">{t("sources.entries", { n: finding.entries })}</span>
        <p className="hash">{finding.url}</p>
      </div>
      <button type="button" className="btn" disabled={add.isPending || done} onClick={listen}>
        {t(done ? "sources.listening" : "sources.listen")}
      </button>
      {newest && <Voice text={newest.text || newest.title} short />}
      {add.isError && <ErrorNote error={add.error} />}
    </div>
  );
}

function Kinds() {
  const channels = useQuery({
    queryKey: ["channels"],
    queryFn: ({ signal }) => get<ChannelsView>("/channels", {}, signal),
    staleTime: Infinity,
  });
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <div className="block">
      <Head title={t("sources.byKind")} />
      {channels.isError && <ErrorNote error={channels.error} />}
      {(channels.data?.channels ?? []).map((channel) => (
        <section className="kind" key={channel.kind} aria-label={channel.name}>
          <div className="top">
            <b>{channel.name}</b>
            <span className="small qq">{fact(channel.kind, "price", channel.price)}</span>
            <button
              type="button"
              className="btn s"
              aria-expanded={opened === channel.kind}
              onClick={() => setOpened(opened === channel.kind ? null : channel.kind)}
            >
              {t("sources.connect")}
            </button>
          </div>
          <p className="small q">
            {t("sources.hearsKind", { what: fact(channel.kind, "hears", channel.hears) })}. {t("sources.blindKind", { what: fact(channel.kind, "blind", channel.blindTo) })}.
          </p>
          {opened === channel.kind && <KindForm channel={channel} />}
        </section>
      ))}
    </div>
  );
}

function KindForm({ channel }: { channel: ChannelView }) {
  const [said, setSaid] = useState<SaidOfSource>({ name: "", values: {}, everything: false });
  const add = useAddSource();
  if (add.data) return <Made made={add.data} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ kind: channel.kind, name: said.name.trim() || undefined, settings: said.values, everything: said.everything });
  };
  return (
    <form className="kind-form" onSubmit={submit}>
      <SourceFields needs={channel.needs} said={said} onSay={setSaid} />
      {add.isError && <ErrorNote error={add.error} />}
      <div>
        <button type="submit" className="btn go" disabled={add.isPending}>
          {t("sources.connect")}
        </button>
      </div>
    </form>
  );
}

/** What was made; a secret is shown here and never again. */
function Made({ made }: { made: SourceMade }) {
  return (
    <div className="once">
      <p>{t("sources.added", { name: made.source.name })}</p>
      {made.webhookUrl && <Line text={made.webhookUrl} />}
      {made.secret && (
        <>
          <p className="small q">{t("sources.secretOnce")}</p>
          <Line text={made.secret} />
        </>
      )}
      <p>
        <Link className="btn" href={`/sources?source=${made.source.id}`}>
          {t("sources.done")}
        </Link>
      </p>
    </div>
  );
}

function Line({ text }: { text: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast(t("sources.copied"));
  };
  return (
    <p className="line">
      <span className="hash">{text}</span>
      <button type="button" className="btn s" onClick={() => void copy()}>
        {t("sources.copy")}
      </button>
    </p>
  );
}
