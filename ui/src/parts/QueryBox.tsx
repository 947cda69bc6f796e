import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { told } from "../texts/index.ts";

export interface QueryFault {
  message: string;
  start: number;
  end: number;
  hint: string;
}

interface QueryBoxProps {
  value: string;
  onChange: (value: string) => void;
  /** Enter in a single-line box, ⌘↵ in one of several lines. */
  onSubmit?: () => void;
  label: string;
  placeholder?: string;
  fault?: QueryFault | null;
  lines?: number;
  id?: string;
}

const words = /("(?:[^"\\]|\\.)*"?|\/(?:[^/\\\s]|\\.)+\/|[()]|\s+|[^\s()"]+)/gu;
const operators = /^(AND|OR|NOT|SENTENCE|NEAR\/\d+|ONEAR\/\d+|[()])$/;
const field = /^(-?)([a-z]+):(.*)$/u;

function toneOf(token: string): string {
  if (operators.test(token)) return "o";
  if (/^-\S/.test(token)) return "x";
  if (field.test(token)) return "f";
  if (token.startsWith('"') || token.startsWith("/")) return "s";
  return "";
}

/* Underlines the place of a fault, in code points, whatever the colours of the tokens there. */
function cut(token: string, at: number, fault: QueryFault | null | undefined): ReactNode {
  if (!fault) return token;
  const points = Array.from(token);
  const end = Math.max(fault.end, fault.start + 1);
  const from = Math.max(0, fault.start - at);
  const to = Math.min(points.length, end - at);
  if (from >= to) return token;
  return (
    <>
      {points.slice(0, from).join("")}
      <u>{points.slice(from, to).join("")}</u>
      {points.slice(to).join("")}
    </>
  );
}

function paint(value: string, fault: QueryFault | null | undefined): ReactNode[] {
  let at = 0;
  return (value.match(words) ?? []).map((token, i) => {
    const start = at;
    at += Array.from(token).length;
    return (
      <span key={i} className={toneOf(token) || undefined}>
        {cut(token, start, fault)}
      </span>
    );
  });
}

/** A query as one writes it: operators blue, fields plum, exclusions rust; an error stands under its word. */
export function QueryBox({ value, onChange, onSubmit, label, placeholder, fault, lines = 1, id }: QueryBoxProps) {
  const own = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const painted = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !onSubmit) return;
    if (lines === 1 || event.metaKey || event.ctrlKey) {
      event.preventDefault();
      onSubmit();
    }
  };
  const scroll = () => {
    if (painted.current && box.current) painted.current.scrollTop = box.current.scrollTop;
  };
  return (
    <div className="query-box">
      <div className={fault ? "qed wrong" : "qed"}>
        <div ref={painted} className="paint" aria-hidden="true">
          {paint(value, fault)}
          {"\n"}
        </div>
        <textarea
          ref={box}
          id={id ?? own}
          aria-label={label}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${own}-fault` : undefined}
          placeholder={placeholder}
          spellCheck={false}
          autoCapitalize="none"
          autoCorrect="off"
          rows={lines}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKey}
          onScroll={scroll}
        />
      </div>
      {fault && (
        <p className="query-fault small" id={`${own}-fault`} role="alert">
          <b>{told(fault.message)}</b> {told(fault.hint)}
        </p>
      )}
    </div>
  );
}
