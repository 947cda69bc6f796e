import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { t } from "../texts/index.ts";

interface AskProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** The deed, named: "Erase 9 words". Without it the dialog only tells. */
  deed?: string;
  danger?: boolean;
  keep?: string;
  onDeed?: () => void;
}

/** Only for what cannot be undone: says what will be gone; the safe button has the focus. */
export function Ask({ open, onClose, title, children, deed, danger, keep, onDeed }: AskProps) {
  const safe = useRef<HTMLButtonElement>(null);
  // Not by autoFocus: a dialog below holds the focus until this one is there.
  useEffect(() => {
    if (open) safe.current?.focus();
  }, [open]);
  return (
    <Layer open={open} onClose={onClose} label={title} role={danger ? "alertdialog" : "dialog"}>
      <Heading slot="title">{title}</Heading>
      <div className="small q">{children}</div>
      <div className="deeds">
        <button type="button" className="btn" ref={safe} onClick={onClose}>
          {keep ?? (deed ? t("words.keep") : t("words.close"))}
        </button>
        {deed && (
          <button
            type="button"
            className={danger ? "btn go danger" : "btn go"}
            onClick={() => {
              onDeed?.();
              onClose();
            }}
          >
            {deed}
          </button>
        )}
      </div>
    </Layer>
  );
}

interface LayerProps {
  open: boolean;
  onClose: () => void;
  label: string;
  role?: "dialog" | "alertdialog";
  className?: string;
  children: ReactNode;
}

/** A floating layer that holds the focus and leaves with Escape or a tap beside it; what was typed into a form on it stays at a tap, and Escape asks. */
export function Layer({ open, onClose, label, role = "dialog", className = "dlg", children }: LayerProps) {
  const changed = useRef<Element>(null);
  const [asking, setAsking] = useState(false);
  if (asking && !open) setAsking(false);
  const unsaved = () => changed.current?.isConnected ?? false;
  const leave = () => {
    if (unsaved()) setAsking(true);
    else onClose();
  };
  const note = ({ target }: FormEvent) => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form) changed.current = form;
  };
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(is) => !is && leave()} isDismissable shouldCloseOnInteractOutside={() => !unsaved()}>
      <Modal className={className}>
        <Dialog role={role} aria-label={label}>
          <div onInput={note}>{children}</div>
          {asking && (
            <Ask open onClose={() => setAsking(false)} title={t("words.leave_title")} deed={t("words.leave")} keep={t("words.leave_not")} onDeed={onClose}>
              {t("words.leave_text")}
            </Ask>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
