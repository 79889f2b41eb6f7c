import { expect, it } from 'vitest';
import { customer, east, problemFile, representative } from '../problem/fixtures/small-problem.ts';
import { parseVisitProblem } from '../problem/parse-visit-problem.ts';
import { startSearch } from '../search/start-search.ts';
import { compileProblem } from './compile-problem.ts';
import { initialRoutes } from './initial-routes.ts';
import { writePlan } from './write-plan.ts';

const meeting = { id: 'meeting', date: '2026-03-02', from: '11:00', until: '12:00', place: east(2) };
const customers = ['a', 'b', 'c'].map((id, index) => customer(id, { place: east(index + 1) }));
const file = (change: Readonly<Record<string, unknown>>) =>
  problemFile(customers, {
    horizon: { from: '2026-03-02', until: '2026-03-07', frozenUntil: '2026-03-03' },
    representatives: [representative('r', { appointments: [meeting] })],
    ...change,
  });
const on = (id: string, date: string, start?: string) => ({ customer: id, date, representative: 'r', start });

function planOf(change: Readonly<Record<string, unknown>>) {
  const problem = compileProblem(parseVisitProblem(file(change)));
  const group = problem.parts[0]!.compile();
  const search = startSearch(group.instance, { seed: 3, initial: initialRoutes(group) });
  return { group, plan: writePlan(problem, [{ group, solution: search.best() }]) };
}

it('frozen days keep their visits in their order, with the appointments; the rest is planned on other days', () => {
  const { group, plan } = planOf({
    published: [on('c', '2026-03-02', '14:00'), on('a', '2026-03-02', '09:30'), on('b', '2026-03-04')],
  });
  expect(initialRoutes(group).map(({ slot, clients }) => [slot, clients])).toEqual([
    [0, [0, 3, 2]],
    [2, [1]],
  ]);
  const [monday, ...others] = plan.days;
  expect(monday!.visits.map(({ customer: id, appointment }) => id ?? appointment)).toEqual(['a', 'meeting', 'c']);
  expect(others.map(({ date, visits }) => [date, visits.map(({ customer: id }) => id)])).toEqual([['2026-03-04', ['b']]]);
  expect([plan.unserved, plan.cost.brokenPromises, plan.cost.changes]).toEqual([[], 0, 0]);
});

it('an appointment on a frozen day is kept where nothing is published', () => {
  const { plan } = planOf({});
  expect(plan.days[0]).toMatchObject({ date: '2026-03-02', visits: [{ appointment: 'meeting', start: '11:00' }] });
  expect(plan.cost.brokenPromises).toBe(0);
});
