import { expect, it } from 'vitest';
import { customer, problemFile, representative } from '../problem/fixtures/small-problem.ts';
import { parseVisitProblem } from '../problem/parse-visit-problem.ts';
import { compileProblem } from './compile-problem.ts';

const people = [representative('r'), representative('s', { daysOff: ['2026-03-04'] })];
const group = (published: object[], change: object = {}, one: object = {}) =>
  compileProblem(
    parseVisitProblem(
      problemFile([customer('a', one as Record<string, unknown>)], { representatives: people, published, ...change }),
    ),
  ).parts[0]!.compile();
const on = (date: string, change: object = {}) => ({ customer: 'a', date, representative: 's', ...change });

it('a published visit is what changes are counted against, with the cost of moving it', () => {
  const { instance, published } = group([on('2026-03-03', { start: '10:15' })], {
    weights: { dayChangeMinutes: 12, personChangeMinutes: 34 },
  });
  expect(published).toEqual([{ client: 0, day: 1, vehicle: 1, start: 615 }]);
  expect([...instance.reference!.vehicle]).toEqual([-1, 1, -1, -1, -1]);
  expect([instance.reference!.start[1], instance.reference!.dayChange, instance.reference!.vehicleChange]).toEqual([615, 12, 34]);
});

it('a visit somebody pinned is a promise of that person on that day; one nobody pinned is none', () => {
  const { fixed } = group([on('2026-03-03', { pinned: true })]).instance;
  expect([fixed.count, fixed.day[0], fixed.vehicle[0]]).toEqual([1, 1, 1]);
  expect(group([on('2026-03-03')]).instance.fixed.count).toBe(0);
});

it('a pinned visit that has become impossible is named', () => {
  expect(group([on('2026-03-04', { pinned: true })]).excluded).toMatchObject([
    { customer: 'a', reason: 'promise.noSlot', promisedDate: '2026-03-04' },
  ]);
});

it('near days are frozen; their visits count as held even where weekdays or patterns say otherwise', () => {
  const frozen = { horizon: { from: '2026-03-02', until: '2026-03-07', frozenUntil: '2026-03-04' } };
  const { instance } = group([on('2026-03-03')], frozen, { weekdays: [5] });
  expect([...instance.slots.frozen]).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0]);
  const { from, open } = instance.windows!;
  expect(Array.from({ length: 5 }, (_, day) => from[day + 1]! - from[day]!)).toEqual([0, 1, 0, 0, 1]);
  expect(open[0]).toBe(-Infinity);
  const { patterns } = group([on('2026-03-03')], frozen, { patterns: [{ weekdays: [5] }] }).instance;
  expect([...patterns.day]).toEqual([1, 4]);
});

it('nothing published: nothing to count changes against', () => {
  expect(compileProblem(parseVisitProblem(problemFile([customer('a')]))).parts[0]!.compile().instance.reference).toBeNull();
});

it('value is in minutes of an average visit; what nobody said counts as average, required as beyond price', () => {
  const values = [{ value: 300 }, { value: 100 }, { value: null }, { value: 0 }, { required: true }];
  const file = problemFile(
    values.map((value, index) => customer(`c${index}`, value)),
    { weights: { valueMinutes: 60 } },
  );
  const { prize } = compileProblem(parseVisitProblem(file)).parts[0]!.compile().instance.clients;
  expect([...prize]).toEqual([90, 30, 60, 0, Infinity]);
});
