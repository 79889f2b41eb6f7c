import type { DayName, TimeRange, WeekHours } from '../problem/visit-problem.ts';
import type { HorizonDay } from './horizon-days.ts';

type NamedDay = Pick<HorizonDay, 'weekday' | 'makeUp'>;

/**
 * The hours of a day, ascending and disjoint. A day worked in exchange for a holiday has the hours named `makeUp`; without any, those of
 * its own weekday; without those, Monday's.
 */
export function hoursOn(list: readonly WeekHours[], day: NamedDay): TimeRange[] {
  const named = (name: DayName): readonly WeekHours[] => list.filter(({ weekdays }) => weekdays.includes(name));
  const choices = day.makeUp ? [named('makeUp'), named(day.weekday), named(1)] : [named(day.weekday)];
  return mergeRanges(choices.find((some) => some.length > 0) ?? []);
}

/** Ranges in order, those that touch or overlap as one. */
export function mergeRanges(list: readonly TimeRange[]): TimeRange[] {
  const merged: TimeRange[] = [];
  for (const { fromMinute, untilMinute } of list.toSorted((a, b) => a.fromMinute - b.fromMinute)) {
    const last = merged.at(-1);
    if (last === undefined || fromMinute > last.untilMinute) merged.push({ fromMinute, untilMinute });
    else merged[merged.length - 1] = { ...last, untilMinute: Math.max(last.untilMinute, untilMinute) };
  }
  return merged;
}

/** What is left of a range when others are taken out. */
export function subtractRanges(range: TimeRange, taken: readonly TimeRange[]): TimeRange[] {
  const free: TimeRange[] = [];
  let from = range.fromMinute;
  for (const { fromMinute, untilMinute } of mergeRanges(taken)) {
    if (fromMinute > from) free.push({ fromMinute: from, untilMinute: Math.min(fromMinute, range.untilMinute) });
    from = Math.max(from, untilMinute);
    if (from >= range.untilMinute) break;
  }
  if (from < range.untilMinute) free.push({ fromMinute: from, untilMinute: range.untilMinute });
  return free.filter(({ fromMinute, untilMinute }) => untilMinute > fromMinute);
}
