import { useState, type ReactNode } from "react";
import { t } from "../texts/index.ts";
import { Ask } from "./Dialog.tsx";

interface AskedDeedProps {
  /** The deed, named; the dialog's button says the same. */
  deed: string;
  label?: string;
  className?: string;
  disabled?: boolean;
  title: string;
  /** What comes of it. */
  children: ReactNode;
  onDeed: () => void;
}

/** A button for what cannot be taken back: asked once before it is done. */
export function AskedDeed({ deed, label, className = "btn s", disabled, title, children, onDeed }: AskedDeedProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className={className} aria-label={label} disabled={disabled} onClick={() => setAsking(true)}>
        {deed}
      </button>
      <Ask open={asking} onClose={() => setAsking(false)} title={title} deed={deed} keep={t("words.cancel")} onDeed={onDeed}>
        {children}
      </Ask>
    </>
  );
}
