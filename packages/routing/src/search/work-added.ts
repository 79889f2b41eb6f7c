import type { SearchState } from './state.ts';

/**
 * Travel time that a visit adds between two places, given the travel cost it adds; with `alone` visits in it the slot has no alone, and
 * an empty route is not driven.
 */
export function workAdded(
  state: SearchState,
  slot: number,
  from: number,
  at: number,
  to: number,
  travel: number,
  alone: number,
): number {
  if (state.model.sameMatrix) return travel;
  const { duration, places } = state.model;
  const direct = state.size[slot] === alone ? 0 : duration[from * places + to]!;
  return duration[from * places + at]! + duration[at * places + to]! - direct;
}
