import type { DistanceRule, Place } from '../case.ts';

/** The root of the sum of squares, as TSPLIB's own code has it: `Math.hypot` may differ in the last bit, and then in a rounded whole. */
export function straight(from: Place, to: Place): number {
  return Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2);
}

/** Straight lines as a plan measures them: as they are, or cut after one decimal. */
export function planeWay(rule: DistanceRule): (from: Place, to: Place) => number {
  return rule === 'truncated' ? (from, to) => Math.floor(straight(from, to) * 10) / 10 : straight;
}
