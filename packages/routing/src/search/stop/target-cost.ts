import type { Stop } from './stop.ts';

/** Stops when a complete plan costs no more than the target. */
export function targetCost(total: number): Stop {
  return ({ cost }) => cost.brokenPromises === 0 && cost.missedRequired === 0 && cost.total <= total;
}
