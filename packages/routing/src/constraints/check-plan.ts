import type { Instance } from '../instance.ts';
import type { Solution } from '../solution.ts';
import { breaks } from './breaks.ts';
import { capacity } from './capacity.ts';
import { completeness } from './completeness.ts';
import type { Constraint, Violation } from './constraint.ts';
import { duration } from './duration.ts';
import { gaps } from './gaps.ts';
import { hours } from './hours.ts';
import { onceADay } from './once-a-day.ts';
import { patterns } from './patterns.ts';
import { promises } from './promises.ts';
import { travelTime } from './travel-time.ts';
import { vehicles } from './vehicles.ts';
import { visitsPerDay } from './visits-per-day.ts';
import { windows } from './windows.ts';

/** Every rule a plan keeps. */
export const constraints: readonly Constraint[] = [
  onceADay,
  vehicles,
  capacity,
  visitsPerDay,
  hours,
  duration,
  windows,
  travelTime,
  breaks,
  patterns,
  gaps,
  promises,
  completeness,
];

/** All violations of a plan, by constraint; empty for a plan that can be carried out. */
export function checkPlan(instance: Instance, solution: Solution): Violation[] {
  return constraints.flatMap((constraint) => constraint.check(instance, solution));
}
