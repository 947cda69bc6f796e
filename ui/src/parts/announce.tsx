import { useSyncExternalStore } from "react";

const PAUSE_MS = 10_000;
let sentence = "";
let waiting: string | null = null;
let timer: number | undefined;
let lastAt = 0;
const watchers = new Set<() => void>();

function say(text: string): void {
  sentence = text;
  lastAt = Date.now();
  watchers.forEach((then) => then());
}

/** Tells screen readers, at most one sentence in ten seconds; of several the last one counts. */
export function announce(text: string): void {
  const pause = lastAt + PAUSE_MS - Date.now();
  if (pause <= 0) return say(text);
  waiting = text;
  timer ??= window.setTimeout(() => {
    timer = undefined;
    if (waiting !== null) say(waiting);
    waiting = null;
  }, pause);
}

export function LiveRegion() {
  const text = useSyncExternalStore(
    (then) => {
      watchers.add(then);
      return () => void watchers.delete(then);
    },
    () => sentence,
  );
  return (
    <div className="vh" role="status" aria-live="polite">
      {text}
    </div>
  );
}
