import type { Random } from '../random.ts';
import { orOpt } from './or-opt.ts';
import { exchange, takeBack } from './tour.ts';
import type { Tour } from './tour.ts';
import { twoOpt } from './two-opt.ts';

/** Longest stretch of a tour that a kick turns upside down. */
const REACH = 50;

/** Improves until no point finds a move that pays; returns what was saved. */
export function settleTour(tour: Tour): number {
  let saved = 0;
  while (tour.queueLength > 0) {
    const point = tour.queue[--tour.queueLength]!;
    tour.queued[point] = 0;
    for (;;) {
      const gain = twoOpt(tour, point) || orOpt(tour, point);
      if (gain === 0) break;
      saved += gain;
    }
  }
  return saved;
}

/**
 * One step of iterated local search: a double bridge over a short stretch (Martin, Otto, Felten 1991; kept local as in Applegate, Cook,
 * Rohe 2003, "Chained Lin-Kernighan for large traveling salesman problems"), improvement around it, and back when the tour became
 * longer than `heat` allows. Returns by how much the tour became shorter, negative when longer.
 */
export function kickTour(tour: Tour, random: Random, heat: number): number {
  tour.logged = 0;
  const added = doubleBridge(tour, random);
  const saved = settleTour(tour) - added;
  if (saved > heat * Math.log(random.next())) return saved;
  takeBack(tour);
  return 0;
}

function doubleBridge(tour: Tour, random: Random): number {
  const { count, order, cost } = tour;
  const reach = Math.min(REACH, Math.floor((count - 2) / 2));
  const begin = random.below(count);
  const first = 1 + random.below(reach);
  const second = 1 + random.below(reach);
  const at = (offset: number): number => order[(begin + offset) % count]!;
  const a = at(0);
  const b = at(1);
  const c = at(first);
  const d = at(first + 1);
  const e = at(first + second);
  const f = at(first + second + 1);
  exchange(tour, a, b, e, f);
  if (d !== e) exchange(tour, a, e, d, c);
  if (b !== c) exchange(tour, e, c, b, f);
  const between = (x: number, y: number): number => cost[x * count + y]!;
  return between(a, d) + between(e, b) + between(c, f) - between(a, b) - between(c, d) - between(e, f);
}
