import { companyCalendar, parseCompanyCalendar } from '@milepost/calendar/data';
import type { WorkingCalendar } from '@milepost/calendar';
import { Unreadable } from '../unreadable.ts';
import { Fields } from './fields.ts';
import { readHours, readSpan } from './hours.ts';
import type { Hours, Span } from './hours.ts';
import { readPlace, readTravel } from './travel.ts';
import type { Spot, Travel } from './travel.ts';

/** A visit problem as the checker sees it. */
export interface Problem {
  readonly id: string;
  readonly from: string;
  readonly until: string;
  /** Days before it stay as published; null: none. */
  readonly frozenUntil: string | null;
  readonly calendar: WorkingCalendar;
  /** Whether visits end before closing, or only begin before. */
  readonly finish: boolean;
  readonly travelWeight: number;
  readonly travel: Travel;
  readonly people: ReadonlyMap<string, Person>;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly published: readonly Published[];
}

/** A representative. */
export interface Person {
  readonly id: string;
  readonly start: Spot;
  readonly end: Spot;
  readonly hours: Hours;
  readonly days: ReadonlyMap<string, { readonly hours: Span | null; readonly start: Spot | null; readonly end: Spot | null }>;
  readonly daysOff: ReadonlySet<string>;
  readonly appointments: readonly Appointment[];
  readonly lunch: (Span & { readonly minutes: number }) | null;
  readonly mostVisits: number;
  readonly profile: string | null;
  readonly skills: ReadonlySet<string>;
}

/** Something in the calendar already. */
export interface Appointment extends Span {
  readonly id: string;
  readonly date: string;
  readonly place: Spot | null;
}

/** Who is visited. */
export interface Customer {
  readonly id: string;
  readonly place: Spot;
  readonly service: number;
  /** Null: always open. */
  readonly hours: Hours | null;
  readonly exceptions: readonly { readonly from: string; readonly until: string; readonly spans: readonly Span[] }[];
  readonly weekdays: ReadonlySet<number | 'makeUp'> | null;
  readonly patterns: readonly Fields[] | null;
  /** Null: as many as the greatest gap takes. */
  readonly visits: number | null;
  readonly leastGap: number;
  readonly greatestGap: number;
  readonly lateAllowed: boolean;
  readonly lastVisit: string | null;
  /** Null: everybody. */
  readonly people: ReadonlySet<string> | null;
  readonly skills: readonly string[];
  readonly promised: readonly { readonly date: string; readonly span: Span | null; readonly person: string | null }[];
}

/** A visit of the plan people know. */
export interface Published {
  readonly customer: string;
  readonly date: string;
  readonly person: string;
  readonly pinned: boolean;
}

/** Reads the JSON of a visit problem. Throws `Unreadable`. */
export function readProblem(text: string): Problem {
  const root = new Fields(parsed(text), '', 'routes.instance.shape');
  if (root.raw('format') !== 'milepost.visit-problem/1')
    throw new Unreadable('routes.instance.kind', 'format', root.raw('format'));
  const horizon = root.object('horizon');
  const weights = root.has('weights') ? root.object('weights') : null;
  const travel = readTravel(root);
  return {
    ...{ id: root.text('id'), from: horizon.date('from'), until: horizon.date('until'), travel },
    frozenUntil: horizon.has('frozenUntil') ? horizon.date('frozenUntil') : null,
    calendar: calendarOf(root.raw('calendar')),
    finish: root.raw('windowRule') !== 'start',
    travelWeight: weights?.has('travel') === true ? weights.number('travel') : 1,
    people: byId(root.objects('representatives').map((one) => readPerson(one, travel))),
    customers: byId(root.objects('customers').map((one) => readCustomer(one, travel))),
    published: root.objects('published').map((one) => ({
      ...{ customer: one.text('customer'), date: one.date('date'), person: one.text('representative') },
      pinned: one.raw('pinned') === true,
    })),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Unreadable('routes.instance.json');
  }
}

function calendarOf(value: unknown): WorkingCalendar {
  try {
    return companyCalendar(parseCompanyCalendar(value));
  } catch {
    throw new Unreadable('routes.instance.shape', 'calendar', '{ "calendarVersion": 1, … }');
  }
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

function readPerson(one: Fields, travel: Travel): Person {
  const id = one.text('id');
  const home = readPlace(one.object('home'), id, travel);
  const place = (fields: Fields, name: string): Spot | null =>
    fields.has(name) ? readPlace(fields.object(name), '', travel) : null;
  return {
    ...{ id, start: place(one, 'start') ?? home, end: place(one, 'end') ?? home, hours: readHours(one.objects('hours')) },
    days: new Map(
      one.objects('days').map((day) => {
        const hours = day.has('hours') ? readSpan(day.object('hours')) : null;
        return [day.date('date'), { hours, start: place(day, 'start'), end: place(day, 'end') }];
      }),
    ),
    daysOff: new Set(one.texts('daysOff')),
    appointments: one.objects('appointments').map((each) => ({
      ...{ id: each.text('id'), date: each.date('date'), ...readSpan(each), place: place(each, 'place') },
    })),
    lunch: one.has('lunch') ? { ...readSpan(one.object('lunch')), minutes: one.object('lunch').number('minutes') } : null,
    mostVisits: one.has('mostVisitsPerDay') ? one.number('mostVisitsPerDay') : Infinity,
    profile: one.has('speedProfile') ? one.text('speedProfile') : null,
    skills: new Set(one.texts('skills')),
  };
}

function readCustomer(one: Fields, travel: Travel): Customer {
  const id = one.text('id');
  const frequency = one.has('frequency') ? one.object('frequency') : null;
  const gap = (name: string): number | null => (frequency?.has(name) === true ? frequency.number(name) : null);
  const named = one.has('representatives') ? one.texts('representatives') : one.has('owner') ? [one.text('owner')] : null;
  return {
    ...{ id, service: Math.ceil(one.number('serviceMinutes')), skills: one.texts('skills') },
    place: one.has('place') ? readPlace(one.object('place'), id, travel) : readPlace(null, id, travel),
    hours: one.has('windows') ? readHours(one.objects('windows')) : null,
    exceptions: one.objects('exceptions').map((each) => ({
      ...{ from: each.date('from'), until: each.date('until'), spans: each.objects('windows').map(readSpan) },
    })),
    weekdays: one.has('weekdays') ? new Set(one.list('weekdays') as (number | 'makeUp')[]) : null,
    patterns: one.has('patterns') ? one.objects('patterns') : null,
    visits: frequency === null ? 1 : gap('visits'),
    ...{ leastGap: gap('leastGapDays') ?? 1, greatestGap: gap('greatestGapDays') ?? Infinity },
    lateAllowed: frequency?.raw('lateAllowed') === true,
    lastVisit: one.has('lastVisit') ? one.date('lastVisit') : null,
    people: named === null ? null : new Set(named),
    promised: one.objects('promised').map((each) => ({
      ...{ date: each.date('date'), span: each.has('from') ? readSpan(each) : null },
      person: each.has('representative') ? each.text('representative') : null,
    })),
  };
}
