import type { Method } from './method.ts';

/** Months by a profile, keyed by month of the year ('01' to '12') or by one month ('2026-02'), the latter first. */
export function seasonality(profile: Readonly<Record<string, number>>): Method {
  return {
    name: 'seasonality',
    weigh: ({ axis, members, leavesUnder }) =>
      members.map((member) =>
        axis === 'time' ? (profile[member] ?? profile[member.slice(5)] ?? null) : leavesUnder(member).length,
      ),
  };
}
