import type { Appointment, Lunch, Place, Representative, TimeRange } from '../problem/visit-problem.ts';
import type { HorizonDay } from './horizon-days.ts';
import { hoursOn, mergeRanges, subtractRanges } from './week-hours.ts';

/** A pause that begins between `open` and `close`. */
export interface Pause {
  readonly kind: 'lunch' | 'busy';
  readonly open: number;
  readonly close: number;
  readonly minutes: number;
}

/** What a representative's day allows. */
export interface PersonDay {
  readonly hours: TimeRange;
  readonly start: Place;
  readonly end: Place;
  /** In the order in which they are taken. */
  readonly pauses: readonly Pause[];
  /** Appointments at a place, ascending, not overlapping. */
  readonly appointments: readonly Appointment[];
  /** Appointments that overlap one that was there before. */
  readonly clashes: readonly Appointment[];
  readonly noLunch: boolean;
}

/** The day of a representative; null when it is not worked. A half day ends in the middle of its hours. */
export function personDay(person: Representative, day: HorizonDay): PersonDay | null {
  const hours = workingHours(person, day);
  if (hours === null) return null;
  const own = person.days.find(({ date }) => date === day.date);
  const today = person.appointments.filter(({ date }) => date === day.date).toSorted(byStart);
  const { kept, clashes } = withoutClashes(today);
  const busy = mergeRanges(kept.filter(({ place }) => place === null).flatMap((range) => clip(range, hours)));
  const lunch = person.lunch !== null && contains(hours, person.lunch) ? lunchPause(person.lunch, kept) : undefined;
  const pauses = busy.map(({ fromMinute, untilMinute }): Pause => ({
    kind: 'busy',
    open: fromMinute,
    close: fromMinute,
    minutes: untilMinute - fromMinute,
  }));
  if (lunch !== undefined && lunch !== null) pauses.push(lunch);
  return {
    hours,
    start: own?.start ?? person.start,
    end: own?.end ?? person.end,
    pauses: pauses.toSorted((a, b) => a.open - b.open),
    appointments: kept.filter(({ place }) => place !== null),
    clashes,
    noLunch: lunch === null,
  };
}

/** When a representative works on a day; null when it is off. */
export function workingHours(person: Representative, day: HorizonDay): TimeRange | null {
  if (person.daysOff.includes(day.date)) return null;
  const own = person.days.find(({ date }) => date === day.date)?.hours ?? null;
  if (own !== null) return own;
  const [usual] = hoursOn(person.hours, day);
  if (day.fraction === 0 || usual === undefined) return null;
  const { fromMinute, untilMinute } = usual;
  return { fromMinute, untilMinute: fromMinute + Math.round((untilMinute - fromMinute) * day.fraction) };
}

/** Of two appointments that overlap the one that begins first is kept. Calls at the same time only add up to time that is taken. */
function withoutClashes(sorted: readonly Appointment[]): { kept: Appointment[]; clashes: Appointment[] } {
  const kept: Appointment[] = [];
  const clashes: Appointment[] = [];
  for (const appointment of sorted) {
    const meets = kept.some((other) => overlap(other, appointment) && (other.place !== null || appointment.place !== null));
    (meets ? clashes : kept).push(appointment);
  }
  return { kept, clashes };
}

/** The widest part of the lunch window that appointments leave; null when it is too short. */
function lunchPause(lunch: Lunch, appointments: readonly Appointment[]): Pause | null {
  const [widest] = subtractRanges(lunch, appointments).toSorted((a, b) => length(b) - length(a));
  if (widest === undefined || length(widest) < lunch.minutes) return null;
  return { kind: 'lunch', open: widest.fromMinute, close: widest.untilMinute - lunch.minutes, minutes: lunch.minutes };
}

function byStart(a: Appointment, b: Appointment): number {
  return a.fromMinute - b.fromMinute || (a.id < b.id ? -1 : 1);
}

function length({ fromMinute, untilMinute }: TimeRange): number {
  return untilMinute - fromMinute;
}

function overlap(a: TimeRange, b: TimeRange): boolean {
  return a.fromMinute < b.untilMinute && b.fromMinute < a.untilMinute;
}

function contains(outer: TimeRange, inner: TimeRange): boolean {
  return outer.fromMinute <= inner.fromMinute && inner.untilMinute <= outer.untilMinute;
}

function clip(range: TimeRange, { fromMinute, untilMinute }: TimeRange): TimeRange[] {
  const inside = { fromMinute: Math.max(range.fromMinute, fromMinute), untilMinute: Math.min(range.untilMinute, untilMinute) };
  return inside.untilMinute > inside.fromMinute ? [inside] : [];
}
