/** Which leaf cells of a region may move. */
import { eachRun } from '../grid.ts';
import { overlaps, sharedBox } from './boxes.ts';
import { lowerBound } from './region.ts';
import type { Box, Grid } from '../grid.ts';

/** The positions of `box` (ascending) outside of the other boxes and not marked. The same array when that leaves all. */
export function without(
  grid: Grid,
  box: Box,
  positions: Int32Array,
  others: readonly Box[],
  marked: Uint8Array | null = null,
): Int32Array {
  const near = others.filter((other) => overlaps(grid, other, box));
  if (near.length === 0 && marked === null) return positions;
  const out = new Uint8Array(positions.length);
  for (const other of near) markShared(grid, box, positions, other, out);
  let left = 0;
  for (let index = 0; index < out.length; index += 1) {
    if (marked !== null && marked[positions[index] as number] === 1) out[index] = 1;
    if (out[index] === 0) left += 1;
  }
  return left === positions.length ? positions : positions.filter((_, index) => out[index] === 0);
}

/** Sets `out[i]` to 1 where `positions[i]`, a cell of `box`, is also one of `other`. The boxes must overlap. */
export function markShared(grid: Grid, box: Box, positions: Int32Array, other: Box, out: Uint8Array): void {
  let index = 0;
  eachRun(grid, sharedBox(grid, box, other), (start, end) => {
    index = lowerBound(positions, start, index);
    while (index < positions.length && (positions[index] as number) < end) out[index++] = 1;
  });
}
