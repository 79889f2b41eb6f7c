import type { Constraint } from './constraint.ts';

/** Only vehicles that may serve a client do. */
export const vehicles: Constraint = {
  name: 'vehicles',
  check: (instance, { routes }) =>
    routes.flatMap(({ slot, day, visits }) =>
      visits
        .filter(({ client }) => instance.allowed?.[client * instance.vehicles + instance.slots.vehicle[slot]!] === 0)
        .map(({ client }) => ({ constraint: 'vehicles', slot, client, day, excess: 1 })),
    ),
};
