import type { Case, Client, Shift } from './case.ts';
import type { Plan, PlanRoute } from './plan.ts';
import { timingOf } from './timing.ts';
import type { Timing } from './timing.ts';

/** A route beside what it has to keep. */
export interface TimedRoute {
  readonly route: PlanRoute;
  readonly shift: Shift;
  readonly clients: readonly Client[];
  readonly timing: Timing;
}

/** Routes whose vehicle exists; customers that do not exist are named elsewhere and left out here. */
export function timedRoutes(problem: Case, { routes }: Plan): TimedRoute[] {
  return routes.flatMap((stated) => {
    const shift = problem.shift(stated.day, stated.vehicle);
    if (shift === null || stated.visits.length === 0) return [];
    const visits = stated.visits.filter(({ client }) => problem.clients.has(client));
    const clients = visits.map(({ client }) => problem.clients.get(client) as Client);
    const route = { ...stated, visits };
    return [{ route, shift, clients, timing: timingOf(problem, route, shift, clients) }];
  });
}
