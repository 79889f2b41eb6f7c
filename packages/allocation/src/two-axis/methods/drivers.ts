import type { Method } from './method.ts';

/**
 * Nodes by a driver such as accounts, potential or head count. A node's own driver counts; one without is the sum of the
 * leaves below it. On the time axis every month weighs the same.
 */
export function drivers(weights: Readonly<Record<string, number | null>>): Method {
  return {
    name: 'drivers',
    weigh: ({ axis, members, leavesUnder }) =>
      members.map((member) => {
        if (axis === 'time') return 1;
        const own = weights[member] ?? null;
        if (own !== null) return own;
        const below = leavesUnder(member).flatMap((leaf) => weights[leaf] ?? []);
        return below.length === 0 ? null : below.reduce((sum, weight) => sum + weight, 0);
      }),
  };
}
