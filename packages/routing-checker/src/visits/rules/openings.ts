import { breaks } from '../../broken.ts';
import type { Broken } from '../../broken.ts';
import { clock } from '../clock.ts';
import type { CheckedDay } from '../day.ts';
import { hoursOf, joined } from '../hours.ts';
import type { Span } from '../hours.ts';
import type { Customer, Problem } from '../problem.ts';
import { dayOf } from '../workday.ts';

/** Visits lie within the opening hours on wanted weekdays, those that were promised within what was promised. */
export function openings(problem: Problem, { stated: { date, person }, stops }: CheckedDay): Broken[] {
  const day = dayOf(problem, date);
  return stops.flatMap(({ visit: { start }, customer }) => {
    if (customer === null) return [];
    const spot = { day: date, vehicle: person, client: customer.id };
    const promise = customer.promised.find((one) => one.date === date);
    const decided =
      promise !== undefined || problem.published.some((one) => one.pinned && one.customer === customer.id && one.date === date);
    const wanted =
      decided ||
      customer.weekdays === null ||
      customer.weekdays.has(day.weekday) ||
      (day.makeUp && customer.weekdays.has('makeUp'));
    const weekday = wanted ? [] : [breaks('stop.weekday', spot)];
    // Whether a promise is kept is asked elsewhere; opening hours do not count then.
    if (promise?.span !== undefined && promise.span !== null) return weekday;
    const spans = openOn(customer, date, day);
    if (spans === null || spans.some((span) => begins(span, start, customer, problem.finish))) return weekday;
    const expected = spans.map(({ from, until }) => `${clock(from)}–${clock(until)}`).join(' ') || '–';
    return [...weekday, breaks('stop.closed', spot, clock(start), expected)];
  });
}

function openOn({ hours, exceptions }: Customer, date: string, day: Parameters<typeof hoursOf>[1]): Span[] | null {
  const own = exceptions.findLast(({ from, until }) => from <= date && date < until);
  if (own !== undefined) return joined(own.spans);
  return hours === null ? null : hoursOf(hours, day);
}

function begins({ from, until }: Span, start: number, { service }: Customer, finish: boolean): boolean {
  return start >= from && start < until && (!finish || start + service <= until);
}
