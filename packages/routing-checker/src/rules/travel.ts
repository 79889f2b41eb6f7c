import { breaks, exceeds } from '../broken.ts';
import type { Broken } from '../broken.ts';
import type { Case, Place } from '../case.ts';
import type { TimedRoute } from '../timed-route.ts';

/** Nobody is anywhere before the service before and the way there are over. */
export function travel(problem: Case, { route, shift, clients, timing }: TimedRoute): Broken[] {
  const { day, vehicle } = route;
  let [at, free]: [Place, number] = [shift.depot, timing.departure];
  const found = clients.flatMap((client, index) => {
    const there = free + problem.way(at, client);
    const start = timing.starts[index] as number;
    [at, free] = [client, start + client.service];
    if (!exceeds(there, start)) return [];
    return [breaks('visit.early', { day, vehicle, client: route.visits[index]?.client }, start, there)];
  });
  const home = free + problem.way(at, shift.depot);
  return exceeds(home, timing.arrival) ? [...found, breaks('route.arrival', { day, vehicle }, timing.arrival, home)] : found;
}
