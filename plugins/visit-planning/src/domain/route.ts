import { distanceKm } from './distance.ts';
import type { Place } from './types.ts';

/** A stop with its place; null where nobody knows it. */
export interface Stop {
  readonly id: string;
  readonly place: Place | null;
}

/** Kilometres of a route as the crow flies, from the start over every stop that has a place. The way home is not counted. */
export function routeKm(start: Place | null, stops: readonly Stop[]): number {
  let km = 0;
  let at = start;
  for (const { place } of stops) {
    if (!place) continue;
    if (at) km += distanceKm(at, place);
    at = place;
  }
  return km;
}

/**
 * Puts stops in a short order: nearest neighbour from the start, then 2-opt until no exchange helps. Ties go to the
 * smaller id, so the same input gives the same order. Stops without a place come last, by id.
 */
export function shortOrder(start: Place | null, stops: readonly Stop[]): readonly Stop[] {
  const byId = [...stops].sort((a, b) => (a.id < b.id ? -1 : 1));
  const placed = byId.filter((stop) => stop.place);
  const rest = byId.filter((stop) => !stop.place);
  return [...twoOpt(start, nearestNeighbour(start, placed)), ...rest];
}

function nearestNeighbour(start: Place | null, stops: readonly Stop[]): Stop[] {
  const left = [...stops];
  const order: Stop[] = [];
  let at = start ?? left[0]?.place ?? null;
  while (left.length > 0 && at) {
    let best = 0;
    for (let index = 1; index < left.length; index += 1) {
      if (kmTo(at, left[index]) < kmTo(at, left[best]) - 1e-9) best = index;
    }
    const [next] = left.splice(best, 1);
    if (!next) break;
    order.push(next);
    at = next.place;
  }
  return order;
}

function kmTo(from: Place, stop: Stop | undefined): number {
  return stop?.place ? distanceKm(from, stop.place) : Number.POSITIVE_INFINITY;
}

// Croes 1958: reverse a piece of the route whenever that makes it shorter.
function twoOpt(start: Place | null, stops: readonly Stop[]): readonly Stop[] {
  let best = [...stops];
  let km = routeKm(start, best);
  for (let improved = true; improved;) {
    improved = false;
    for (let from = 0; from < best.length - 1; from += 1) {
      for (let to = from + 1; to < best.length; to += 1) {
        const tried = [...best.slice(0, from), ...best.slice(from, to + 1).reverse(), ...best.slice(to + 1)];
        const triedKm = routeKm(start, tried);
        if (triedKm >= km - 1e-9) continue;
        [best, km, improved] = [tried, triedKm, true];
      }
    }
  }
  return best;
}
