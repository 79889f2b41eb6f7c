import { breaks } from '../../broken.ts';
import type { Broken } from '../../broken.ts';
import { isFrozen } from '../day.ts';
import type { VisitPlan } from '../plan.ts';
import type { Problem } from '../problem.ts';

/** On frozen days the same representatives visit the same customers as in the published plan. */
export function frozenDays(problem: Problem, { days }: VisitPlan): Broken[] {
  const published = problem.published.filter(({ date }) => date >= problem.from && isFrozen(problem, date));
  const planned = days
    .filter(({ date }) => isFrozen(problem, date))
    .flatMap(({ date, person, visits }) =>
      visits.flatMap(({ customer }) => (customer === null ? [] : [{ date, person, customer }])),
    );
  const keys = new Set([...published, ...planned].map(({ date, person }) => `${date} ${person}`));
  return [...keys].sort().flatMap((key) => {
    const of = (list: readonly { date: string; person: string; customer: string }[]): string =>
      list
        .filter(({ date, person }) => `${date} ${person}` === key)
        .map(({ customer }) => customer)
        .sort()
        .join(' ');
    const [expected, found] = [of(published), of(planned)];
    return expected === found
      ? []
      : [breaks('frozen.changed', { day: key.slice(0, 10), vehicle: key.slice(11) }, found || '–', expected || '–')];
  });
}
