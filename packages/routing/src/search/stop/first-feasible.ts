import type { Stop } from './stop.ts';

/** Stops at the first plan that keeps every promise and serves every required client. */
export function firstFeasible(): Stop {
  return ({ cost }) => cost.brokenPromises === 0 && cost.missedRequired === 0;
}
