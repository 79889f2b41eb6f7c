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
  const indexOf = new Map(days.map(({ number }, index) => [number, index]));
  const full = patterns.map((pattern) => numbersOf(pattern, horizon));
  const usable = full.map((numbers) => numbers.flatMap((number) => indexOf.get(number) ?? []).filter(possible));
  const most = Math.max(0, ...usable.map((set) => set.length));
  const best = usable.filter((set) => set.length === most && most > 0);
  const distinct = new Map(best.map((set) => [set.join(), set]));
  return { sets: [...distinct.values()], lost: visitsOfPatterns(patterns, horizon) - most };
}

/** Visits that are wanted of a customer with patterns: those of the longest one within the horizon, days off included. */
export function visitsOfPatterns(patterns: readonly DayPattern[], horizon: VisitProblem['horizon']): number {
  return Math.max(0, ...patterns.map((pattern) => numbersOf(pattern, horizon).length));
}

/** Days of a pattern within the horizon, counted from its first. */
function numbersOf(pattern: DayPattern, { from, until }: VisitProblem['horizon']): number[] {
  const span = diffDays(from, until);
  if (!('dates' in pattern)) return weekdayNumbers(pattern, weekday(from), span);
  return pattern.dates.map((date) => diffDays(from, date)).filter((number) => number >= 0 && number < span);
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
