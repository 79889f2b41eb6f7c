import type { Constraint } from './constraint.ts';
import { TOLERANCE } from './constraint.ts';

/** A vehicle leaves and returns within the hours of its slot. */
export const hours: Constraint = {
  name: 'hours',
  check: ({ slots }, { routes }) =>
    routes.flatMap(({ slot, departure, arrival }) => {
      const excess = Math.max(slots.earliest[slot]! - departure, arrival - slots.latest[slot]!);
      return excess > TOLERANCE ? [{ constraint: 'hours', slot, excess }] : [];
    }),
};
