/**
 * Rounding fitted values so that every total comes out exactly. Cells start at their floor and go up, the largest
 * fraction first, while every total they belong to lacks a unit. What is then still missing is moved along paths of cells.
 */
import type { Total } from './fit.ts';

interface State {
  readonly values: number[];
  readonly missing: number[];
  readonly totalsOf: readonly (readonly number[])[];
}

/** More units than this are not a matter of rounding: the totals contradict each other. */
const MAX_STEPS = 500;

/** Integers near the fitted values that meet every total, or null when this search found none. Never negative. */
export function roundToTotals(fitted: readonly number[], totals: readonly Total[]): number[] | null {
  const values = fitted.map((value) => Math.floor(value + 1e-7));
  const missing = totals.map(({ members, need }) => members.reduce((left, index) => left - (values[index] ?? 0), need));
  const totalsOf: number[][] = fitted.map(() => []);
  totals.forEach(({ members }, total) => members.forEach((index) => totalsOf[index]?.push(total)));
  const state = { values, missing, totalsOf };
  const order = fitted
    .map((_, index) => index)
    .filter((index) => (fitted[index] ?? 0) > 0)
    .sort((a, b) => fraction(fitted[b]) - fraction(fitted[a]) || a - b);
  const allowed = fitted.map((value) => value > 0);
  fillUp(state, order);
  const steps = missing.reduce((sum, units) => sum + Math.abs(units), 0);
  if (steps > MAX_STEPS) return null;
  for (let step = 0; step <= steps && missing.some((units) => units !== 0); step += 1) {
    if (!mendPaths(state, totals, allowed) && !mendOne(state, order)) return null;
  }
  return missing.every((units) => units === 0) ? values : null;
}

/** One pass that settles nearly everything: a cell goes up when every total it belongs to still lacks a unit. */
function fillUp(state: State, order: readonly number[]): void {
  for (const index of order) {
    const totals = state.totalsOf[index] ?? [];
    if (totals.length > 0 && totals.every((total) => (state.missing[total] ?? 0) > 0)) move(state, index, 1);
  }
}

function fraction(value: number | undefined): number {
  return (value ?? 0) - Math.floor(value ?? 0);
}

/** How many units nearer to all totals a step of one cell brings them. */
function gain(state: State, index: number, unit: 1 | -1): number {
  if (unit < 0 && (state.values[index] ?? 0) < 1) return -Infinity;
  let sum = 0;
  for (const total of state.totalsOf[index] ?? []) sum += (state.missing[total] ?? 0) * unit > 0 ? 1 : -1;
  return sum;
}

function move(state: State, index: number, unit: 1 | -1): void {
  state.values[index] = (state.values[index] ?? 0) + unit;
  for (const total of state.totalsOf[index] ?? []) state.missing[total] = (state.missing[total] ?? 0) - unit;
}

function mendOne(state: State, order: readonly number[]): boolean {
  let best: { index: number; unit: 1 | -1; gain: number } | null = null;
  for (const index of order) {
    for (const unit of [1, -1] as const) {
      const found = gain(state, index, unit);
      if (found > (best?.gain ?? 0)) best = { index, unit, gain: found };
    }
  }
  if (best !== null) move(state, best.index, best.unit);
  return best !== null;
}

/** A cell step that mends one total, and the step before it on the path. */
interface PathStep {
  readonly index: number;
  readonly unit: 1 | -1;
  readonly before: PathStep | null;
}

/**
 * Moves one unit along a path of cells: each step mends the total the step before had put out, until one ends where
 * nothing is put out. Breadth first, so the shortest path. Where every cell belongs to two totals (two crossing axes) this
 * is the augmenting path of a flow and finds a rounding whenever there is one.
 */
function mendPath(state: State, totals: readonly Total[], allowed: readonly boolean[], start: number): boolean {
  const seen = new Set<string>();
  const queue: { total: number; unit: 1 | -1; before: PathStep | null }[] = [
    { total: start, unit: (state.missing[start] ?? 0) > 0 ? 1 : -1, before: null },
  ];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const { total, unit, before } = at;
    for (const index of totals[total]?.members ?? []) {
      if (allowed[index] !== true || (unit < 0 && (state.values[index] ?? 0) < 1)) continue;
      const step = { index, unit, before };
      const worse = (state.totalsOf[index] ?? []).filter((other) => other !== total && (state.missing[other] ?? 0) * unit <= 0);
      const [next] = worse;
      if (next === undefined) return walk(state, step);
      const back = unit === 1 ? -1 : 1;
      if (worse.length > 1 || seen.has(`${next}.${back}`)) continue;
      seen.add(`${next}.${back}`);
      queue.push({ total: next, unit: back, before: step });
    }
  }
  return false;
}

function mendPaths(state: State, totals: readonly Total[], allowed: readonly boolean[]): boolean {
  return state.missing.some((units, start) => units !== 0 && mendPath(state, totals, allowed, start));
}

/** Applies a path; takes it back when a cell it crosses twice would go below zero. */
function walk(state: State, end: PathStep): boolean {
  const steps: PathStep[] = [];
  for (let step: PathStep | null = end; step !== null; step = step.before) steps.push(step);
  for (const { index, unit } of steps) move(state, index, unit);
  if (steps.every(({ index }) => (state.values[index] ?? 0) >= 0)) return true;
  for (const { index, unit } of steps) move(state, index, unit === 1 ? -1 : 1);
  return false;
}
