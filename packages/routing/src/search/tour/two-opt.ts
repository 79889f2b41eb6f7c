import { after, before, exchange } from './tour.ts';
import type { Tour } from './tour.ts';

/**
 * Looks for two edges to exchange such that one of the new ones joins the point to a near neighbour (2-opt with neighbour lists, Bentley
 * 1992, "Fast algorithms for geometric traveling salesman problems", ORSA Journal on Computing 4). Does the first that pays and returns
 * what it saves, 0 when there is none.
 */
export function twoOpt(tour: Tour, point: number): number {
  const next = after(tour, point);
  const saved = half(tour, point, next, true);
  return saved > 0 ? saved : half(tour, point, before(tour, point), false);
}

function half(tour: Tour, point: number, partner: number, forward: boolean): number {
  const { cost, count, near, width } = tour;
  const old = cost[point * count + partner]!;
  for (let k = 0; k < width; k++) {
    const other = near[point * width + k]!;
    const gain = old - cost[point * count + other]!;
    if (gain <= 0) return 0;
    const its = forward ? after(tour, other) : before(tour, other);
    if (its === point || other === partner) continue;
    const saved = gain + cost[other * count + its]! - cost[partner * count + its]!;
    if (saved < 1e-9) continue;
    exchange(tour, point, partner, other, its);
    return saved;
  }
  return 0;
}
