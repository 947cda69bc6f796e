import { useId } from "react";
import type { QueryFault } from "../../api/types.ts";
import { useKeys } from "../../keys/keys.ts";
import { WarnIcon } from "../../parts/icons.tsx";
import { Kbd } from "../../parts/Kbd.tsx";
import { t, told } from "../../texts/index.ts";
import { coloured, lines } from "./coloured.ts";

interface QueryEditorProps {
  query: string;
  onQuery: (query: string) => void;
  fault: QueryFault | null;
}

/** The query with its words, operators and fields told apart, and the error under its place. */
export function QueryEditor({ query, onQuery, fault }: QueryEditorProps) {
  const errorId = useId();
  const mended = fault ? mend(query, fault) : null;
  useKeys(mended === null ? {} : { "mod+.": () => onQuery(mended) });
  return (
    <div className="editor">
      <div className="editor-box">
        <pre aria-hidden="true">
          {lines(coloured(query, fault)).map((line, n) => (
            <span className="line" key={n}>
              {line.map((stretch, i) => (
                <span key={i} className={[stretch.kind, stretch.error && "err"].filter(Boolean).join(" ")}>
                  {stretch.text}
                </span>
              ))}
            </span>
          ))}
        </pre>
        <textarea
          aria-label={t("topics.query")}
          aria-invalid={fault !== null}
          aria-describedby={fault ? errorId : undefined}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          value={query}
          onChange={(event) => onQuery(event.target.value)}
        />
      </div>
      {fault && (
        <div className="editor-error" id={errorId} role="alert">
          <WarnIcon />
          <span>
            {told(fault.message)} {mended === null && told(fault.hint)}
          </span>
          {mended !== null && (
            <>
              <button type="button" className="link" onClick={() => onQuery(mended)}>
                {told(fault.hint)}
              </button>
              <Kbd>⌘ .</Kbd>
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** The query with the hint's own word in the place of the wrong one, or null where it names none. */
function mend(query: string, fault: QueryFault): string | null {
  const offered = /([\p{L}]+:)\s*\?\s*$/u.exec(fault.hint)?.[1];
  if (!offered) return null;
  const points = Array.from(query);
  const wrong = points.slice(fault.start, fault.end).join("");
  const kept = wrong.includes(":") ? wrong.slice(wrong.indexOf(":") + 1) : "";
  const after = points.slice(fault.end).join("");
  const text = after.startsWith(":") ? offered.slice(0, -1) : offered + kept;
  return points.slice(0, fault.start).join("") + text + after;
}
