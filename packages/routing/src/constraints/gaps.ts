import { NEVER_VISITED } from '../instance.ts';
import type { Instance } from '../instance.ts';
import type { Constraint, Violation } from './constraint.ts';
import { isDecided } from './patterns.ts';
import { visitDays } from './visit-days.ts';

/**
 * A client with a gap rule is visited at gaps of at least `leastGap` and, when it gets all its visits, at most `greatestGap` calendar
 * days, from the last visit before the horizon to the day after it. Gaps between two days that people decided on are theirs.
 */
export const gaps: Constraint = {
  name: 'gaps',
  check: (instance, solution) => {
    const { patternFrom } = instance.clients;
    return visitDays(instance, solution).flatMap((days, client) =>
      patternFrom[client] === patternFrom[client + 1] ? wrongGaps(instance, client, days) : [],
    );
  },
};

function wrongGaps(instance: Instance, client: number, days: readonly number[]): Violation[] {
  const { clients, dayNumber } = instance;
  const whole = days.length >= clients.visits[client]!;
  const most = whole ? clients.greatestGap[client]! : Infinity;
  const violations: Violation[] = [];
  const judge = (gap: number, least: number, day: number): void => {
    const excess = Math.max(least - gap, gap - most);
    if (excess > 0) violations.push({ constraint: 'gaps', client, day, excess });
  };
  const last = clients.lastVisit[client]!;
  days.forEach((day, i) => {
    const decided = isDecided(instance, client, day);
    if (i > 0) {
      if (!decided || !isDecided(instance, client, days[i - 1]!))
        judge(dayNumber[day]! - dayNumber[days[i - 1]!]!, clients.leastGap[client]!, day);
    } else if (last !== NEVER_VISITED && !decided) {
      // Who is overdue when the horizon begins can only be visited late.
      const overdue = last + most < dayNumber[0]!;
      const gap = dayNumber[day]! - last;
      judge(overdue ? Math.min(gap, Math.max(most, clients.leastGap[client]!)) : gap, clients.leastGap[client]!, day);
    }
  });
  const end = days.at(-1);
  if (end !== undefined && !isDecided(instance, client, end)) judge(dayNumber[instance.days - 1]! + 1 - dayNumber[end]!, 0, end);
  return violations;
}
