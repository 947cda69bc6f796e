import { useEffect, useRef, useState, type ReactNode } from "react";

/** What a button that opens a form is given. */
interface Opens {
  ref: (button: HTMLButtonElement | null) => void;
  "aria-expanded": boolean;
  onClick: () => void;
}

interface Unfolding<W> {
  open: W | null;
  opens: (form: W) => Opens;
  close: () => void;
}

/** Which of the forms that buttons open is open; its button has the focus again once it has closed. */
export function useUnfold<W extends string>(): Unfolding<W> {
  const [open, setOpen] = useState<W | null>(null);
  const before = useRef<W>(null);
  const buttons = useRef(new Map<W, HTMLButtonElement | null>());
  useEffect(() => {
    const focusLost = document.activeElement === document.body || document.activeElement === null;
    if (before.current && !open && focusLost) buttons.current.get(before.current)?.focus();
    before.current = open;
  }, [open]);
  const opens = (form: W): Opens => ({
    ref: (button) => void buttons.current.set(form, button),
    "aria-expanded": open === form,
    onClick: () => setOpen(form),
  });
  return { open, opens, close: () => setOpen(null) };
}

/** Around a form that has been opened: its first field has the focus. */
export function Unfolded({ children }: { children: ReactNode }) {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => room.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), []);
  return (
    <div className="unfolded" ref={room}>
      {children}
    </div>
  );
}

/** A button that gives way to its form. The form is mounted only while it is open, so it begins with what is so then. */
export function Unfold({ button, children }: { button: (opens: Opens) => ReactNode; children: (close: () => void) => ReactNode }) {
  const form = useUnfold<"it">();
  return form.open ? <Unfolded>{children(form.close)}</Unfolded> : button(form.opens("it"));
}
