import { periodInterval, worseStatus } from '@milepost/calendar';
import { changeError } from '../change-error.ts';
import { even } from './even.ts';
import type { DayStatus, PeriodScheme, WorkingCalendar, WorkingDayCount } from '@milepost/calendar';
import type { Axis } from '../axis.ts';
import type { Method } from './method.ts';

/** Working days by period id (months, weeks or days), as plain data that can be stored with a plan. */
export type PeriodDays = Readonly<Record<string, WorkingDayCount>>;

/** Counts the working days of periods in a company's calendar, under the plan's own rule for weeks. */
export function countPeriodDays(calendar: WorkingCalendar, periods: readonly string[], scheme: PeriodScheme): PeriodDays {
  return Object.fromEntries(periods.map((period) => [period, calendar.workingDays(periodInterval(period, scheme))]));
}

/** How far the days can be trusted: as far as their least certain period. */
export function periodDaysStatus(days: PeriodDays): DayStatus {
  return Object.values(days).reduce<DayStatus>((worst, { status }) => worseStatus(worst, status), 'official');
}

/**
 * Periods by their working days. The name says when days were estimated, so that the explanation of a number made before the
 * holidays were published shows it. Days of the status 'unknown' (weekdays alone, no data for that year) are refused unless
 * the caller accepts them in so many words. On other axes every leaf gets the same.
 *
 * Throws `allocation.periods.unknown` for such days and, when it weighs, for a period that has none at all.
 */
export function workingDays(days: PeriodDays, options: { readonly acceptUnknown?: boolean } = {}): Method {
  const status = periodDaysStatus(days);
  if (status === 'unknown' && options.acceptUnknown !== true) {
    const [period] = Object.entries(days).find(([, count]) => count.status === 'unknown') ?? [];
    throw changeError('allocation.periods.unknown', period, 'workingDays');
  }
  const others = even();
  const known = new WeakMap<Axis, Float64Array>();
  const name = status === 'official' ? 'workingDays' : `workingDays:${status}`;
  return {
    name,
    weigh(pooling, out) {
      const axis = pooling.plan.grid.axes[pooling.axis] as Axis;
      if (axis.kind !== 'time') return others.weigh(pooling, out);
      let weights = known.get(axis);
      if (weights === undefined) known.set(axis, (weights = weightsOf(axis, days)));
      for (let at = 0; at < out.length; at += 1) {
        const member = pooling.members[at] as number;
        const weight = weights[member] as number;
        if (weight !== weight) throw changeError('allocation.periods.unknown', axis.ids[member], name);
        out[at] = weight;
      }
    },
  };
}

/** By member number; a period without a count of its own has that of its parts, NaN when one of them is missing. */
function weightsOf({ ids, parent, next }: Axis, days: PeriodDays): Float64Array {
  const weights = new Float64Array(ids.length);
  for (let member = ids.length - 1; member >= 0; member -= 1) {
    const id = ids[member] as string;
    const own = Object.hasOwn(days, id) ? days[id]?.count : undefined;
    if (own !== undefined) weights[member] = own;
    else if (next[member] === member + 1) weights[member] = NaN;
    const above = parent[member] as number;
    if (above >= 0) weights[above] = (weights[above] as number) + (weights[member] as number);
  }
  return weights;
}
