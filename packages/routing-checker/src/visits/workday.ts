import type { NamedDay, Span } from './hours.ts';
import { hoursOf, left } from './hours.ts';
import { weekdayOf } from './dates.ts';
import type { Appointment, Person, Problem } from './problem.ts';
import { minutesBetween } from './travel.ts';
import type { Spot } from './travel.ts';

/** What a day of a representative allows. */
export interface Workday {
  readonly hours: Span;
  readonly start: Spot;
  readonly end: Spot;
  /** Appointments at a place, the first of each that overlap. */
  readonly stops: readonly Appointment[];
  /** Time taken without a place. */
  readonly busy: readonly Span[];
  /** When lunch may begin at the latest on a day that goes on after it; null: none is due. */
  readonly lunchBy: number | null;
}

/** How a date is called, and how much of it the company works. */
export function dayOf({ calendar }: Problem, date: string): NamedDay & { readonly fraction: number } {
  const { fraction, reason } = calendar.isWorkingDay(date);
  return { weekday: weekdayOf(date), makeUp: reason.kind === 'makeUp', fraction };
}

/** The day of a representative; null when it is off. */
export function workdayOf(problem: Problem, person: Person, date: string): Workday | null {
  const hours = workingHours(problem, person, date);
  if (hours === null) return null;
  const own = person.days.get(date);
  const [start, end] = [own?.start ?? person.start, own?.end ?? person.end];
  const kept = keptAppointments(person, date);
  const stops = kept.filter(({ place }) => place !== null);
  const way = (from: Spot, to: Spot): number => minutesBetween(problem.travel, from, to, person.profile);
  // A stop outside of the hours makes the day longer by the way there or back.
  const from = Math.min(hours.from, ...stops.map((stop) => stop.from - way(start, stop.place!)));
  const until = Math.max(hours.until, ...stops.map((stop) => stop.until + way(stop.place!, end)));
  const busy = kept.filter(({ place }) => place === null).flatMap((one) => left(one, left(one, [hours])));
  return { hours: { from, until }, start, end, stops, busy, lunchBy: lunchBy(person, hours, kept) };
}

function workingHours(problem: Problem, person: Person, date: string): Span | null {
  if (person.daysOff.has(date)) return null;
  const own = person.days.get(date)?.hours ?? null;
  if (own !== null) return own;
  const day = dayOf(problem, date);
  const usual = hoursOf(person.hours, day)[0];
  if (usual === undefined || day.fraction === 0) return null;
  return { from: usual.from, until: usual.from + Math.round((usual.until - usual.from) * day.fraction) };
}

/** Of two that overlap, at least one of them at a place, the first stands. */
function keptAppointments({ appointments }: Person, date: string): Appointment[] {
  const kept: Appointment[] = [];
  const today = appointments.filter((one) => one.date === date);
  for (const one of today.sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))) {
    const clashes = kept.some((other) => one.from < other.until && other.from < one.until && (one.place ?? other.place) !== null);
    if (!clashes) kept.push(one);
  }
  return kept;
}

function lunchBy({ lunch }: Person, hours: Span, kept: readonly Appointment[]): number | null {
  if (lunch === null || lunch.from < hours.from || lunch.until > hours.until) return null;
  const pieces = left(lunch, kept).filter(({ from, until }) => until - from >= lunch.minutes);
  // The earliest of the last moments: a day that ends before it needs no lunch, whichever piece is taken.
  return pieces.length === 0 ? null : Math.max(...pieces.map(({ until }) => until - lunch.minutes));
}
