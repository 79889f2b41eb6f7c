import type { Case, Client, Shift } from './case.ts';
import type { PlanRoute } from './plan.ts';

/** A route with every time filled in. */
export interface Timing {
  readonly departure: number;
  readonly arrival: number;
  readonly starts: readonly number[];
}

/**
 * Times of a route: those stated; where none are, the vehicle leaves as late as it can without arriving later or missing a window it
 * could have kept, which is the shortest the route can take.
 */
export function timingOf(problem: Case, route: PlanRoute, shift: Shift, clients: readonly Client[]): Timing {
  const latest = latestDeparture(problem, shift, clients);
  const departure = route.departure ?? latest;
  let [at, free] = [shift.depot as { x: number; y: number }, departure];
  const starts = clients.map((client, index) => {
    const start = route.visits[index]?.start ?? Math.max(free + problem.way(at, client), client.window[0]);
    [at, free] = [client, start + client.service];
    return start;
  });
  return { departure, starts, arrival: route.arrival ?? free + problem.way(at, shift.depot) };
}

/** As late as no start of service or return moves: what would otherwise be spent waiting. */
function latestDeparture(problem: Case, shift: Shift, clients: readonly Client[]): number {
  let [at, free, slack, waited] = [shift.depot as { x: number; y: number }, shift.earliest, shift.latest - shift.earliest, 0];
  for (const client of clients) {
    const there = free + problem.way(at, client);
    const start = Math.max(there, client.window[0]);
    waited += start - there;
    slack = Math.min(slack, client.window[1] - start + waited);
    [at, free] = [client, start + client.service];
  }
  slack = Math.min(slack, shift.latest - free - problem.way(at, shift.depot) + waited);
  return shift.earliest + Math.max(0, Math.min(slack, waited));
}
