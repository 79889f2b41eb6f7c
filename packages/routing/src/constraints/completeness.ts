import type { Constraint } from './constraint.ts';
import { visitDays } from './visit-days.ts';

/** Nobody is dropped silently: a client's visits and those listed as missing make at least what it wants. */
export const completeness: Constraint = {
  name: 'completeness',
  check: (instance, solution) => {
    const missing = new Map<number, number>();
    for (const entry of solution.unserved) missing.set(entry.client, (missing.get(entry.client) ?? 0) + entry.missing);
    return visitDays(instance, solution).flatMap((days, client) => {
      const excess = instance.clients.visits[client]! - days.length - (missing.get(client) ?? 0);
      return excess > 0 ? [{ constraint: 'completeness', client, excess }] : [];
    });
  },
};
