import { breaks } from '../broken.ts';
import type { Broken } from '../broken.ts';
import type { Case, Place } from '../case.ts';
import type { Plan } from '../plan.ts';

/** The whole way, computed again. Customers that the instance does not have are passed over. */
export function wholeWay(problem: Case, { routes }: Plan): number {
  let sum = 0;
  for (const { day, vehicle, visits } of routes) {
    const depot = problem.shift(day, vehicle)?.depot;
    if (depot === undefined || visits.length === 0) continue;
    let at: Place = depot;
    for (const { client: id } of visits) {
      const client = problem.clients.get(id);
      if (client === undefined) continue;
      sum += problem.way(at, client);
      at = client;
    }
    sum += problem.way(at, depot);
  }
  return sum;
}

/** The stated cost is the way of the stated routes. */
export function cost(stated: number, computed: number): Broken[] {
  return Math.abs(stated - computed) <= 1e-6 * Math.max(1, computed) ? [] : [breaks('plan.cost', {}, stated, computed)];
}
