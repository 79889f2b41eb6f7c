/** Whether the periods of a time axis lie in one another as days do. */
import { isPlanPeriod, periodInterval } from '@milepost/calendar';
import type { DateInterval, PeriodScheme } from '@milepost/calendar';
import type { AxisInput } from './axis.ts';

/** Two periods of which a day belongs to both, or that lie one in the other on the tree but not in time. */
export interface PeriodOverlap {
  readonly periods: string;
  /** Where the one stands that is too much: the later of two, or the one below the other. */
  readonly path: string;
}

interface Placed {
  readonly id: string;
  readonly at: number;
  readonly days: DateInterval;
}

/**
 * Two periods under one parent that share a day, or one that reaches beyond its parent; null when there are none. Members that
 * are no periods, such as half-years, are not looked at. Throws a CalendarError for a scheme that cannot have these periods.
 */
export function overlappingPeriods({ kind, members }: AxisInput, scheme: PeriodScheme, path: string): PeriodOverlap | null {
  if (kind !== 'time') return null;
  const places = new Map<string, Placed>();
  members.forEach(({ id }, at) => {
    if (isPlanPeriod(id)) places.set(id, { id, at, days: periodInterval(id, scheme) });
  });
  const problem = (one: Placed, other: Placed, at: number): PeriodOverlap => ({
    periods: `${one.id} / ${other.id}`,
    path: `${path}.members.${at}.id`,
  });
  const below = new Map<string | null, Placed[]>();
  for (const own of places.values()) {
    const { parentId } = members[own.at] as { parentId: string | null };
    const above = parentId === null ? undefined : places.get(parentId);
    if (above !== undefined && (own.days.start < above.days.start || own.days.end > above.days.end))
      return problem(own, above, own.at);
    const siblings = below.get(parentId);
    if (siblings === undefined) below.set(parentId, [own]);
    else siblings.push(own);
  }
  for (const siblings of below.values()) {
    const sorted = siblings.sort((a, b) => (a.days.start < b.days.start ? -1 : 1));
    for (let at = 1; at < sorted.length; at += 1) {
      const [before, own] = [sorted[at - 1] as Placed, sorted[at] as Placed];
      if (before.days.end > own.days.start) return problem(before, own, own.at);
    }
  }
  return null;
}

const START_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/**
 * `overlappingPeriods` where nobody says when the fiscal year begins or where weeks lie that straddle months: null when there
 * is a calendar in which no period overlaps another.
 */
export function overlappingInEveryCalendar(axis: AxisInput, path: string): PeriodOverlap | null {
  let first: PeriodOverlap | null = null;
  for (const fiscalYearStartMonth of START_MONTHS) {
    for (const scheme of [fiscalYearStartMonth, { fiscalYearStartMonth, weekRule: 'thursday' } as const]) {
      const found = overlappingPeriods(axis, scheme, path);
      if (found === null) return null;
      first ??= found;
    }
  }
  return first;
}
