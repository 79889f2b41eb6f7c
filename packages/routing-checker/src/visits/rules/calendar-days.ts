import { breaks } from '../../broken.ts';
import type { Broken } from '../../broken.ts';
import { clock } from '../clock.ts';
import { isFrozen } from '../day.ts';
import type { VisitPlan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { workdayOf } from '../workday.ts';

/** Each route belongs to a representative who works on that day, within the hours, and has no other one then. */
export function calendarDays(problem: Problem, { days }: VisitPlan): Broken[] {
  const seen = new Set<string>();
  return days.flatMap(({ person: id, date, departure, back }) => {
    const spot = { day: date, vehicle: id };
    const again = seen.has(`${date} ${id}`);
    seen.add(`${date} ${id}`);
    if (again) return [breaks('day.twice', spot)];
    const person = problem.people.get(id);
    if (person === undefined) return [breaks('day.representative', spot)];
    if (date < problem.from || date >= problem.until)
      return [breaks('day.date', spot, date, `[${problem.from}, ${problem.until})`)];
    if (isFrozen(problem, date)) return [];
    const workday = workdayOf(problem, person, date);
    if (workday === null) return [breaks('day.off', spot)];
    const { from, until } = workday.hours;
    return [
      ...(departure < from ? [breaks('day.departure', spot, clock(departure), clock(from))] : []),
      ...(back > until ? [breaks('day.return', spot, clock(back), clock(until))] : []),
    ];
  });
}
