import { useState, type ReactNode } from "react";
import type { Facet, FacetName, MentionsView, Sentiment } from "../../api/types.ts";
import { Head } from "../../parts/Head.tsx";
import { CloseIcon } from "../../parts/icons.tsx";
import { toggled } from "../../parts/lists.ts";
import { Sign } from "../../parts/signs.tsx";
import { ownLanguageName } from "../../parts/Voice.tsx";
import { number, t, tMaybe } from "../../texts/index.ts";
import type { Filters } from "./filters.ts";

const signs: Sentiment[] = ["positive", "negative", "mixed", "neutral", "unsure"];
const wants = ["question", "complaint", "praise", "desire", "request", "purchase", "leaving"];
const SHORT = 6;

interface FilterPaneProps {
  filters: Filters;
  facets: MentionsView["facets"] | undefined;
  onChange: (changes: Record<string, string | string[] | null>) => void;
  onClose: () => void;
}

/** What is said, wanted, where, in which language: each with the number of words it would leave. */
export function FilterPane({ filters, facets, onChange, onClose }: FilterPaneProps) {
  const { lists } = filters;
  const toggle = (name: FacetName, value: string) => {
    onChange({ [name]: toggled(lists[name], value) });
  };
  // With none chosen every sign is shown; taking one away leaves the others.
  const toggleSign = (value: Sentiment) => {
    const next = toggled(lists.sentiment.length ? lists.sentiment : signs, value);
    onChange({ sentiment: next.length === signs.length ? [] : next });
  };
  const count = (name: FacetName, value: string) => facets?.[name].find((f) => f.value === value)?.count ?? 0;
  return (
    <div className="side pane filters">
      <button type="button" className="ib close" aria-label={t("words.close")} onClick={onClose}>
        <CloseIcon />
      </button>
      <h2 className="vh">{t("listen.filters")}</h2>
      <Group title={t("listen.says")} strong>
        {signs.map((sign) => (
          <Check key={sign} checked={lists.sentiment.length === 0 || lists.sentiment.includes(sign)} count={facets && count("sentiment", sign)} onChange={() => toggleSign(sign)}>
            <Sign of={sign} />
          </Check>
        ))}
      </Group>
      <Group title={t("listen.wants")}>
        {wants.map((want) => (
          <Check key={want} checked={lists.intent.includes(want)} count={facets && count("intent", want)} onChange={() => toggle("intent", want)}>
            {tMaybe(`words.does_${want}`) ?? want}
          </Check>
        ))}
      </Group>
      <Long name="source" title={t("listen.speaks_on")} facets={facets?.source} chosen={lists.source} onToggle={toggle} label={(f) => f.label} />
      <Long name="topic" title={t("listen.concerns")} facets={facets?.topic} chosen={lists.topic} onToggle={toggle} label={(f) => (f.value === "none" ? t("listen.no_topic") : f.label)} />
      <Long name="language" title={t("listen.language")} facets={facets?.language} chosen={lists.language} onToggle={toggle} label={(f) => ownLanguageName(f.value)} />
      <Group title={t("listen.hidden_words")}>
        <Check checked={filters.params.spam === "include"} onChange={() => onChange({ spam: filters.params.spam === "include" ? null : "include" })}>
          {t("listen.with_spam")}
        </Check>
        <Check checked={filters.params.hidden === "include"} onChange={() => onChange({ hidden: filters.params.hidden === "include" ? null : "include" })}>
          {t("listen.with_hidden")}
        </Check>
      </Group>
    </div>
  );
}

interface LongProps {
  name: FacetName;
  title: string;
  facets: Facet[] | undefined;
  chosen: string[];
  label: (facet: Facet) => string;
  onToggle: (name: FacetName, value: string) => void;
}

/** A list that may be long: the first six, those chosen, and the rest on demand. */
function Long({ name, title, facets = [], chosen, label, onToggle }: LongProps) {
  const [all, setAll] = useState(false);
  const missing = chosen.filter((value) => !facets.some((f) => f.value === value)).map((value) => ({ value, label: value, count: 0 }));
  const every = [...facets.toSorted((a, b) => b.count - a.count), ...missing];
  const shown = every.filter((f, i) => all || i < SHORT || chosen.includes(f.value));
  const rest = every.length - shown.length;
  if (every.length === 0) return null;
  const more = rest > 0 && (
    <button type="button" className="link" onClick={() => setAll(true)}>
      {t("listen.n_more", { n: rest })}
    </button>
  );
  return (
    <Group title={title} act={more}>
      {shown.map((facet) => (
        <Check key={facet.value} checked={chosen.includes(facet.value)} count={facet.count} onChange={() => onToggle(name, facet.value)}>
          <bdi title={label(facet)}>{label(facet)}</bdi>
        </Check>
      ))}
    </Group>
  );
}

function Group({ title, strong = false, act, children }: { title: string; strong?: boolean; act?: ReactNode; children: ReactNode }) {
  return (
    <div className="block" role="group" aria-label={title}>
      <Head level={3} thin={!strong} title={title} act={act} />
      {children}
    </div>
  );
}

function Check({ checked, count, onChange, children }: { checked: boolean; count?: number; onChange: () => void; children: ReactNode }) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={onChange} />
      <span className="check-name">{children}</span>
      {count !== undefined && <span className="n">{number(count)}</span>}
    </label>
  );
}
