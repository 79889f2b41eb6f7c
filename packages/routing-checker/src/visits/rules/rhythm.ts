import { breaks } from '../../broken.ts';
import type { Broken } from '../../broken.ts';
import { dayNumber, daysAfter, weekdayOf } from '../dates.ts';
import { isFrozen } from '../day.ts';
import type { Fields } from '../fields.ts';
import type { VisitPlan } from '../plan.ts';
import type { Customer, Problem } from '../problem.ts';

/** Everybody is visited as often as wanted, at gaps that are wanted or on days of a pattern; whatever lacks is listed. */
export function rhythm(problem: Problem, plan: VisitPlan): Broken[] {
  const visited = new Map<string, string[]>();
  for (const { date, visits } of plan.days) {
    for (const { customer } of visits) if (customer !== null) visited.set(customer, [...(visited.get(customer) ?? []), date]);
  }
  return [...problem.customers.values()].flatMap((customer) => {
    const dates = [...new Set(visited.get(customer.id) ?? [])].sort();
    const decided = (date: string): boolean => isDecided(problem, customer, date);
    const sets = customer.patterns?.map((pattern) => patternDates(problem, pattern)) ?? null;
    const wanted = sets === null ? visitsWanted(problem, customer) : Math.max(0, ...sets.map((set) => set.length));
    return [
      ...missed(customer, dates, wanted, plan),
      ...(sets === null
        ? byGaps(problem, customer, { dates, wanted, decided, plan })
        : inPattern(customer, dates, sets, decided)),
    ];
  });
}

/** Whether people decided that a visit is on this date. */
function isDecided(problem: Problem, { id, promised }: Customer, date: string): boolean {
  const pinned = problem.published.some((one) => one.customer === id && one.date === date && one.pinned);
  return pinned || isFrozen(problem, date) || promised.some((one) => one.date === date);
}

function missed({ id }: Customer, dates: readonly string[], wanted: number, { unserved }: VisitPlan): Broken[] {
  const listed = unserved.filter(({ customer }) => customer === id).reduce((sum, { count }) => sum + count, 0);
  return dates.length + listed < wanted ? [breaks('rhythm.silent', { client: id }, dates.length + listed, wanted)] : [];
}

/** Promises may add to what is wanted, also a visit in place of a broken one; single visits may not. */
function tooMany({ id }: Customer, { dates, wanted, decided, plan }: Visits): Broken[] {
  const kept = dates.filter(decided).length;
  const lost = plan.unserved.filter(({ customer, promisedDate }) => customer === id && promisedDate !== null).length;
  const most = Math.max(wanted, kept + lost);
  return dates.length > most ? [breaks('rhythm.often', { client: id }, dates.length, most)] : [];
}

/** What is stated, or the fewest visits that leave no gap wider than the greatest, up to the day after the horizon. */
function visitsWanted({ from, until }: Problem, { visits, greatestGap, lastVisit }: Customer): number {
  if (visits !== null) return visits;
  const span = dayNumber(until) - dayNumber(from);
  const fewest = (since: number): number => Math.max(0, Math.ceil((span - since) / greatestGap) - 1);
  if (lastVisit === null) return Math.max(1, fewest(-1));
  return fewest(Math.max(dayNumber(lastVisit) - dayNumber(from), -greatestGap));
}

interface Visits {
  readonly dates: readonly string[];
  readonly wanted: number;
  readonly decided: (date: string) => boolean;
  readonly plan: VisitPlan;
}

function byGaps(problem: Problem, customer: Customer, visits: Visits): Broken[] {
  return [...tooMany(customer, visits), ...gaps(problem, customer, visits)];
}

function gaps(problem: Problem, customer: Customer, { dates, wanted, decided, plan }: Visits): Broken[] {
  const { id, leastGap, greatestGap, lateAllowed, lastVisit } = customer;
  const strict = !lateAllowed && dates.length >= wanted && !plan.named.has(id);
  const steps = [...(lastVisit === null ? [] : [lastVisit]), ...dates];
  const between = steps.slice(1).flatMap((date, index) => {
    const before = steps[index]!;
    // Two days that people decided on are their business; so is the first one after the last visit.
    if (decided(date) && (decided(before) || before === lastVisit)) return [];
    const days = dayNumber(date) - dayNumber(before);
    return [
      ...(days < leastGap ? [breaks('rhythm.least', { day: date, client: id }, days, leastGap)] : []),
      ...(strict && days > greatestGap ? [breaks('rhythm.greatest', { day: date, client: id }, days, greatestGap)] : []),
    ];
  });
  const last = dates.at(-1);
  if (last === undefined || !strict || decided(last)) return between;
  const rest = dayNumber(problem.until) - dayNumber(last);
  return rest > greatestGap ? [...between, breaks('rhythm.greatest', { day: last, client: id }, rest, greatestGap)] : between;
}

function inPattern(
  { id }: Customer,
  dates: readonly string[],
  sets: readonly (readonly string[])[],
  decided: (date: string) => boolean,
): Broken[] {
  const free = dates.filter((date) => !decided(date));
  return free.length === 0 || sets.some((set) => free.every((date) => set.includes(date)))
    ? []
    : [breaks('rhythm.pattern', { client: id }, free.join(' '))];
}

/** Dates of a pattern within the horizon: stated, or by weekday every so many weeks, the first being that of the horizon's first day. */
function patternDates({ from, until }: Problem, pattern: Fields): string[] {
  const span = dayNumber(until) - dayNumber(from);
  const all = Array.from({ length: span }, (_, index) => daysAfter(from, index));
  if (pattern.has('dates')) return all.filter((date) => pattern.texts('dates').includes(date));
  const every = pattern.has('everyWeeks') ? pattern.number('everyWeeks') : 1;
  const first = pattern.has('firstWeek') ? pattern.number('firstWeek') : 1;
  const monday = dayNumber(from) - weekdayOf(from) + 1;
  return all.filter((date) => {
    const week = Math.floor((dayNumber(date) - monday) / 7);
    return pattern.list('weekdays').includes(weekdayOf(date)) && week % every === first - 1;
  });
}
