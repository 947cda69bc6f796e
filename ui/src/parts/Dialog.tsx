import type { ReactNode } from "react";
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
  return (
    <Layer open={open} onClose={onClose} label={title} role={danger ? "alertdialog" : "dialog"}>
      <Heading slot="title">{title}</Heading>
      <div className="small q">{children}</div>
      <div className="deeds">
        <button type="button" className="btn" autoFocus onClick={onClose}>
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

/** A floating layer that holds the focus and leaves with Escape. */
export function Layer({ open, onClose, label, role = "dialog", className = "dlg", children }: LayerProps) {
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(is) => !is && onClose()} isDismissable>
      <Modal className={className}>
        <Dialog role={role} aria-label={label}>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
