import { diffDays } from '@milepost/calendar';
import { parseCompanyCalendar } from '@milepost/calendar/data';
import { RoutingError } from '../error.ts';
import { checkReferences } from './check-references.ts';
import { DEFAULT_WEIGHTS } from './default-weights.ts';
import { below, number, orNull, readChoice, readDate, readFlag, readList, readObject, readText } from './read.ts';
import { nameCustomer } from './name-customer.ts';
import { readCustomer } from './read-customer.ts';
import { readRepresentative } from './read-representative.ts';
import { readMinute } from './read-time.ts';
import { readProfile, readTravel } from './read-travel.ts';
import { PROBLEM_FORMAT } from './visit-problem.ts';
import type { ObjectiveWeights, PublishedVisit, VisitProblem } from './visit-problem.ts';

const FIELDS = [
  ...['$schema', 'format', 'id', 'horizon', 'calendar', 'unknownDays', 'windowRule', 'speedProfiles', 'travel'],
  ...['representatives', 'customers', 'weights', 'published'],
];
const LONGEST_FILE = 200_000_000;
const MOST_DAYS = 100;

/** Reads the text of a problem file. Throws as `parseVisitProblem` does, and `routing.problem.json` or `.size`. */
export function readVisitProblem(text: string): VisitProblem {
  if (text.length > LONGEST_FILE) throw new RoutingError('routing.problem.size', text.length);
  // Excel and Notepad begin a file with a mark that JSON does not know.
  return parseVisitProblem(parseJson(text.replace(/^\uFEFF/, '')));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new RoutingError('routing.problem.json', error instanceof Error ? error.message : text);
  }
}

/**
 * Checks a visit problem against `visit-problem.schema.json` and beyond it, and fills in what is left out. What it returns compiles.
 * Throws a RoutingError with the path to the first value that is wrong, a customer's id in its texts, and a CalendarError for a
 * calendar that is none, with its path counted from `calendar` on.
 */
export function parseVisitProblem(value: unknown): VisitProblem {
  return nameCustomer(value, () => parse(value));
}

function parse(value: unknown): VisitProblem {
  const fields = readObject(value, '', FIELDS);
  if (fields.format !== PROBLEM_FORMAT) throw new RoutingError('routing.problem.format', fields.format, 'format');
  const representatives = readList(fields.representatives, 'representatives', readRepresentative);
  if (representatives.length === 0) throw new RoutingError('routing.problem.empty', 'representatives', 'representatives');
  const problem: VisitProblem = {
    format: PROBLEM_FORMAT,
    id: readText(fields.id, 'id'),
    horizon: readHorizon(fields.horizon),
    calendar: readCalendar(fields.calendar),
    unknownDays: readChoice(fields.unknownDays, 'unknownDays', ['refuse', 'plan']),
    windowRule: readChoice(fields.windowRule, 'windowRule', ['finish', 'start']),
    speedProfiles: readList(fields.speedProfiles, 'speedProfiles', readProfile),
    travel: readTravel(fields.travel, 'travel'),
    representatives,
    customers: readList(fields.customers, 'customers', readCustomer),
    weights: readWeights(fields.weights ?? {}),
    published: orNull(fields.published, 'published', (list, path) => readList(list, path, readPublished)),
  };
  checkReferences(problem);
  return problem;
}

function readCalendar(value: unknown): VisitProblem['calendar'] {
  if (value === undefined || value === null) throw new RoutingError('routing.problem.calendar', value, 'calendar');
  return parseCompanyCalendar(value);
}

function readHorizon(value: unknown): VisitProblem['horizon'] {
  const fields = readObject(value, 'horizon', ['from', 'until', 'frozenUntil']);
  const from = readDate(fields.from, 'horizon.from');
  const until = readDate(fields.until, 'horizon.until');
  const days = diffDays(from, until);
  if (days < 1 || days > MOST_DAYS) throw new RoutingError('routing.problem.horizon', `${from}–${until}`, 'horizon.until');
  return { from, until, frozenUntil: orNull(fields.frozenUntil, 'horizon.frozenUntil', readDate) };
}

function readWeights(value: unknown): ObjectiveWeights {
  const names = Object.keys(DEFAULT_WEIGHTS) as (keyof ObjectiveWeights)[];
  const fields = readObject(value, 'weights', names);
  const read = (name: keyof ObjectiveWeights): number =>
    fields[name] === undefined ? DEFAULT_WEIGHTS[name] : number(0, 1e6)(fields[name], `weights.${name}`);
  return Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as ObjectiveWeights;
}

function readPublished(value: unknown, path: string): PublishedVisit {
  const fields = readObject(value, path, ['customer', 'date', 'representative', 'start', 'pinned']);
  return {
    customer: readText(fields.customer, below(path, 'customer')),
    date: readDate(fields.date, below(path, 'date')),
    representative: readText(fields.representative, below(path, 'representative')),
    startMinute: orNull(fields.start, below(path, 'start'), readMinute),
    pinned: readFlag(fields.pinned, below(path, 'pinned')),
  };
}
