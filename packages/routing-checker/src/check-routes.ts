/** Checks a plan against its instance: see README.md for what it trusts, which is nothing. */
import type { Broken } from './broken.ts';
import type { DistanceRule } from './case.ts';
import { readPlan } from './plan.ts';
import type { CaseFormat } from './read/case-of.ts';
import { caseOf } from './read/case-of.ts';
import { capacity } from './rules/capacity.ts';
import { cost, wholeWay } from './rules/cost.ts';
import { duration } from './rules/duration.ts';
import { fleet } from './rules/fleet.ts';
import { hours } from './rules/hours.ts';
import { servedDays } from './rules/served-days.ts';
import { travel } from './rules/travel.ts';
import { windows } from './rules/windows.ts';
import { timedRoutes } from './timed-route.ts';

/** What was checked and what is broken. */
export interface RoutesCheck {
  /** Empty when the plan keeps everything. */
  readonly broken: readonly Broken[];
  readonly days: number;
  readonly clients: number;
  readonly visits: number;
  readonly routes: number;
  /** Whole way, computed again. */
  readonly cost: number;
  readonly statedCost: number;
  readonly distances: DistanceRule;
}

/** Checks the texts of an instance and of a plan for it. Throws `Unreadable` for what is neither. */
export function checkRoutes(instance: string, solution: string, format: CaseFormat | null = null): RoutesCheck {
  const plan = readPlan(solution);
  const problem = caseOf(instance, format, plan.distances);
  const way = wholeWay(problem, plan);
  const used = plan.routes.filter(({ visits }) => visits.length > 0);
  return {
    broken: [
      ...fleet(problem, plan),
      ...servedDays(problem, plan),
      ...timedRoutes(problem, plan).flatMap((route) => [
        ...capacity(route),
        ...hours(route),
        ...travel(problem, route),
        ...windows(route),
        ...duration(route),
      ]),
      ...cost(plan.cost, way),
    ],
    days: problem.days,
    clients: problem.clients.size,
    visits: used.reduce((sum, { visits }) => sum + visits.length, 0),
    routes: used.length,
    cost: way,
    statedCost: plan.cost,
    distances: plan.distances,
  };
}
