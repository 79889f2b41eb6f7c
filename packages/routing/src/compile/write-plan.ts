import type { CostParts, Solution, Unserved } from '../solution.ts';
import type { VisitProblem } from '../problem/visit-problem.ts';
import type { CompiledGroup } from './compile-group.ts';
import type { CompiledProblem } from './compile-problem.ts';
import { excluded } from './excluded.ts';
import type { Excluded } from './excluded.ts';
import { lateDays } from './late-days.ts';
import { lateGaps } from './late-gaps.ts';
import { reasonTexts } from './notice.ts';
import { PLAN_FORMAT } from './visit-plan.ts';
import type { PlannedDay, VisitPlan } from './visit-plan.ts';
import { writeDay } from './write-day.ts';

/** A part with its solution. */
export interface SolvedPart {
  readonly group: CompiledGroup;
  readonly solution: Solution;
}

/** Capacity is nothing but visits per day here. */
const LIMITS: ReadonlySet<string> = new Set(['full-capacity', 'too-much']);

const NO_COST: CostParts = {
  ...{ brokenPromises: 0, missedRequired: 0, lostValue: 0, cadence: 0, travel: 0, fixed: 0, balance: 0, changes: 0, total: 0 },
};

/** The plan of the whole problem, from the solutions of its parts: days, what is not served and why, notices, and what it costs. */
export function writePlan(
  { problem, dayStatus, excluded: outside, notices }: CompiledProblem,
  parts: readonly SolvedPart[],
): VisitPlan {
  const days = parts.flatMap(({ group, solution }) => solution.routes.map((route) => writeDay(group, route)));
  const impossible = [...outside, ...parts.flatMap(({ group }) => group.excluded)];
  return {
    ...{ format: PLAN_FORMAT, problem: problem.id, dayStatus },
    horizon: { from: problem.horizon.from, until: problem.horizon.until },
    days: days.toSorted(byDate),
    unserved: [...impossible, ...parts.flatMap(({ group, solution }) => solution.unserved.map((one) => unservedOf(group, one)))],
    notDue: parts.flatMap(({ group }) => group.notDue),
    notices: [
      ...notices,
      ...parts.flatMap(({ group, solution }) => [
        ...group.notices,
        ...lateDays(group, solution.routes),
        ...lateGaps(group, visitDays(group, solution)),
      ]),
    ],
    cost: parts.reduce((sum, { solution }) => add(sum, solution.cost), lostBefore(problem, impossible)),
  };
}

/** Promises and required visits that no search was asked for, since nobody can plan them: they are broken and missed all the same. */
function lostBefore({ customers }: VisitProblem, impossible: readonly Excluded[]): CostParts {
  const required = new Set(customers.flatMap(({ id, required: must }) => (must ? [id] : [])));
  const missed = impossible.filter(({ customer }) => customer !== null && required.has(customer));
  return {
    ...NO_COST,
    brokenPromises: impossible.filter(({ promisedDate }) => promisedDate !== null).length,
    missedRequired: missed.reduce((sum, { missing }) => sum + missing, 0),
  };
}

function byDate(a: PlannedDay, b: PlannedDay): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.representative < b.representative ? -1 : 1;
}

function unservedOf({ origins, context }: CompiledGroup, { client, missing, promisedDay, reason }: Unserved): Excluded {
  const origin = origins[client]!;
  const promisedDate = promisedDay === null ? null : context.days[promisedDay]!.date;
  if (origin.kind === 'customer') {
    // What the search says of a promise is why it does not fit there and then.
    return promisedDate === null
      ? excluded(origin.customer.id, missing, LIMITS.has(reason) ? 'full-visits' : reason)
      : excluded(origin.customer.id, missing, 'promise.broken', { promisedDate });
  }
  const { appointment, representative } = origin;
  const texts = reasonTexts('promise.broken');
  return {
    customer: null,
    appointment: appointment.id,
    representative,
    missing,
    promisedDate: appointment.date,
    reason: 'promise.broken',
    texts,
  };
}

function visitDays({ context }: CompiledGroup, { routes }: Solution): Map<number, number[]> {
  const days = new Map<number, number[]>();
  for (const { day, visits } of routes) {
    for (const { client } of visits) days.set(client, [...(days.get(client) ?? []), context.days[day]!.number]);
  }
  for (const list of days.values()) list.sort((a, b) => a - b);
  return days;
}

function add(a: CostParts, b: CostParts): CostParts {
  const names = Object.keys(NO_COST) as (keyof CostParts)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as CostParts;
}
