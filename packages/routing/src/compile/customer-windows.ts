import type { Customer, TimeRange, VisitProblem } from '../problem/visit-problem.ts';
import type { HorizonDay } from './horizon-days.ts';
import { hoursOn, mergeRanges } from './week-hours.ts';

/** Start of service: from the first to the second, both included. */
export type StartWindow = readonly [open: number, close: number];

const ALWAYS: StartWindow = [-Infinity, Infinity];

/** When a customer is open on a day, whatever weekdays visits are allowed on. Null: always. */
export function openingOn(customer: Customer, day: HorizonDay): readonly TimeRange[] | null {
  const exception = customer.exceptions.findLast(({ from, until }) => from <= day.date && day.date < until);
  if (exception !== undefined) return mergeRanges(exception.windows);
  return customer.windows === null ? null : hoursOn(customer.windows, day);
}

/** Whether visits are wanted on a day at all. */
export function isAllowedDay({ weekdays }: Customer, day: HorizonDay): boolean {
  return weekdays === null || weekdays.includes(day.weekday) || (day.makeUp && weekdays.includes('makeUp'));
}

/**
 * Opening hours as times at which service may start. Hours are half-open: who is open until 17:00 is not visited at 17:00 without
 * service time. With the rule `finish` the visit ends before closing, with `start` it begins a minute before closing at the latest.
 */
export function startWindows(
  opening: readonly TimeRange[] | null,
  customer: Customer,
  rule: VisitProblem['windowRule'],
): StartWindow[] {
  if (opening === null) return [ALWAYS];
  const before = rule === 'finish' ? Math.max(1, Math.ceil(customer.serviceMinutes)) : 1;
  return opening
    .map(({ fromMinute, untilMinute }): StartWindow => [fromMinute, untilMinute - before])
    .filter(([open, close]) => open <= close);
}

/** The windows of every day. Days that promise a visit follow the opening hours alone. */
export function windowsPerDay(
  customer: Customer,
  days: readonly HorizonDay[],
  rule: VisitProblem['windowRule'],
  promised: ReadonlySet<number>,
): StartWindow[][] {
  return days.map((day, index) =>
    isAllowedDay(customer, day) || promised.has(index) ? startWindows(openingOn(customer, day), customer, rule) : [],
  );
}
