import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from "react";
import { useKeys } from "../keys/keys.ts";
import { t } from "../texts/index.ts";
import { CloseIcon, TickIcon } from "./icons.tsx";
import { Kbd } from "./Kbd.tsx";

export interface ToastAct {
  label: string;
  key?: string;
  run: () => void;
}
interface ToastEntry {
  id: number;
  text: ReactNode | ((secondsLeft: number) => ReactNode);
  act?: ToastAct;
  ends: number;
  good: boolean;
}

const STAYS_MS = 8_000;
let entries: ToastEntry[] = [];
let lastId = 0;
const watchers = new Set<() => void>();

function change(next: ToastEntry[]): void {
  entries = next;
  watchers.forEach((then) => then());
}

/** Says that something was done, with at most one way back; leaves after 8 s. */
export function toast(text: ToastEntry["text"], act?: ToastAct, options: { ends?: number; good?: boolean } = {}): number {
  const entry = { id: ++lastId, text, act, ends: options.ends ?? Date.now() + STAYS_MS, good: options.good ?? true };
  change([...entries.slice(-2), entry]);
  return entry.id;
}

export function dismiss(id: number): void {
  change(entries.filter((entry) => entry.id !== id));
}

function subscribe(then: () => void): () => void {
  watchers.add(then);
  return () => void watchers.delete(then);
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => entries);
  return (
    <div className="toasts" role="region" aria-label={t("shell.toasts")} aria-live="polite">
      {shown.map((entry) => (
        <OneToast key={entry.id} entry={entry} />
      ))}
    </div>
  );
}

function OneToast({ entry }: { entry: ToastEntry }) {
  const held = useRef(false);
  const [left, setLeft] = useState(() => secondsLeft(entry));
  useEffect(() => {
    const timer = window.setInterval(() => {
      setLeft(secondsLeft(entry));
      if (Date.now() >= entry.ends && !held.current) dismiss(entry.id);
    }, 250);
    return () => window.clearInterval(timer);
  }, [entry]);
  const run = () => {
    entry.act?.run();
    dismiss(entry.id);
  };
  useKeys(entry.act?.key ? { [entry.act.key]: run } : {});
  const hold = (on: boolean) => () => void (held.current = on);
  return (
    <div className="toast" onPointerEnter={hold(true)} onPointerLeave={hold(false)} onFocus={hold(true)} onBlur={hold(false)}>
      {entry.good && (
        <span className="positive">
          <TickIcon />
        </span>
      )}
      <span>{typeof entry.text === "function" ? entry.text(left) : entry.text}</span>
      {entry.act && Date.now() < entry.ends && (
        <>
          <button type="button" className="link" onClick={run}>
            {entry.act.label}
          </button>
          {entry.act.key && <Kbd>{entry.act.key}</Kbd>}
        </>
      )}
      <button type="button" className="bare" aria-label={t("words.close")} onClick={() => dismiss(entry.id)}>
        <CloseIcon />
      </button>
    </div>
  );
}

function secondsLeft(entry: ToastEntry): number {
  return Math.max(0, Math.ceil((entry.ends - Date.now()) / 1000));
}
