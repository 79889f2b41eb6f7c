import type { SearchState } from '../state.ts';
import { endOfBreak } from './break-rule.ts';
import { fitsDuration } from './fits-duration.ts';
import { refreshGeneral } from './refresh-general.ts';
import { nextOpen } from './window-rule.ts';

/**
 * The cheapest place for a visit in a slot with several windows a visit or with breaks. Positions are checked only where they cost less
 * than the best so far. Returns the travel cost added, Infinity when no position costs less than `limit`; the position is left in
 * `state.trial.found`.
 */
export function scanGeneral(state: SearchState, slot: number, node: number, limit: number): number {
  const { model, next, leg, trial, random, timing } = state;
  if (timing.stale[slot] === 1) refreshGeneral(state, slot);
  const { places, place, costTo, cost, instance } = model;
  const { slots } = instance;
  const row = place[node]! * places;
  const bound = slots.maxDuration[slot]! < slots.latest[slot]! - slots.earliest[slot]!;
  const end = model.sentinel + slot;
  let best = limit;
  let found = -1;
  let after = end;
  let from = slots.startPlace[slot]!;
  do {
    const following = next[after]!;
    const to = place[following]!;
    const added = costTo[row + from]! + cost[row + to]! - leg[after]!;
    if (added < best && fitsBetween(state, slot, node, after, from) && (!bound || fitsDuration(state, slot, node, after))) {
      if (!(random.next() < trial.blink)) {
        best = added;
        found = after;
      }
    }
    after = following;
    from = to;
  } while (after !== end);
  trial.found = found;
  return found < 0 ? Infinity : best;
}

function fitsBetween(state: SearchState, slot: number, node: number, after: number, from: number): boolean {
  const { model, next, timing } = state;
  const { depart, arrive, states } = timing;
  const { place, places, duration, windows, clientOf, instance } = model;
  const { slots, clients } = instance;
  const firstBreak = slots.breakFrom[slot]!;
  const taken = slots.breakFrom[slot + 1]! - firstBreak;
  const at = place[node]!;
  const following = next[after]!;
  const before = duration[from * places + at]!;
  const behind = duration[at * places + place[following]!]!;
  const service = clients.service[clientOf[node]!]!;
  let arrival = Infinity;
  let leave = Infinity;
  for (let j = 0; j <= taken; j++) {
    const broken = j === 0 ? Infinity : endOfBreak(slots, firstBreak + j - 1, arrival);
    arrival = Math.min(depart[after * states + j]! + before, broken);
    const pause = j === 0 ? Infinity : endOfBreak(slots, firstBreak + j - 1, leave);
    leave = Math.min(nextOpen(windows, node, arrival) + service, pause);
    if (leave + behind <= arrive[following * states + j]! + 1e-9) return true;
  }
  return false;
}
