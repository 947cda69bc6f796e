import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";
export type Density = "comfortable" | "compact";

const watchers = new Set<() => void>();

export function theme(): Theme {
  const kept = localStorage.getItem("wordborne-theme");
  return kept === "light" || kept === "dark" ? kept : "system";
}

export function density(): Density {
  return localStorage.getItem("wordborne-density") === "compact" ? "compact" : "comfortable";
}

export function applyTheme(): void {
  const { dataset } = document.documentElement;
  const wanted = theme();
  if (wanted === "system") delete dataset.theme;
  else dataset.theme = wanted;
  if (density() === "compact") dataset.density = "compact";
  else delete dataset.density;
}

export function keepTheme(wanted: Theme): void {
  localStorage.setItem("wordborne-theme", wanted);
  applyTheme();
  watchers.forEach((then) => then());
}

export function keepDensity(wanted: Density): void {
  localStorage.setItem("wordborne-density", wanted);
  applyTheme();
  watchers.forEach((then) => then());
}

function watch(then: () => void): () => void {
  watchers.add(then);
  return () => void watchers.delete(then);
}

export function useTheme(): Theme {
  return useSyncExternalStore(watch, theme);
}

export function useDensity(): Density {
  return useSyncExternalStore(watch, density);
}
