import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { get, post, put } from "../../api/client.ts";
import { queries, useSession } from "../../api/queries.ts";
import type { ChannelsView, ProposalsView, ProposalView, SourceMade } from "../../api/types.ts";
import { Ask, Layer } from "../../parts/Dialog.tsx";
import { Evidence } from "../../parts/Evidence.tsx";
import { Head } from "../../parts/Head.tsx";
import { ErrorNote } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";
import { Voice } from "../../parts/Voice.tsx";
import { webAddress } from "../../parts/address.ts";
import { t } from "../../texts/index.ts";
import { SourceFields, type SaidOfSource } from "./SourceFields.tsx";

/** Places nobody listed, each with what speaks for it; with none, only the addresses that are ours. */
export function Proposals() {
  const found = useQuery({ queryKey: ["sources", "proposals"], queryFn: ({ signal }) => get<ProposalsView>("/sources/proposals", {}, signal) });
  const proposals = found.data?.proposals ?? [];
  return (
    <section className="block proposals" aria-label={t("proposals.title")}>
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {proposals.length > 0 && (
        <>
          <Head title={t("proposals.title")} sub={t("proposals.sub", { n: proposals.length })} />
          <p className="small q">{t("proposals.dek")}</p>
          {proposals.map((proposal) => (
            <Proposal key={proposal.id} proposal={proposal} />
          ))}
        </>
      )}
      <Homes />
    </section>
  );
}

function Proposal({ proposal }: { proposal: ProposalView }) {
  const [listening, setListening] = useState(false);
  const [never, setNever] = useState(false);
  const client = useQueryClient();
  const decline = useMutation({
    mutationFn: (always: boolean) => post(`/sources/proposals/${proposal.id}/decline`, { always }),
    onSuccess: async (_, always) => {
      toast(t(always ? "proposals.declinedNever" : "proposals.declined", { host: proposal.host }));
      await client.invalidateQueries({ queryKey: ["sources"] });
      await client.invalidateQueries({ queryKey: ["status"] });
    },
  });
  const shown = proposal.evidence.filter((one) => one.kind !== "linked-by");
  return (
    <article className="proposal" aria-label={proposal.title}>
      <div className="top">
        <div>
          <h3>
            <bdi>{proposal.title}</bdi> <span className="small qq">{proposal.host}</span>
          </h3>
          <ul className="small evidence">
            {shown.map((one) => (
              <li key={`${one.kind} ${one.url}`}>
                <b>{t(one.kind === "links-to-you" ? "proposals.links" : "proposals.names")}</b>{" "}
                <q>
                  <bdi>{one.text}</bdi>
                </q>
              </li>
            ))}
            {proposal.people > 0 && (
              <li>
                <b>
                  <Evidence n={t("proposals.linkedBy", { n: proposal.people })} what={t("proposals.linkedBy", { n: proposal.people })} ids={proposal.voices.map((voice) => voice.id)} />
                </b>
              </li>
            )}
          </ul>
        </div>
        <div className="proposal-deeds">
          <button type="button" className="btn go" onClick={() => setListening(true)}>
            {t("proposals.listen")}
          </button>
          <button type="button" className="btn" disabled={decline.isPending} onClick={() => decline.mutate(false)}>
            {t("proposals.not")}
          </button>
          <button type="button" className="link small" onClick={() => setNever(true)}>
            {t("proposals.never")}
          </button>
          {webAddress(proposal.url) && (
            <a className="small" href={webAddress(proposal.url)} target="_blank" rel="noopener noreferrer nofollow">
              {t("proposals.open")}
            </a>
          )}
        </div>
      </div>
      {proposal.voices.map((voice) => (
        <div key={voice.id} className="proposal-voice">
          <p className="tiny qq">
            <bdi>{voice.author.name}</bdi>, {voice.source?.name ?? t("words.imported")}
          </p>
          <Voice text={voice.text || voice.title} language={voice.language} short />
        </div>
      ))}
      {decline.isError && <ErrorNote error={decline.error} />}
      <Layer open={listening} onClose={() => setListening(false)} label={t("proposals.sheet", { title: proposal.title })}>
        <Accept proposal={proposal} onClose={() => setListening(false)} />
      </Layer>
      <Ask
        open={never}
        onClose={() => setNever(false)}
        title={t("proposals.neverTitle", { host: proposal.host })}
        deed={t("proposals.neverGo")}
        onDeed={() => decline.mutate(true)}
      >
        {t("proposals.neverText")}
      </Ask>
    </article>
  );
}

/** Chooses how to hear it, with the fields that this kind of channel needs beside its address. */
function Accept({ proposal, onClose }: { proposal: ProposalView; onClose: () => void }) {
  const [chosen, setChosen] = useState(proposal.candidates[0]?.url ?? "");
  const [said, setSaid] = useState<SaidOfSource>({ name: proposal.title, values: {}, everything: false });
  const channels = useQuery({ queryKey: ["channels"], queryFn: ({ signal }) => get<ChannelsView>("/channels", {}, signal), staleTime: Infinity });
  const candidate = proposal.candidates.find((one) => one.url === chosen);
  const needs = channels.data?.channels.find((channel) => channel.kind === candidate?.kind)?.needs.filter((need) => need.name !== "url") ?? [];
  const accept = useMutation({
    mutationFn: () => {
      const given = Object.fromEntries(needs.flatMap((need) => (said.values[need.name] ? [[need.name, said.values[need.name]]] : [])));
      return post<SourceMade>(`/sources/proposals/${proposal.id}/accept`, { kind: candidate?.kind, name: said.name.trim(), settings: { url: chosen, ...given }, everything: said.everything });
    },
    onSuccess: (made) => {
      toast(t("proposals.accepted", { name: made.source.name }));
      void queries.invalidateQueries({ queryKey: ["sources"] });
      void queries.invalidateQueries({ queryKey: ["status"] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <form className="kind-form" onSubmit={submit}>
      <h2>{t("proposals.sheet", { title: proposal.title })}</h2>
      <fieldset>
        <legend className="lab">{t("proposals.as")}</legend>
        {proposal.candidates.map((one) => (
          <label className="check" key={one.url}>
            <input type="radio" name="candidate" checked={one.url === chosen} onChange={() => setChosen(one.url)} />
            <span>
              {one.kind === "wordpress" ? t("proposals.kind.wordpress") : t("proposals.kind.feed", { title: one.title || one.url })}
              <br />
              <span className="tiny qq">{one.url}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <SourceFields needs={needs} said={said} onSay={setSaid} />
      {accept.isError && <ErrorNote error={accept.error} />}
      <div className="deeds">
        <button type="button" className="btn" onClick={onClose}>
          {t("words.close")}
        </button>
        <button type="submit" className="btn go" disabled={accept.isPending || !candidate}>
          {t("proposals.accept")}
        </button>
      </div>
    </form>
  );
}

/** The addresses that are the brand's own: whoever links to one of them speaks of us. */
function Homes() {
  const workspace = useSession().data?.workspace;
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const save = useMutation({
    mutationFn: (homes: string[]) => {
      const { name = "", brand = "", names = [], place = "", notConfused = [] } = workspace ?? {};
      return put("/workspace", { name, brand, names, place, notConfused, homes });
    },
    onSuccess: () => {
      toast(t("proposals.homesSaved"));
      void queries.invalidateQueries({ queryKey: ["session"] });
      setOpen(false);
    },
  });
  if (!workspace) return null;
  const edit = () => {
    setText(workspace.homes.join("\n"));
    setOpen(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(text.split(/\s+/).filter(Boolean));
  };
  return (
    <p className="small q homes">
      {workspace.homes.length > 0 ? t("proposals.homes", { homes: workspace.homes.join(", ") }) : t("proposals.homesNone")}{" "}
      <button type="button" className="link" onClick={edit}>
        {t(workspace.homes.length > 0 ? "proposals.homesChange" : "proposals.homesSay")}
      </button>
      <Layer open={open} onClose={() => setOpen(false)} label={t("proposals.homesTitle")}>
        <form onSubmit={submit}>
          <h2>{t("proposals.homesTitle")}</h2>
          <label className="field">
            <span>{t("proposals.homesLabel")}</span>
            <textarea className="inp" rows={4} value={text} autoFocus onChange={(event) => setText(event.target.value)} />
          </label>
          {save.isError && <ErrorNote error={save.error} />}
          <div className="deeds">
            <button type="button" className="btn" onClick={() => setOpen(false)}>
              {t("words.close")}
            </button>
            <button type="submit" className="btn go" disabled={save.isPending}>
              {t("proposals.homesSave")}
            </button>
          </div>
        </form>
      </Layer>
    </p>
  );
}
