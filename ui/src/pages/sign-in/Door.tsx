import { useEffect, type FormEvent, type ReactNode } from "react";
import { queries } from "../../api/queries.ts";
import type { SessionView } from "../../api/types.ts";
import { Mark } from "../../parts/icons.tsx";
import "./sign-in.css";

/** The plain page before the house. */
export function Door({ title, children }: { title: string; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Wordborne`;
  }, [title]);
  return (
    <main className="door">
      <p className="brand">
        <Mark />
        Wordborne
      </p>
      <h1>{title}</h1>
      {children}
    </main>
  );
}

interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  type?: string;
  autoComplete: string;
  autoFocus?: boolean;
  minLength?: number;
  maxLength?: number;
  defaultValue?: string;
  readOnly?: boolean;
  inputMode?: "text" | "numeric";
}

export function Field({ label, hint, type = "text", ...rest }: FieldProps) {
  return (
    <label className="field">
      <span>
        {label} {hint && <span className="hint">{hint}</span>}
      </span>
      <input className="inp" type={type} required {...rest} />
    </label>
  );
}

export function fields(event: FormEvent<HTMLFormElement>): Record<string, string> {
  event.preventDefault();
  return Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
}

export function letIn(view: SessionView): void {
  queries.setQueryData(["session"], view);
}
