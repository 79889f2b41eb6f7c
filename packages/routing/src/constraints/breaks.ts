import type { Instance } from '../instance.ts';
import type { Route } from '../solution.ts';
import type { Constraint, Violation } from './constraint.ts';
import { TOLERANCE } from './constraint.ts';

/**
 * Breaks are taken in order within their hours and not during a service. One that must begin after the day is over is not needed.
 */
export const breaks: Constraint = {
  name: 'breaks',
  check: (instance, { routes }) => routes.flatMap((route) => wrong(instance, route)),
};

function wrong({ slots, clients }: Instance, route: Route): Violation[] {
  const { slot, day } = route;
  const begin = slots.breakFrom[slot]!;
  const count = slots.breakFrom[slot + 1]! - begin;
  const violations: Violation[] = [];
  const add = (excess: number): void => void (excess > TOLERANCE && violations.push({ constraint: 'breaks', slot, day, excess }));
  if (route.breaks.length > count) add(1);
  for (let i = 0; i < count; i++) {
    const start = route.breaks[i];
    if (start === undefined) {
      add(route.arrival - slots.breakClose[begin + i]!);
      continue;
    }
    add(Math.max(slots.breakOpen[begin + i]! - start, start - slots.breakClose[begin + i]!));
    const end = start + slots.breakMinutes[begin + i]!;
    for (const visit of route.visits) add(Math.min(end - visit.start, visit.start + clients.service[visit.client]! - start));
  }
  return violations;
}
