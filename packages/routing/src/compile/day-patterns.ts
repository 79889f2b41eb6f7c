import { diffDays, weekday } from '@milepost/calendar';
import type { Weekday } from '@milepost/calendar';
import type { DayPattern, VisitProblem } from '../problem/visit-problem.ts';
import type { HorizonDay } from './horizon-days.ts';

/** Day patterns as sets of positions of days, each ascending, none twice. */
export interface PatternSets {
  readonly sets: readonly (readonly number[])[];
  /** Visits that days off take from even the best pattern. */
  readonly lost: number;
}

/**
 * Keeps of each pattern the days on which a visit is possible. Patterns that lose more to days off than others do are left out: with a
 * holiday on Monday, Tuesday and Friday are better than Monday and Thursday.
 */
export function patternSets(
  patterns: readonly DayPattern[],
  days: readonly HorizonDay[],
  possible: (day: number) => boolean,
  horizon: VisitProblem['horizon'],
): PatternSets {
  const { from } = horizon;
  const span = diffDays(from, horizon.until);
  const indexOf = new Map(days.map(({ number }, index) => [number, index]));
  const full = patterns.map((pattern) => {
    const numbers =
      'dates' in pattern ? pattern.dates.map((date) => diffDays(from, date)) : weekdayNumbers(pattern, weekday(from), span);
    return numbers.filter((number) => number >= 0 && number < span);
  });
  const usable = full.map((numbers) => numbers.flatMap((number) => indexOf.get(number) ?? []).filter(possible));
  const most = Math.max(0, ...usable.map((set) => set.length));
  const best = usable.filter((set) => set.length === most && most > 0);
  const distinct = new Map(best.map((set) => [set.join(), set]));
  const wanted = Math.max(0, ...full.map((numbers) => numbers.length));
  return { sets: [...distinct.values()], lost: wanted - most };
}

type WeekdayPattern = Extract<DayPattern, { readonly weekdays: unknown }>;

/** Days of a weekday pattern, counted from the first day of the horizon; week 1 is the one that day lies in. */
function weekdayNumbers({ weekdays, everyWeeks, firstWeek }: WeekdayPattern, first: Weekday, span: number): number[] {
  const numbers = Array.from({ length: span }, (_, number) => number);
  return numbers.filter((number) => {
    const sinceMonday = number + first - 1;
    const day = ((sinceMonday % 7) + 1) as Weekday;
    return weekdays.includes(day) && Math.floor(sinceMonday / 7) % everyWeeks === firstWeek - 1;
  });
}
