/** Checks a visit plan against its problem. The calendar says which days are worked; everything else is read and computed here. */
import type { RoutesCheck } from '../check-routes.ts';
import { checkedDays } from './day.ts';
import { readVisitPlan } from './plan.ts';
import { readProblem } from './problem.ts';
import { calendarDays } from './rules/calendar-days.ts';
import { commitments } from './rules/commitments.ts';
import { frozenDays } from './rules/frozen-days.ts';
import { knownStops } from './rules/known-stops.ts';
import { lunch } from './rules/lunch.ts';
import { openings } from './rules/openings.ts';
import { people } from './rules/people.ts';
import { planCost, travelMinutes } from './rules/plan-cost.ts';
import { rhythm } from './rules/rhythm.ts';
import { ways } from './rules/ways.ts';

/** Checks the text of a problem and the JSON of a plan for it. Throws `Unreadable` for what is neither. */
export function checkVisits(instance: string, solution: unknown): RoutesCheck {
  const plan = readVisitPlan(solution);
  const problem = readProblem(instance);
  return {
    broken: [
      ...calendarDays(problem, plan),
      ...knownStops(problem, plan),
      ...checkedDays(problem, plan).flatMap((day) => [
        ...ways(day),
        ...openings(problem, day),
        ...people(problem, day),
        ...lunch(day),
      ]),
      ...commitments(problem, plan),
      ...frozenDays(problem, plan),
      ...rhythm(problem, plan),
      ...planCost(problem, plan),
    ],
    days: new Set(plan.days.map(({ date }) => date)).size,
    clients: problem.customers.size,
    visits: plan.days.reduce((sum, { visits }) => sum + visits.length, 0),
    routes: plan.days.length,
    cost: travelMinutes(plan) * problem.travelWeight,
    statedCost: plan.travelCost,
    distances: 'minutes',
  };
}
