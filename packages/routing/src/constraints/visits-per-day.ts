import type { Constraint } from './constraint.ts';

/** A route has at most as many visits as its slot allows. */
export const visitsPerDay: Constraint = {
  name: 'visits-per-day',
  check: ({ slots }, { routes }) =>
    routes.flatMap(({ slot, visits }) => {
      const excess = visits.length - slots.maxVisits[slot]!;
      return excess > 0 ? [{ constraint: 'visits-per-day', slot, excess }] : [];
    }),
};
