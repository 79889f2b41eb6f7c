import { breaks } from '../../broken.ts';
import type { Broken } from '../../broken.ts';
import { clock } from '../clock.ts';
import { isFrozen } from '../day.ts';
import type { VisitPlan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { workdayOf } from '../workday.ts';

/** Appointments, promises and pinned visits are in the plan as they were agreed, or the plan says that they are not. */
export function commitments(problem: Problem, plan: VisitPlan): Broken[] {
  return [...appointments(problem, plan), ...promises(problem, plan)];
}

function appointments(problem: Problem, { days, unserved }: VisitPlan): Broken[] {
  return [...problem.people.values()].flatMap((person) =>
    person.appointments.flatMap(({ id, date, from, place }) => {
      if (place === null || date < problem.from || date >= problem.until || isFrozen(problem, date)) return [];
      if (workdayOf(problem, person, date) === null || unserved.some((one) => one.appointment === id)) return [];
      const day = days.find((one) => one.person === person.id && one.date === date);
      if (day?.visits.some((visit) => visit.appointment === id && visit.start === from) === true) return [];
      return [breaks('appointment.missing', { day: date, vehicle: person.id, client: id }, '', clock(from))];
    }),
  );
}

function promises({ customers, published }: Problem, { days, unserved, late }: VisitPlan): Broken[] {
  return [...customers.values()].flatMap(({ id, promised }) => {
    const pinned = published.filter(
      (one) => one.pinned && one.customer === id && !promised.some(({ date }) => date === one.date),
    );
    return [...promised, ...pinned.map(({ date, person }) => ({ date, person, span: null }))].flatMap(
      ({ date, person, span }) => {
        const kept = days.some(
          (day) =>
            day.date === date &&
            (person === null || day.person === person) &&
            day.visits.some(
              ({ customer, start }) =>
                customer === id &&
                (span === null || late.has(`${date} ${day.person}`) || (start >= span.from && start < span.until)),
            ),
        );
        if (kept || unserved.some((one) => one.customer === id && one.promisedDate === date)) return [];
        const when = span === null ? date : `${date} ${clock(span.from)}–${clock(span.until)}`;
        return [breaks('promise.missing', { day: date, client: id }, '', person === null ? when : `${when} ${person}`)];
      },
    );
  });
}
