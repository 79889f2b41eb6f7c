import type { Constraint } from './constraint.ts';
import { TOLERANCE } from './constraint.ts';

/** From departure to return a route takes no longer than its slot allows. */
export const duration: Constraint = {
  name: 'duration',
  check: ({ slots }, { routes }) =>
    routes.flatMap(({ slot, departure, arrival }) => {
      const excess = arrival - departure - slots.maxDuration[slot]!;
      return excess > TOLERANCE ? [{ constraint: 'duration', slot, excess }] : [];
    }),
};
