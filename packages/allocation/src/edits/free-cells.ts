/** Which leaf cells of a region may move. */
import { eachRun, lowerBound } from '../grid.ts';
import { cellKey } from '../journal.ts';
import { overlaps, sharedBox } from './boxes.ts';
import { LARGE, partOf, regionOf } from './region.ts';
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
  const look = (): Int32Array => find(grid, box, positions, near, marked);
  // The same holds stand around one edit after the other: what is free between them is remembered.
  const lasting = marked === null && positions.length >= LARGE && positions === regionOf(grid, box);
  return lasting ? partOf(grid, [box, ...near].map((one) => cellKey(grid.axes, one)).join(), look) : look();
}

function find(grid: Grid, box: Box, positions: Int32Array, near: readonly Box[], marked: Uint8Array | null): Int32Array {
  const out = new Uint8Array(positions.length);
  for (const other of near) markShared(grid, box, positions, other, out);
  if (marked !== null) for (let at = 0; at < out.length; at += 1) if (marked[positions[at] as number] === 1) out[at] = 1;
  return unmarked(positions, out);
}

/** The positions with 0 in `out`; the same array when that is all of them. Plain loops: a callback per cell costs more. */
function unmarked(positions: Int32Array, out: Uint8Array): Int32Array {
  let left = 0;
  for (let at = 0; at < out.length; at += 1) left += 1 - (out[at] as number);
  if (left === positions.length) return positions;
  const free = new Int32Array(left);
  let next = 0;
  for (let at = 0; next < left; at += 1) {
    free[next] = positions[at] as number;
    next += 1 - (out[at] as number);
  }
  return free;
}

/** Sets `out[i]` to 1 where `positions[i]`, a cell of `box`, is also one of `other`. The boxes must overlap. */
export function markShared(grid: Grid, box: Box, positions: Int32Array, other: Box, out: Uint8Array): void {
  setShared(grid, box, positions, other, out, 1);
}

/** `markShared` with a value of the caller's. */
export function setShared(
  grid: Grid,
  box: Box,
  positions: Int32Array,
  other: Box,
  out: Uint8Array | Float64Array,
  value: number,
): void {
  let index = 0;
  eachRun(grid, sharedBox(grid, box, other), (start, end) => {
    index = lowerBound(positions, start, index);
    while (index < positions.length && (positions[index] as number) < end) out[index++] = value;
  });
}
