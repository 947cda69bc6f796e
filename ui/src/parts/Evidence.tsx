import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Link } from "wouter";
import { get, type Params } from "../api/client.ts";
import type { MentionsView, MentionView } from "../api/types.ts";
import { number, t } from "../texts/index.ts";
import { Loading } from "./states.tsx";
import { when } from "./time.ts";
import { Voice } from "./Voice.tsx";

interface EvidenceProps {
  /** The number, or what stands for it. */
  n: ReactNode;
  /** What is counted, and how, in one sentence. */
  what: ReactNode;
  /** The words behind it: filters of Listen… */
  filters?: Params;
  /** …or exactly these mentions… */
  ids?: string[];
  /** …or a page that shows them. */
  href?: string;
}

/** A number with the words behind it: a dotted line says "open me". */
export function Evidence({ n, what, filters, ids, href }: EvidenceProps) {
  const shown = typeof n === "number" ? number(n) : n;
  return (
    <OpenEvidence what={what} filters={filters} ids={ids} href={href} count={typeof n === "number" ? n : undefined}>
      <Button className="num">{shown}</Button>
    </OpenEvidence>
  );
}

interface OpenProps extends Omit<EvidenceProps, "n"> {
  count?: number;
  children: ReactNode;
}

/** The small sheet that any control can open to show what it rests on. */
export function OpenEvidence({ what, filters, ids, href, count, children }: OpenProps) {
  const [open, setOpen] = useState(false);
  const all = href ?? (filters && listenAddress(filters));
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      {children}
      <Popover className="pop" placement="bottom start" offset={6}>
        <Dialog aria-label={t("shell.evidence")}>
          <p className="small">
            <b>{what}</b>
          </p>
          {(filters || ids) && <Samples filters={filters} ids={ids} />}
          {all && (
            <p className="small q">
              <Link href={all} onClick={() => setOpen(false)}>
                {count === undefined ? t("shell.all_words") : t("shell.all_n", { n: count })}
              </Link>
            </p>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Samples({ filters, ids }: { filters?: Params; ids?: string[] }) {
  const found = useQuery({ queryKey: ["evidence", filters, ids], queryFn: ({ signal }) => sample(filters, ids, signal) });
  if (!found.data) return <Loading rows={1} />;
  return (
    <ul className="samples">
      {found.data.map((mention) => (
        <li key={mention.id}>
          <Voice text={mention.text || mention.title} language={mention.language} marks={mention.marks} short />
          <p className="tiny qq">
            <bdi>{mention.author.name}</bdi>, {mention.source?.name ?? t("words.imported")}, {when(mention.publishedAt ?? mention.heardAt)}
          </p>
        </li>
      ))}
    </ul>
  );
}

const MOST_WORDS = 6;

async function sample(filters: Params | undefined, ids: string[] | undefined, signal: AbortSignal): Promise<MentionView[]> {
  if (ids) return Promise.all(ids.slice(0, MOST_WORDS).map((id) => get<MentionView>(`/mentions/${id}`, {}, signal)));
  return (await get<MentionsView>("/mentions", { ...filters, limit: 3 }, signal)).mentions;
}

export function listenAddress(filters: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== "") search.append(name, String(one));
    }
  }
  return `/listen?${search.toString()}`;
}
