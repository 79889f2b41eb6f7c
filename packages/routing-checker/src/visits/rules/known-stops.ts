import { breaks } from '../../broken.ts';
import type { Broken } from '../../broken.ts';
import type { VisitPlan } from '../plan.ts';
import type { Problem } from '../problem.ts';

/** Every stop is a customer or an appointment of the problem, and no customer is visited twice on a day. */
export function knownStops({ customers, people }: Problem, { days }: VisitPlan): Broken[] {
  const times = new Map<string, number>();
  const unknown = days.flatMap(({ person, date, visits }) =>
    visits.flatMap(({ customer, appointment }) => {
      if (customer !== null) times.set(`${date} ${customer}`, (times.get(`${date} ${customer}`) ?? 0) + 1);
      const known =
        customer === null
          ? people.get(person)?.appointments.some((one) => one.id === appointment && one.date === date) === true
          : customers.has(customer);
      return known ? [] : [breaks('stop.unknown', { day: date, vehicle: person, client: customer ?? appointment ?? '' })];
    }),
  );
  const twice = [...times].flatMap(([key, count]) =>
    count < 2 ? [] : [breaks('stop.twice', { day: key.slice(0, 10), client: key.slice(11) }, count)],
  );
  return [...unknown, ...twice];
}
