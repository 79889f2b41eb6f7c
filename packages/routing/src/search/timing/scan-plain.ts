import type { SearchState } from '../state.ts';

/**
 * The cheapest place for a visit in a slot where only length counts. Returns the travel cost added, Infinity when no position costs
 * less than `limit`; the position is left in `state.trial.found`.
 */
export function scanPlain(state: SearchState, slot: number, node: number, limit: number): number {
  const { model, next, leg, trial, random } = state;
  const { places, place, costTo, cost, sentinel, sameMatrix } = model;
  const { blink } = trial;
  const at = place[node]!;
  const row = at * places;
  const room = model.limit[slot]! - state.work[slot]! - model.instance.clients.service[model.clientOf[node]!]!;
  if (room < 0) return Infinity;
  const end = sentinel + slot;
  let best = sameMatrix && room < limit ? room + 1e-9 : limit;
  let found = -1;
  let after = end;
  let from = model.instance.slots.startPlace[slot]!;
  do {
    const following = next[after]!;
    const to = place[following]!;
    const added = costTo[row + from]! + cost[row + to]! - leg[after]!;
    if (added < best && (sameMatrix || durationAdded(state, slot, from, at, to) <= room) && !(random.next() < blink)) {
      best = added;
      found = after;
    }
    after = following;
    from = to;
  } while (after !== end);
  trial.found = found;
  return found < 0 ? Infinity : best;
}

function durationAdded(state: SearchState, slot: number, from: number, at: number, to: number): number {
  const { duration, durationTo, places } = state.model;
  const row = at * places;
  const direct = state.size[slot] === 0 ? 0 : duration[from * places + to]!;
  return durationTo[row + from]! + duration[row + to]! - direct;
}
