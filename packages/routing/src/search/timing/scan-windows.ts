import type { SearchState } from '../state.ts';
import { refreshSegments } from './segments.ts';

const SLACK = 1e-9;

/**
 * The cheapest place for a visit in a slot with at most one window per visit; feasibility of each position in constant time by joining
 * segments (Vidal, Crainic, Gendreau, Prins 2014, "A unified solution framework for multi-attribute vehicle routing problems",
 * European Journal of Operational Research 234; the forward slack goes back to Savelsbergh 1992, ORSA Journal on Computing 4).
 * Returns the travel cost added, Infinity when no position costs less than `limit`; the position is left in `state.trial.found`.
 */
export function scanWindows(state: SearchState, slot: number, node: number, limit: number): number {
  const { model, next, leg, trial, random, timing } = state;
  if (timing.stale[slot] === 1) refreshSegments(state, slot);
  const { head, tail } = timing;
  const { places, place, costTo, cost, duration, durationTo } = model;
  const { blink } = trial;
  const at = place[node]!;
  const row = at * places;
  const open = model.windows.first[node]!;
  const close = model.windows.last[node]!;
  const service = model.instance.clients.service[model.clientOf[node]!]!;
  const most = model.instance.slots.maxDuration[slot]!;
  const end = model.sentinel + slot;
  let best = limit;
  let found = -1;
  let after = end;
  let from = model.instance.slots.startPlace[slot]!;
  do {
    const before = after * 3;
    const following = next[after]!;
    const to = place[following]!;
    const added = costTo[row + from]! + cost[row + to]! - leg[after]!;
    if (added < best) {
      const reach = head[before]! + durationTo[row + from]!;
      const early = head[before + 1]!;
      // Nobody behind this position can be reached in time either: earliest starts only grow along the route.
      if (early + head[before]! > close + SLACK) break;
      if (early + reach <= close + SLACK) {
        const late = head[before + 2]!;
        const wait = Math.max(open - reach - late, 0);
        const onward = reach + wait + service + duration[row + to]!;
        const rest = following * 3;
        const earliest = Math.max(open - reach, early) - wait;
        if (earliest + onward <= tail[rest + 2]! + SLACK) {
          const latest = Math.min(close - reach, late);
          const pause = Math.max(tail[rest + 1]! - onward - latest, 0);
          if (onward + pause + tail[rest]! <= most + SLACK && !(random.next() < blink)) {
            best = added;
            found = after;
          }
        }
      }
    }
    after = following;
    from = to;
  } while (after !== end);
  trial.found = found;
  return found < 0 ? Infinity : best;
}
