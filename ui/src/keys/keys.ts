import { useEffect, useRef } from "react";

/**
 * The keys of a page: `"j"`, `"g n"` (one after the other), `"mod+k"` (⌘ or Ctrl), `"Escape"`.
 * What was put on last is asked first, so that a layer or a toast comes before the page below.
 */
export type Keys = Record<string, (event: KeyboardEvent) => void>;

const FOLLOWS_WITHIN_MS = 1_200;
const layers: { current: Keys }[] = [];
let begun = "";
let begunAt = 0;
let singles = localStorage.getItem("wordborne-single-keys") !== "off";

export function singleKeysOn(): boolean {
  return singles;
}

/** WCAG 2.1.4: keys without a modifier can be switched off. */
export function switchSingleKeys(on: boolean): void {
  singles = on;
  localStorage.setItem("wordborne-single-keys", on ? "on" : "off");
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "range"].includes(target.type);
}

/** Space and Enter belong to the control that has the focus. */
function belongsToControl(event: KeyboardEvent): boolean {
  if (event.key !== " " && event.key !== "Enter") return false;
  const at = event.target;
  return at instanceof HTMLElement && at.closest("button, a, input, select, summary, [role=option], [role=menuitem]") !== null;
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === " " ? "space" : event.key;
  return event.metaKey || event.ctrlKey ? `mod+${key.toLowerCase()}` : key;
}

function run(name: string, event: KeyboardEvent): boolean {
  for (const layer of layers.toReversed()) {
    const deed = layer.current[name];
    if (deed) {
      event.preventDefault();
      deed(event);
      return true;
    }
  }
  return false;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const name = nameOf(event);
  const plain = !name.startsWith("mod+");
  if (plain && name !== "Escape" && (isWriting(event.target) || belongsToControl(event) || !singles)) return;
  // A dialog covers the page: its own keys work, the page's single letters do not.
  if (plain && name !== "Escape" && document.querySelector(".veil, .pop")) return;
  if (begun && Date.now() - begunAt < FOLLOWS_WITHIN_MS && run(`${begun} ${name}`, event)) {
    begun = "";
    return;
  }
  begun = "";
  if (plain && layers.some((layer) => Object.keys(layer.current).some((k) => k.startsWith(`${name} `)))) {
    begun = name;
    begunAt = Date.now();
    if (layers.some((layer) => name in layer.current)) run(name, event);
    return;
  }
  run(name, event);
}

document.addEventListener("keydown", onKey);

export function useKeys(keys: Keys): void {
  const layer = useRef(keys);
  useEffect(() => {
    layer.current = keys;
  });
  useEffect(() => {
    layers.push(layer);
    return () => void layers.splice(layers.indexOf(layer), 1);
  }, []);
}
