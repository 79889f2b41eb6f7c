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

it('a frozen day that cannot be kept to is told with the times at which it would take place, and named', () => {
  const late = [{ ...customer('x', { serviceMinutes: 300 }) }, { ...customer('y', { serviceMinutes: 300, place: east(9) }) }];
  const { plan } = planOf({ customers: late, published: [on('x', '2026-03-02', '09:30'), on('y', '2026-03-02', '15:00')] });
  expect(plan.days[0]!.visits.map(({ customer: id, start }) => [id, start])).toEqual([
    // Five hours at x from 9:20, 14 minutes to the meeting, an hour there, 25 minutes to y, five hours, home.
    ['x', '09:20'],
    [null, '14:34'],
    ['y', '15:59'],
  ]);
  expect(plan.notices.map(({ code }) => code)).toContain('day.late');
});
