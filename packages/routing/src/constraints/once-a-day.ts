import type { Constraint } from './constraint.ts';
import { visitDays } from './visit-days.ts';

/** Nobody is visited twice on one day, and each slot has one route, on its day and with its vehicle. */
export const onceADay: Constraint = {
  name: 'once-a-day',
  check: (instance, solution) => {
    const { slots } = instance;
    const seen = new Set<number>();
    const routes = solution.routes
      .filter(({ slot, day, vehicle }) => {
        const twice = seen.has(slot);
        seen.add(slot);
        return twice || slots.day[slot] !== day || slots.vehicle[slot] !== vehicle;
      })
      .map(({ slot, day }) => ({ constraint: 'once-a-day', slot, day, excess: 1 }));
    const clients = visitDays(instance, solution).flatMap((days, client) =>
      days.filter((day, i) => day === days[i - 1]).map((day) => ({ constraint: 'once-a-day', client, day, excess: 1 })),
    );
    return [...routes, ...clients];
  },
};
