import type { CompiledGroup } from './compile-group.ts';
import { wantedOf } from './frequency.ts';
import { notice } from './notice.ts';
import type { Notice } from './notice.ts';

/** Names customers who have waited too long when the horizon begins, and gaps of the plan above what is wanted. */
export function lateGaps({ origins, context }: CompiledGroup, visitDays: ReadonlyMap<number, readonly number[]>): Notice[] {
  return origins.flatMap((origin, client): Notice[] => {
    if (origin.kind === 'appointment') return [];
    const { id, name, frequency } = origin.customer;
    const greatest = frequency.greatestGapDays;
    const { lastVisit } = wantedOf(origin.customer, context.problem.horizon);
    if (greatest === null) return [];
    const overdue = lastVisit === null ? 0 : -lastVisit - greatest;
    const before = lastVisit === null || overdue > 0 ? [] : [lastVisit];
    const days = [...before, ...(visitDays.get(client) ?? [])];
    const widest = Math.max(0, ...days.slice(1).map((day, index) => day - days[index]!));
    return [
      ...(overdue > 0 ? [notice('customer.overdue', { name, days: overdue }, { customer: id })] : []),
      ...(widest > greatest ? [notice('frequency.late', { name, days: widest, greatest }, { customer: id })] : []),
    ];
  });
}
