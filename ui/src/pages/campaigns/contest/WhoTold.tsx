import { useQuery } from "@tanstack/react-query";
import { get } from "../../../api/client.ts";
import { ErrorNote, Loading } from "../../../parts/states.tsx";
import { whole } from "../../../parts/time.ts";
import { t } from "../../../texts/index.ts";
import { Folded } from "./Folded.tsx";
import type { ReferralNode, ReferralTree } from "./records.ts";

/** Who came by whom, by their codes; nobody's name. */
export function WhoTold({ campaign }: { campaign: string }) {
  return (
    <Folded id="who-told" title={t("contest.tree")} level={3}>
      <Tree campaign={campaign} />
    </Folded>
  );
}

function Tree({ campaign }: { campaign: string }) {
  const found = useQuery({
    queryKey: ["contest", campaign, "tree"],
    queryFn: ({ signal }) => get<ReferralTree>(`/campaigns/${campaign}/referral/tree`, {}, signal),
  });
  if (found.isError) return <ErrorNote error={found.error} />;
  if (!found.data) return <Loading />;
  if (found.data.people.length === 0) return <p className="small q">{t("contest.treeNone")}</p>;
  const told: Told = new Map();
  for (const one of found.data.people) told.set(one.toldBy, [...(told.get(one.toldBy) ?? []), one]);
  return (
    <div className="contest-scroll small" tabIndex={0} role="region" aria-label={t("contest.tree")}>
      <Branch of={null} told={told} />
    </div>
  );
}

type Told = Map<string | null, ReferralNode[]>;

function Branch({ of, told }: { of: string | null; told: Told }) {
  return (
    <ul className="contest-tree">
      {told.get(of)?.map((one) => (
        <li key={one.code}>
          <code>{one.code}</code>{" "}
          <span className="tiny qq">
            {whole(one.joinedAt)}
            {one.brought > 0 && `, ${t("contest.treeBrought", { n: one.brought })}`}
          </span>
          {told.has(one.code) && <Branch of={one.code} told={told} />}
        </li>
      ))}
    </ul>
  );
}
