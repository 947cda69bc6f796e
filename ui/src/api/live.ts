import { useEffect, useRef, useSyncExternalStore } from "react";
import { address } from "./client.ts";

export interface WordsEvent {
  seq: number;
  count: number;
  lastHeardAt: string;
}
export interface ChangedEvent {
  changed: string[];
}
interface LiveEvents {
  words: WordsEvent;
  conversations: ChangedEvent;
  sources: ChangedEvent;
  tales: ChangedEvent;
  alarms: ChangedEvent;
  strategy: ChangedEvent;
  campaigns: ChangedEvent;
}
type Listener<K extends keyof LiveEvents> = (event: LiveEvents[K]) => void;

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** One stream for the whole page. It comes back by itself, each time after a longer pause. */
class LiveStream {
  #source: EventSource | null = null;
  #pause = FIRST_PAUSE;
  #timer: number | undefined;
  #up = false;
  /** The id of the last event: with it the server goes on where the line broke. */
  #seen = "";
  readonly #resets = new Set<() => void>();
  readonly #listeners = new Map<keyof LiveEvents, Set<Listener<never>>>();
  readonly #watchers = new Set<() => void>();

  open(): void {
    if (this.#source) return;
    const source = new EventSource(address("/events", { after: this.#seen }));
    this.#source = source;
    source.onopen = () => {
      this.#pause = FIRST_PAUSE;
      this.#say(true);
    };
    source.onerror = () => {
      source.close();
      this.#source = null;
      this.#say(false);
      // Not all pages at once, when a server comes back.
      this.#timer = window.setTimeout(() => this.open(), this.#pause * (0.5 + Math.random()));
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    };
    source.addEventListener("displaced", () => this.#rest());
    source.addEventListener("listening", (message) => this.#keep(message));
    source.addEventListener("reset", (message) => {
      this.#keep(message);
      this.#resets.forEach((then) => then());
    });
    for (const name of ["words", "conversations", "sources", "tales", "alarms", "strategy", "campaigns"] as const) {
      source.addEventListener(name, (message) => {
        this.#keep(message);
        const event: unknown = JSON.parse((message as MessageEvent<string>).data);
        this.#listeners.get(name)?.forEach((listener) => listener(event as never));
      });
    }
  }

  #keep(message: MessageEvent): void {
    if (message.lastEventId) this.#seen = message.lastEventId;
  }

  /** Too many pages are open. If this one came back by itself it would end another, and that one this one: it waits until somebody looks at it. */
  #rest(): void {
    this.#source?.close();
    this.#source = null;
    this.#say(false);
    document.addEventListener("visibilitychange", this.#wake);
    window.addEventListener("focus", this.#wake);
  }

  #wake = (): void => {
    if (document.visibilityState !== "visible") return;
    this.#sleepNoMore();
    this.open();
  };

  #sleepNoMore(): void {
    document.removeEventListener("visibilitychange", this.#wake);
    window.removeEventListener("focus", this.#wake);
  }

  close(): void {
    window.clearTimeout(this.#timer);
    this.#sleepNoMore();
    this.#seen = "";
    this.#source?.close();
    this.#source = null;
    this.#say(false);
  }

  on<K extends keyof LiveEvents>(name: K, listener: Listener<K>): () => void {
    const all = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, all.add(listener as Listener<never>));
    return () => void all.delete(listener as Listener<never>);
  }

  watch = (then: () => void): (() => void) => {
    this.#watchers.add(then);
    return () => void this.#watchers.delete(then);
  };

  /** Calls `then` where the server cannot tell what happened while the line was broken. */
  onReset(then: () => void): () => void {
    this.#resets.add(then);
    return () => void this.#resets.delete(then);
  }

  isUp = (): boolean => this.#up;

  #say(up: boolean): void {
    if (this.#up === up) return;
    this.#up = up;
    this.#watchers.forEach((then) => then());
  }
}

export const live = new LiveStream();

/** Whether events are coming in; false from the moment the line breaks. */
export function useLine(): boolean {
  return useSyncExternalStore(live.watch, live.isUp);
}

/** Calls back when the line is up again and the server no longer knows what was missed: what happened meanwhile was not told here. */
export function useLineBack(then: () => void): void {
  const latest = useRef(then);
  useEffect(() => {
    latest.current = then;
  });
  useEffect(() => live.onReset(() => latest.current()), []);
}

export function useLive<K extends keyof LiveEvents>(name: K, then: Listener<K>): void {
  const latest = useRef(then);
  useEffect(() => {
    latest.current = then;
  });
  useEffect(() => live.on(name, (event) => latest.current(event)), [name]);
}
