import type { Constraint, Violation } from './constraint.ts';

/** A promise is kept by the vehicle it names, or listed as broken. */
export const promises: Constraint = {
  name: 'promises',
  check: ({ fixed }, { routes, unserved }) => {
    const violations: Violation[] = [];
    for (let i = 0; i < fixed.count; i++) {
      const client = fixed.client[i]!;
      const day = fixed.day[i]!;
      const route = routes.find((other) => other.day === day && other.visits.some((visit) => visit.client === client));
      const named = unserved.some((entry) => entry.client === client && entry.promisedDay === day);
      const kept = route !== undefined && (fixed.vehicle[i] === -1 || fixed.vehicle[i] === route.vehicle);
      if (kept === named) violations.push({ constraint: 'promises', client, day, excess: 1 });
    }
    return violations;
  },
};
