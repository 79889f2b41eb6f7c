import { RoutingError } from '../error.ts';
import { below, number, orNull, readDate, readFlag, readList, readObject, readText, refuseTwice, whole } from './read.ts';
import { readPlace } from './read-place.ts';
import { readDateException, readDayName, readRange, readWeekday, readWeekHours } from './read-time.ts';
import type { Customer, DayPattern, Frequency, PromisedVisit } from './visit-problem.ts';

const FIELDS = [
  ...['id', 'name', 'place', 'serviceMinutes', 'windows', 'exceptions', 'weekdays', 'patterns', 'frequency', 'lastVisit'],
  ...['value', 'required', 'owner', 'representatives', 'skills', 'promised'],
];
const ONCE: Frequency = { visits: 1, leastGapDays: null, greatestGapDays: null, lateAllowed: false };

/** One customer. A place that nobody knows is no error: the customer is listed as not served. */
export function readCustomer(value: unknown, path: string): Customer {
  const fields = readObject(value, path, FIELDS);
  const at = (field: string): string => below(path, field);
  const listOrNull = <T>(field: string, item: (value: unknown, path: string) => T): T[] | null =>
    orNull(fields[field], at(field), (list, where) => readList(list, where, item));
  const id = readText(fields.id, at('id'));
  const promised = readList(fields.promised, at('promised'), readPromise);
  refuseTwice(
    promised.map(({ date }) => date),
    (index) => below(at('promised'), index),
  );
  return {
    id,
    name: orNull(fields.name, at('name'), readText) ?? id,
    place: orNull(fields.place, at('place'), readPlace),
    serviceMinutes: number(0, 1_440)(fields.serviceMinutes, at('serviceMinutes')),
    windows: listOrNull('windows', readWeekHours),
    exceptions: readList(fields.exceptions, at('exceptions'), readDateException),
    weekdays: listOrNull('weekdays', readDayName),
    patterns: listOrNull('patterns', readPattern),
    frequency: orNull(fields.frequency, at('frequency'), readFrequency) ?? ONCE,
    lastVisit: orNull(fields.lastVisit, at('lastVisit'), readDate),
    value: orNull(fields.value, at('value'), number(0, Number.MAX_SAFE_INTEGER)),
    required: readFlag(fields.required, at('required')),
    owner: orNull(fields.owner, at('owner'), readText),
    representatives: listOrNull('representatives', readText),
    skills: readList(fields.skills, at('skills'), readText),
    promised,
  };
}

function readFrequency(value: unknown, path: string): Frequency {
  const fields = readObject(value, path, ['visits', 'leastGapDays', 'greatestGapDays', 'lateAllowed']);
  const visits = orNull(fields.visits, below(path, 'visits'), whole(0, 100));
  const leastGapDays = orNull(fields.leastGapDays, below(path, 'leastGapDays'), whole(1, 1_000));
  const greatestGapDays = orNull(fields.greatestGapDays, below(path, 'greatestGapDays'), whole(1, 1_000));
  const silent = visits === null && greatestGapDays === null;
  if (silent || (leastGapDays ?? 0) > (greatestGapDays ?? Infinity))
    throw new RoutingError('routing.problem.frequency', value, path);
  return { visits, leastGapDays, greatestGapDays, lateAllowed: readFlag(fields.lateAllowed, below(path, 'lateAllowed')) };
}

function readPattern(value: unknown, path: string): DayPattern {
  const fields = readObject(value, path, ['dates', 'weekdays', 'everyWeeks', 'firstWeek']);
  if (fields.dates !== undefined) {
    const dates = readList(readObject(value, path, ['dates']).dates, below(path, 'dates'), readDate);
    refuseTwice(dates, (index) => below(below(path, 'dates'), index));
    return { dates: dates.toSorted() };
  }
  const weekdays = readList(fields.weekdays, below(path, 'weekdays'), readWeekday);
  if (weekdays.length === 0) throw new RoutingError('routing.problem.empty', 'weekdays', below(path, 'weekdays'));
  const everyWeeks = orNull(fields.everyWeeks, below(path, 'everyWeeks'), whole(1, 15)) ?? 1;
  const firstWeek = orNull(fields.firstWeek, below(path, 'firstWeek'), whole(1, everyWeeks)) ?? 1;
  return { weekdays, everyWeeks, firstWeek };
}

function readPromise(value: unknown, path: string): PromisedVisit {
  const fields = readObject(value, path, ['date', 'from', 'until', 'representative']);
  const { from, until } = fields;
  const timed = from !== undefined || until !== undefined;
  return {
    date: readDate(fields.date, below(path, 'date')),
    window: timed ? readRange({ from, until }, path) : null,
    representative: orNull(fields.representative, below(path, 'representative'), readText),
  };
}
