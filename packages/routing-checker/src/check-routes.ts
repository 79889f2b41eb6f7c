/** Checks a plan against its instance: see README.md for what it trusts, which is nothing. */
import type { Broken } from './broken.ts';
import type { DistanceRule } from './case.ts';
import { readPlan, solutionJson } from './plan.ts';
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
import { Unreadable } from './unreadable.ts';
import { checkVisits } from './visits/check-visits.ts';

/** What was checked and what is broken. */
export interface RoutesCheck {
  /** Empty when the plan keeps everything. */
  readonly broken: readonly Broken[];
  readonly days: number;
  readonly clients: number;
  readonly visits: number;
  readonly routes: number;
  /** Whole way, computed again; in a visit plan what travel costs. */
  readonly cost: number;
  readonly statedCost: number;
  /** `minutes`: of travel, in a visit plan; its other costs are not computed again. */
  readonly distances: DistanceRule | 'minutes';
}

/** Checks the texts of an instance and of a plan for it. Throws `Unreadable` for what is neither. */
export function checkRoutes(instance: string, solution: string, format: CaseFormat | 'json' | null = null): RoutesCheck {
  const json = solutionJson(solution);
  const visits = format === 'json' || (format === null && isJson(instance));
  refuseOtherKind(json, visits ? 'milepost.routes/1' : 'milepost.visit-plan/1');
  if (visits) return checkVisits(instance, json);
  const plan = readPlan(json);
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

/** A plan for the other kind of instance is whole, so that its format is not to blame. */
function refuseOtherKind(json: unknown, other: string): void {
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : null;
  if (format === other) throw new Unreadable('routes.solution.kind', '', other);
}

function isJson(text: string): boolean {
  return /^\uFEFF?\s*\{/.test(text);
}
