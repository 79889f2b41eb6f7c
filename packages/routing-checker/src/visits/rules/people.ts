import { breaks } from '../../broken.ts';
import type { Broken } from '../../broken.ts';
import type { CheckedDay } from '../day.ts';
import type { Problem } from '../problem.ts';

/** Customers are visited by those who may and can, and nobody has more visits on a day than allowed. */
export function people(problem: Problem, { stated: { date, person: id }, person, stops }: CheckedDay): Broken[] {
  const strangers = stops.flatMap(({ customer }) => {
    if (customer === null) return [];
    const may = [...problem.people.values()].filter(
      (one) =>
        (customer.people === null || customer.people.has(one.id)) && customer.skills.every((skill) => one.skills.has(skill)),
    );
    if (may.includes(person)) return [];
    return [
      breaks('stop.person', { day: date, vehicle: id, client: customer.id }, id, may.map((one) => one.id).join(', ') || '–'),
    ];
  });
  const visits = stops.filter(({ customer }) => customer !== null).length;
  return visits > person.mostVisits
    ? [...strangers, breaks('day.most', { day: date, vehicle: id }, visits, person.mostVisits)]
    : strangers;
}
