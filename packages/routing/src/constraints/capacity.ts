import type { Constraint } from './constraint.ts';
import { TOLERANCE } from './constraint.ts';

/** The demand of a route is at most the capacity of its slot. */
export const capacity: Constraint = {
  name: 'capacity',
  check: ({ clients, slots }, { routes }) =>
    routes.flatMap(({ slot, visits }) => {
      const excess = visits.reduce((sum, { client }) => sum + clients.demand[client]!, 0) - slots.capacity[slot]!;
      return excess > TOLERANCE ? [{ constraint: 'capacity', slot, excess }] : [];
    }),
};
