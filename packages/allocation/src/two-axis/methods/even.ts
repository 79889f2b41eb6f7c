import type { Method } from './method.ts';

/**
 * The same for everyone: per person ('leaf', so that a team of three gets three parts) or per unit ('child', so that
 * every team gets the same whatever its size). On the time axis both mean the same for every month.
 */
export function even(per: 'leaf' | 'child' = 'leaf'): Method {
  return {
    name: 'even',
    weigh: ({ axis, members, leavesUnder }) =>
      members.map((member) => (axis === 'time' || per === 'child' ? 1 : leavesUnder(member).length)),
  };
}
