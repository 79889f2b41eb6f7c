import { groupOfCells } from './groups.ts';
import { groupsOf } from './sides.ts';
import type { FitProblem } from './problem.ts';
import type { Groups } from './sides.ts';

/** A table on its way to integers: whole parts and fractions kept apart, so that large amounts lose no unit. */
export interface Parts {
  readonly groups: Groups;
  /** 1: the cell may change. Held cells and zeros may not. */
  readonly free: Uint8Array;
  /** Whole part of each free cell, within its bounds; the value of a held cell. */
  readonly base: Float64Array;
  /** From 0 to below 1; 0 for a cell that is whole (within the noise) or whose bounds leave no other value. */
  readonly part: Float64Array;
  /** Least and greatest whole value of each cell. */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** What each group lacks once its cells stand at their whole parts. Groups are numbered over all margins. */
  readonly need: Float64Array;
}

/** Fractions this near to a whole number are one: the fit is no more exact. */
const WHOLE = 1e-6;
const ROUNDS = 60;

/** Splits the values, after bringing their sums to the targets to the last digit. Bounds with no integer between are `null`. */
export function splitParts(values: Float64Array, problem: FitProblem): Parts | null {
  const { seed, fixed, lower, upper } = problem;
  const free = Uint8Array.from(seed, (value, cell) => (value > 0 && !fixed?.[cell] ? 1 : 0));
  const lowest = seed.map((value, cell) => (free[cell] ? Math.ceil(lower?.[cell] ?? 0) : value));
  const highest = seed.map((value, cell) => (free[cell] ? Math.floor(upper?.[cell] ?? Infinity) : value));
  for (let cell = 0; cell < seed.length; cell += 1) if (lowest[cell]! > highest[cell]!) return null;
  const base = values.map((value, cell) =>
    free[cell] ? Math.floor(Math.min(Math.max(value, 0), Number.MAX_SAFE_INTEGER)) : seed[cell]!,
  );
  const part = values.map((value, cell) => (free[cell] ? value - base[cell]! : 0));
  const parts = { groups: groupsOf(problem), free, base, part, lowest, highest };
  refine(problem, parts, values);
  for (let cell = 0; cell < seed.length; cell += 1) if (free[cell]) settle(parts, cell);
  return { ...parts, need: needsOf(problem, parts) };
}

/** Carries fractions into the whole part, snaps what is whole, and keeps the cell within its bounds. */
function settle({ base, part, lowest, highest }: Omit<Parts, 'need'>, cell: number): void {
  const carry = Math.floor(part[cell]! + WHOLE);
  base[cell]! += carry;
  part[cell] = Math.max(0, part[cell]! - carry);
  if (part[cell] < WHOLE) part[cell] = 0;
  if (base[cell]! >= lowest[cell]! && base[cell]! < highest[cell]!) return;
  base[cell] = Math.min(Math.max(base[cell]!, lowest[cell]!), highest[cell]!);
  part[cell] = 0;
}

function needsOf({ margins }: FitProblem, { groups, base }: Pick<Parts, 'groups' | 'base'>): Float64Array {
  const need = new Float64Array(groups.offset.at(-1)!);
  margins.forEach(({ targets }, margin) => {
    const offset = groups.offset[margin]!;
    need.set(targets, offset);
    const group = groups.ofCells[margin]!;
    for (let cell = 0; cell < base.length; cell += 1) if (group[cell]! >= 0) need[offset + group[cell]!]! -= base[cell]!;
  });
  return need;
}

/**
 * Proportional fitting of what is missing. A double holds a large amount to the unit at best, so the sums of fitted values
 * miss their targets; here the whole parts are summed exactly, and only the difference is spread.
 */
function refine(problem: FitProblem, parts: Omit<Parts, 'need'>, values: Float64Array): void {
  const { free, part, lowest, highest } = parts;
  const need = needsOf(problem, parts);
  const least = 1e-9;
  for (let round = 0; round < ROUNDS; round += 1) {
    let worst = 0;
    problem.margins.forEach((margin, index) => {
      const group = groupOfCells(problem, margin);
      const missing = need.slice(parts.groups.offset[index], parts.groups.offset[index + 1]);
      const weight = new Float64Array(missing.length);
      for (let cell = 0; cell < part.length; cell += 1)
        if (free[cell] && group[cell]! >= 0) missing[group[cell]!]! -= part[cell]!;
      const gives = (cell: number): boolean => {
        const sign = missing[group[cell]!]!;
        return sign > 0 ? values[cell]! < highest[cell]! : values[cell]! > lowest[cell]!;
      };
      for (let cell = 0; cell < part.length; cell += 1) {
        if (free[cell] && group[cell]! >= 0 && gives(cell)) weight[group[cell]!]! += values[cell]!;
      }
      for (let cell = 0; cell < part.length; cell += 1) {
        const own = group[cell]!;
        if (free[cell] && own >= 0 && weight[own]! > 0 && gives(cell))
          part[cell]! += (missing[own]! / weight[own]!) * values[cell]!;
      }
      missing.forEach((amount, at) => (worst = weight[at]! > 0 ? Math.max(worst, Math.abs(amount)) : worst));
    });
    if (worst <= least) return;
  }
}
