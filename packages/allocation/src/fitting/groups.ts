import type { FitProblem, Margin } from './problem.ts';

/** A margin over groups: for each cell the slot of its sum; cells in no group share one slot more than there are targets. */
export interface GroupLayout {
  readonly kind: 'group';
  readonly slot: Int32Array;
}

/** Lays out a margin given by group numbers. */
export function groupLayout(group: Int32Array, groups: number): GroupLayout {
  return { kind: 'group', slot: group.includes(-1) ? group.map((own) => (own < 0 ? groups : own)) : group };
}

/** Adds up the cells of every slot. `sums` is overwritten. */
export function sumGroups(values: Float64Array, { slot }: GroupLayout, sums: Float64Array): void {
  sums.fill(0);
  for (let cell = 0; cell < values.length; cell += 1) sums[slot[cell]!]! += values[cell]!;
}

/** Multiplies every cell by the factor of its slot. */
export function scaleGroups(values: Float64Array, { slot }: GroupLayout, factors: Float64Array): void {
  for (let cell = 0; cell < values.length; cell += 1) values[cell]! *= factors[slot[cell]!]!;
}

/** The group number of each cell, -1 for none, whichever way the margin is given. */
export function groupOfCells({ dims, seed }: FitProblem, margin: Margin): Int32Array {
  if ('group' in margin) return margin.group;
  const group = new Int32Array(seed.length);
  let stride = 1;
  for (const axis of [...margin.axes].reverse()) {
    const size = dims[axis] ?? 1;
    const inner = dims.slice(axis + 1).reduce((product, one) => product * one, 1);
    for (let cell = 0, at = 0; cell < group.length; at = at + 1 === size ? 0 : at + 1) {
      for (const end = cell + inner; cell < end; cell += 1) group[cell]! += at * stride;
    }
    stride *= size;
  }
  return group;
}

/** Cells listed group by group: those of group g are `cells[start[g]]` up to `cells[start[g + 1]]`, in ascending order. */
export interface Members {
  readonly start: Int32Array;
  readonly cells: Int32Array;
}

/** Lists the chosen cells of each group. Cells in no group (-1) are left out. */
export function membersOf(group: Int32Array, groups: number, chosen: (cell: number) => boolean = () => true): Members {
  const start = new Int32Array(groups + 1);
  for (let cell = 0; cell < group.length; cell += 1) if (group[cell]! >= 0 && chosen(cell)) start[group[cell]! + 1]! += 1;
  for (let at = 1; at <= groups; at += 1) start[at]! += start[at - 1]!;
  const cells = new Int32Array(start[groups]!);
  const next = start.slice();
  for (let cell = 0; cell < group.length; cell += 1) {
    if (group[cell]! >= 0 && chosen(cell)) cells[next[group[cell]!]!++] = cell;
  }
  return { start, cells };
}
