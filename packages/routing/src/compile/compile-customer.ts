import type { ClientSpec } from '../instance-spec.ts';
import type { Customer, PublishedVisit } from '../problem/visit-problem.ts';
import type { CompileContext } from './compile-context.ts';
import { windowsPerDay, openingOn, startWindows } from './customer-windows.ts';
import { patternSets } from './day-patterns.ts';
import { excluded } from './excluded.ts';
import type { Excluded } from './excluded.ts';
import { gapsPossible, mostVisits, wantedOf } from './frequency.ts';
import type { Wanted } from './frequency.ts';
import { notice } from './notice.ts';
import type { Notice } from './notice.ts';
import { judgePromises } from './promises.ts';
import type { Promised } from './promises.ts';
import { whoMayVisit } from './who-may-visit.ts';

/** A customer as the solver sees it. */
export interface CompiledCustomer {
  /** Null when there is nothing to plan: not due, or not possible. */
  readonly client: Omit<ClientSpec, 'place'> | null;
  readonly promises: readonly Promised[];
  /** Nothing is wanted of it within the horizon. */
  readonly notDue: boolean;
}

interface Findings {
  readonly notices: Notice[];
  readonly excluded: Excluded[];
}

/** Compiles one customer; what cannot be had goes into `findings`. */
export function compileCustomer(
  customer: Customer,
  published: readonly PublishedVisit[],
  context: CompileContext,
  findings: Findings,
): CompiledCustomer {
  const { problem, days, people, personOf, workdays, dayOf } = context;
  const may = whoMayVisit(customer, people, personOf);
  const works = (person: number, day: number): boolean => workdays[person]![day] !== null;
  const openOn = (day: number): boolean => startWindows(openingOn(customer, days[day]!), customer, problem.windowRule).length > 0;
  const pinned = published.filter((visit) => visit.pinned);
  const { kept, broken } = judgePromises(customer, pinned, {
    ...{ dayOf, horizon: problem.horizon, personOf, may },
    ...{ works, open: openOn },
  });
  for (const { date, reason } of broken) findings.excluded.push(excluded(customer.id, 1, reason, { promisedDate: date }));

  const fixedDays = new Set(kept.map(({ day }) => day));
  for (const visit of published) {
    const day = dayOf.get(visit.date);
    if (day !== undefined && days[day]!.frozen) fixedDays.add(day);
  }
  const windows = windowsPerDay(customer, days, problem.windowRule, fixedDays);
  const possible = (day: number): boolean =>
    fixedDays.has(day) || (windows[day]!.length > 0 && may.some((person) => works(person, day)));
  const rhythm =
    customer.patterns === null
      ? byGaps(customer, possible, fixedDays, context, findings)
      : byPatterns(customer, possible, fixedDays, context, findings);
  if (rhythm === null) return { client: null, promises: [], notDue: !isMissing(customer, findings) };
  const { value, required, serviceMinutes } = customer;
  const worth = (value === null ? 1 : value / context.meanValue) * problem.weights.valueMinutes;
  const client = {
    service: Math.ceil(serviceMinutes),
    demand: 1,
    prize: required ? Infinity : worth,
    dayWindows: isAlwaysOpen(customer) ? undefined : windows,
    vehicles: may.length === people.length ? undefined : may,
    ...rhythm,
  };
  return { client, promises: kept, notDue: false };
}

type Rhythm = Pick<ClientSpec, 'frequency' | 'patterns'> | null;

function byGaps(
  customer: Customer,
  possible: (day: number) => boolean,
  fixed: ReadonlySet<number>,
  context: CompileContext,
  findings: Findings,
): Rhythm {
  const { days, problem } = context;
  const stated = wantedOf(customer, problem.horizon);
  const numbers = days.flatMap((day, index) => (possible(index) ? [day.number] : []));
  const promised = days.flatMap((day, index) => (fixed.has(index) ? [day.number] : []));
  const most = Math.max(mostVisits(numbers, stated), promised.length);
  const wanted = { ...stated, visits: Math.max(stated.visits, promised.length) };
  if (wanted.visits > most) {
    findings.excluded.push(excluded(customer.id, wanted.visits - most, ...whyFewer(customer, most, numbers.length, context)));
  }
  const visits = Math.min(wanted.visits, most);
  if (visits === 0) return null;
  const greatestGap = greatestOf({ ...wanted, visits }, customer, numbers, promised, context, findings);
  const { leastGap, lastVisit } = wanted;
  const span = days.at(-1)!.number - days[0]!.number + 1;
  const idealGap = Math.min(
    Math.max(span / visits, leastGap),
    Math.max(leastGap, customer.frequency.greatestGapDays ?? Infinity),
  );
  return {
    frequency: {
      ...{ visits, leastGap, idealGap, cadenceCost: 1 },
      ...(greatestGap === Infinity ? {} : { greatestGap }),
      ...(lastVisit === null ? {} : { lastVisit }),
    },
  };
}

/** The greatest gap to hold: none where no days keep it, or where promises already break it. */
function greatestOf(
  wanted: Wanted,
  customer: Customer,
  numbers: readonly number[],
  promised: readonly number[],
  { days }: CompileContext,
  { notices }: Findings,
): number {
  const horizon = { first: days[0]!.number, last: days.at(-1)!.number };
  const { id, name } = customer;
  const gaps = promised.slice(1).map((day, index) => day - promised[index]!);
  const first = promised.length > 0 && wanted.lastVisit !== null ? [promised[0]! - wanted.lastVisit] : [];
  if ([...gaps, ...first].some((gap) => gap < wanted.leastGap))
    notices.push(notice('frequency.promise', { name }, { customer: id }));
  if (wanted.greatestGap === Infinity || gapsPossible(numbers, wanted, horizon)) return wanted.greatestGap;
  notices.push(notice('frequency.impossible', { name, visits: wanted.visits, greatest: wanted.greatestGap }, { customer: id }));
  return Infinity;
}

function byPatterns(
  customer: Customer,
  possible: (day: number) => boolean,
  fixed: ReadonlySet<number>,
  context: CompileContext,
  findings: Findings,
): Rhythm {
  const { sets, lost } = patternSets(customer.patterns!, context.days, possible, context.problem.horizon);
  const { id, name } = customer;
  const holding = sets.filter((set) => [...fixed].every((day) => set.includes(day)));
  if (holding.length === 0 && fixed.size > 0) findings.notices.push(notice('frequency.promise', { name }, { customer: id }));
  const added = sets.length === 0 ? [[...fixed]] : sets.map((set) => [...new Set([...set, ...fixed])]);
  const chosen = (holding.length > 0 ? holding : added)
    .map((set) => set.toSorted((a, b) => a - b))
    .filter((set) => set.length > 0);
  if (lost > 0) {
    if (chosen.length > 0) findings.notices.push(notice('pattern.shorter', { name, missing: lost }, { customer: id }));
    findings.excluded.push(excluded(id, lost, 'pattern.none'));
  }
  return chosen.length === 0 ? null : { patterns: chosen };
}

function whyFewer(
  customer: Customer,
  most: number,
  possibleDays: number,
  context: CompileContext,
): ['frequency.days' | 'window.never' | 'window.short' | 'no-slot', { readonly values: { readonly most: number } }] {
  const about = { values: { most } };
  if (possibleDays > 0) return ['frequency.days', about];
  const { days, problem } = context;
  const opening = days.map((day) => openingOn(customer, day));
  if (opening.every((ranges) => ranges !== null && ranges.length === 0)) return ['window.never', about];
  const starts = windowsPerDay(customer, days, problem.windowRule, new Set());
  if (starts.some((list) => list.length > 0)) return ['no-slot', about];
  const allowed = windowsPerDay({ ...customer, serviceMinutes: 0 }, days, problem.windowRule, new Set());
  return [allowed.some((list) => list.length > 0) ? 'window.short' : 'window.never', about];
}

function isMissing({ id }: Customer, { excluded: list }: Findings): boolean {
  return list.some(({ customer }) => customer === id);
}

function isAlwaysOpen({ windows, exceptions, weekdays }: Customer): boolean {
  return windows === null && exceptions.length === 0 && weekdays === null;
}
