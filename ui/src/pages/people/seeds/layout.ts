import type { SeedGraph } from "./records.ts";

export interface Spot {
  x: number;
  y: number;
}

const ROUNDS = 180;

/** Places people so that those who hear one another lie near: the same graph gives the same picture. */
export function layOut(graph: SeedGraph, width: number, height: number): Spot[] {
  const n = graph.people.length;
  const spots: Spot[] = graph.people.map((_, i) => {
    const angle = i * 2.399963;
    const far = Math.sqrt((i + 0.5) / Math.max(1, n));
    return { x: Math.cos(angle) * far, y: Math.sin(angle) * far };
  });
  const near = 1.4 / Math.sqrt(Math.max(1, n));
  for (let round = 0; round < ROUNDS; round++) {
    const moves = spots.map((spot) => ({ x: -spot.x * near * 0.35, y: -spot.y * near * 0.35 }));
    push(spots, moves, near);
    for (const { from, to } of graph.arcs) pull(spots, moves, from, to, near);
    const heat = 0.09 * (1 - round / ROUNDS) + 0.002;
    spots.forEach((spot, i) => {
      const move = moves[i] ?? { x: 0, y: 0 };
      const length = Math.hypot(move.x, move.y) || 1;
      spot.x += (move.x / length) * Math.min(length, heat);
      spot.y += (move.y / length) * Math.min(length, heat);
    });
  }
  return fit(spots, width, height);
}

function push(spots: Spot[], moves: Spot[], near: number) {
  for (let i = 0; i < spots.length; i++) {
    for (let j = 0; j < i; j++) {
      const a = spots[i];
      const b = spots[j];
      const ma = moves[i];
      const mb = moves[j];
      if (!a || !b || !ma || !mb) continue;
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const force = (near * near) / (dx * dx + dy * dy + 1e-4);
      ma.x += dx * force;
      ma.y += dy * force;
      mb.x -= dx * force;
      mb.y -= dy * force;
    }
  }
}

function pull(spots: Spot[], moves: Spot[], from: number, to: number, near: number) {
  const a = spots[from];
  const b = spots[to];
  const ma = moves[from];
  const mb = moves[to];
  if (!a || !b || !ma || !mb) return;
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  const force = (Math.hypot(dx, dy) / near) * 0.12;
  ma.x -= dx * force;
  ma.y -= dy * force;
  mb.x += dx * force;
  mb.y += dy * force;
}

function fit(spots: Spot[], width: number, height: number): Spot[] {
  const xs = spots.map((spot) => spot.x);
  const ys = spots.map((spot) => spot.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const edge = 16;
  const scale = (value: number, from: number, to: number, size: number) => edge + ((value - from) / (to - from || 1)) * (size - 2 * edge);
  return spots.map((spot) => ({ x: scale(spot.x, left, right, width), y: scale(spot.y, top, bottom, height) }));
}

/** The one nearest in the direction of an arrow key, or the same. */
export function towards(spots: Spot[], here: number, key: string): number {
  const from = spots[here];
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!from || !step) return here;
  const [dx = 0, dy = 0] = step;
  let best = here;
  let least = Infinity;
  spots.forEach((spot, i) => {
    const along = (spot.x - from.x) * dx + (spot.y - from.y) * dy;
    const aside = Math.abs((spot.x - from.x) * dy) + Math.abs((spot.y - from.y) * dx);
    if (i !== here && along > 0.5 && along + 2 * aside < least) {
      least = along + 2 * aside;
      best = i;
    }
  });
  return best;
}
