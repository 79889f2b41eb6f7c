import type { Claim, FitProblem } from './problem.ts';

/** Decides whether some of the claims of a problem can stand together. */
export interface Oracle {
  /** Null when a table meets all active claims; otherwise numbers of active claims that already contradict each other. */
  contradicts(active: Uint8Array): readonly number[] | null;
}

/** All claims of a problem: targets by margin, then cell by cell hold, lower and upper bound. */
export interface Claims {
  readonly list: readonly Claim[];
  /** Number of the first target of each margin. */
  readonly offset: readonly number[];
  /** Claim number of the cell's hold or lower bound, and of its hold or upper bound; -1 for none. */
  readonly floor: Int32Array;
  readonly ceiling: Int32Array;
}

/** Lists the claims. Cells at 0 can be nothing else and claim nothing but a lower bound above 0; a held cell has no bounds. */
export function claimsOf({ seed, margins, fixed, lower, upper }: FitProblem): Claims {
  const list: Claim[] = [];
  const offset: number[] = [];
  margins.forEach(({ targets }, margin) => {
    offset.push(list.length);
    targets.forEach((value, group) => list.push({ kind: 'target', margin, group, value }));
  });
  const floor = new Int32Array(seed.length).fill(-1);
  const ceiling = new Int32Array(seed.length).fill(-1);
  seed.forEach((value, cell) => {
    if (fixed?.[cell]) {
      if (value === 0) return;
      floor[cell] = ceiling[cell] = list.push({ kind: 'hold', cell, value }) - 1;
      return;
    }
    const least = lower?.[cell] ?? 0;
    const most = upper?.[cell] ?? Infinity;
    if (least > 0) floor[cell] = list.push({ kind: 'lower', cell, value: least }) - 1;
    if (most < Infinity && value > 0) ceiling[cell] = list.push({ kind: 'upper', cell, value: most }) - 1;
  });
  return { list, offset, floor, ceiling };
}
