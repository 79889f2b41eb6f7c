import type { PlanDay, PlanVisit, VisitPlan } from './plan.ts';
import type { Appointment, Customer, Person, Problem } from './problem.ts';
import { minutesBetween } from './travel.ts';
import type { Spot } from './travel.ts';
import { workdayOf } from './workday.ts';
import type { Workday } from './workday.ts';

/** A day of the plan beside what it has to keep. */
export interface CheckedDay {
  readonly stated: PlanDay;
  readonly person: Person;
  readonly workday: Workday;
  readonly stops: readonly Stop[];
  /** Minutes between two places for this representative. */
  way(from: Spot, to: Spot): number;
}

/** A stop with whom it is for; one of the two is null. */
export interface Stop {
  readonly visit: PlanVisit;
  readonly customer: Customer | null;
  readonly appointment: Appointment | null;
  readonly place: Spot;
}

/** Days on which the representative works, apart from frozen ones; stops that mean nobody are left out and named elsewhere. */
export function checkedDays(problem: Problem, plan: VisitPlan): CheckedDay[] {
  return plan.days.flatMap((stated) => {
    const person = problem.people.get(stated.person);
    if (person === undefined || isFrozen(problem, stated.date)) return [];
    const workday = workdayOf(problem, person, stated.date);
    if (workday === null) return [];
    const way = (from: Spot, to: Spot): number => minutesBetween(problem.travel, from, to, person.profile);
    return [{ stated, person, workday, way, stops: stated.visits.flatMap((visit) => stopOf(problem, workday, visit)) }];
  });
}

/** Whether a day stays as it was published, whatever that breaks. */
export function isFrozen({ frozenUntil }: Problem, date: string): boolean {
  return frozenUntil !== null && date < frozenUntil;
}

function stopOf(problem: Problem, { stops }: Workday, visit: PlanVisit): Stop[] {
  const customer = problem.customers.get(visit.customer ?? '') ?? null;
  const appointment = stops.find(({ id }) => id === visit.appointment) ?? null;
  const place = customer?.place ?? appointment?.place;
  return place === undefined || place === null ? [] : [{ visit, customer, appointment, place }];
}
