import type { Instance } from '../instance.ts';
import type { Route } from '../solution.ts';
import type { Constraint, Violation } from './constraint.ts';
import { TOLERANCE } from './constraint.ts';

/** Between the starts of two visits there is time for the service, the journey, and the breaks that begin in between. */
export const travelTime: Constraint = {
  name: 'travel-time',
  check: (instance, { routes }) => routes.flatMap((route) => late(instance, route)),
};

function late(instance: Instance, route: Route): Violation[] {
  const { clients, slots, duration, places } = instance;
  const violations: Violation[] = [];
  let time = route.departure;
  let at = slots.startPlace[route.slot]!;
  for (const { client, start } of route.visits) {
    const to = clients.place[client]!;
    const excess = time + duration[at * places + to]! + pausesBetween(instance, route, time, start) - start;
    if (excess > TOLERANCE) violations.push({ constraint: 'travel-time', slot: route.slot, client, day: route.day, excess });
    time = start + clients.service[client]!;
    at = to;
  }
  const home = time + duration[at * places + slots.endPlace[route.slot]!]! + pausesBetween(instance, route, time, Infinity);
  if (home - route.arrival > TOLERANCE)
    violations.push({ constraint: 'travel-time', slot: route.slot, excess: home - route.arrival });
  return violations;
}

function pausesBetween({ slots }: Instance, { slot, breaks }: Route, from: number, to: number): number {
  return breaks.reduce((sum, start, i) => {
    const inside = start > from - TOLERANCE && start < to - TOLERANCE;
    return inside ? sum + slots.breakMinutes[slots.breakFrom[slot]! + i]! : sum;
  }, 0);
}
