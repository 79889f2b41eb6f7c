import { after, before, exchange } from './tour.ts';
import type { Tour } from './tour.ts';

/**
 * Looks for a chain of up to three points, beginning at the point, that is better off next to a near neighbour, either way round (Or
 * 1976, with neighbour lists after Bentley 1992). Does the first that pays and returns what it saves, 0 when there is none.
 */
export function orOpt(tour: Tour, point: number): number {
  for (const forward of [true, false]) {
    let last = point;
    for (let length = 1; length <= 3 && length < tour.count - 3; length++) {
      const saved = moveChain(tour, point, last, forward);
      if (saved > 0) return saved;
      last = step(tour, last, forward);
    }
  }
  return 0;
}

function step(tour: Tour, point: number, forward: boolean): number {
  return forward ? after(tour, point) : before(tour, point);
}

function moveChain(tour: Tour, first: number, last: number, forward: boolean): number {
  const { cost, count, near, width } = tour;
  const left = step(tour, first, !forward);
  const right = step(tour, last, forward);
  if (left === right) return 0;
  const freed = cost[left * count + first]! + cost[last * count + right]! - cost[left * count + right]!;
  for (let k = 0; k < width; k++) {
    const other = near[first * width + k]!;
    const gain = freed - cost[first * count + other]!;
    if (gain <= 0) return 0;
    if (inChain(tour, first, last, other, forward)) continue;
    const ahead = step(tour, other, forward);
    const behind = step(tour, other, !forward);
    if (ahead !== first && gain + cost[other * count + ahead]! - cost[last * count + ahead]! > 1e-9) {
      place(tour, left, first, last, right, other, ahead, false);
      return gain + cost[other * count + ahead]! - cost[last * count + ahead]!;
    }
    if (behind !== last && gain + cost[other * count + behind]! - cost[last * count + behind]! > 1e-9) {
      place(tour, left, first, last, right, behind, other, true);
      return gain + cost[other * count + behind]! - cost[last * count + behind]!;
    }
  }
  return 0;
}

function inChain({ at, count }: Tour, first: number, last: number, point: number, forward: boolean): boolean {
  const from = at[forward ? first : last]!;
  const length = at[forward ? last : first]! - from;
  const offset = at[point]! - from;
  return (offset < 0 ? offset + count : offset) <= (length < 0 ? length + count : length);
}

/** Moves the chain between x and y, which follow each other in its direction: first to last, or turned round. */
function place(
  tour: Tour,
  left: number,
  first: number,
  last: number,
  right: number,
  x: number,
  y: number,
  turned: boolean,
): void {
  if (y === left) {
    place(tour, right, last, first, left, y, x, turned);
    return;
  }
  exchange(tour, left, first, x, y);
  if (x !== right) exchange(tour, left, x, right, last);
  if (!turned) exchange(tour, x, last, first, y);
}
