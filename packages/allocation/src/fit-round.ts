/**
 * Rounding fitted values so that every total comes out exactly. Cells start at their floor; units then go where they
 * mend the most totals, the largest fraction first. When no single unit helps, a unit is moved between two cells.
 */
import type { Total } from './fit.ts';

interface State {
  readonly values: number[];
  readonly missing: number[];
  readonly totalsOf: readonly (readonly number[])[];
}

/** Integers near the fitted values that meet every total, or null when this search found none. Never negative. */
export function roundToTotals(fitted: readonly number[], totals: readonly Total[]): number[] | null {
  const values = fitted.map((value) => Math.floor(value + 1e-7));
  const missing = totals.map(({ members, need }) =>
    members.reduce((left, index) => left - (values[index] ?? 0), need),
  );
  const totalsOf: number[][] = fitted.map(() => []);
  totals.forEach(({ members }, total) => members.forEach((index) => totalsOf[index]?.push(total)));
  const state = { values, missing, totalsOf };
  const order = fitted
    .map((_, index) => index)
    .filter((index) => (fitted[index] ?? 0) > 0)
    .sort((a, b) => fraction(fitted[b]) - fraction(fitted[a]) || a - b);
  const steps = missing.reduce((sum, units) => sum + Math.abs(units), 0);
  for (let step = 0; step <= steps && missing.some((units) => units !== 0); step += 1) {
    if (!mendOne(state, order) && !mendTwo(state, order)) return null;
  }
  return missing.every((units) => units === 0) ? values : null;
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

function mendTwo(state: State, order: readonly number[]): boolean {
  for (const first of order) {
    for (const unit of [1, -1] as const) {
      const own = gain(state, first, unit);
      if (own === -Infinity) continue;
      move(state, first, unit);
      const back = unit === 1 ? -1 : 1;
      const second = order.find((index) => index !== first && own + gain(state, index, back) > 0);
      if (second !== undefined) {
        move(state, second, back);
        return true;
      }
      move(state, first, back);
    }
  }
  return false;
}
