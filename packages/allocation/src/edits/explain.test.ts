import { expect, it } from 'vitest';
import { explainCell } from './explain.ts';
import { applyEdit } from './apply-edit.ts';
import { after, hold, quarter, set, team } from './test-plans.ts';

it('tells a leaf apart from a sum, and who holds it', () => {
  const plan = after(quarter(10, 20, 30), hold('Q1'), hold('02'));
  expect(explainCell(plan, { at: { time: '02' } })).toMatchObject({
    metric: 'sales',
    at: { time: '02' },
    value: 20,
    summed: false,
    heldBy: [{ at: { time: 'Q1' } }, { at: { time: '02' } }],
  });
  expect(explainCell(plan, { at: {} })).toMatchObject({ value: 60, summed: true, heldBy: [{ at: { time: 'Q1' } }] });
});

it('gives the author and the way from the pool to the number', () => {
  // 100 over 1, 1, 1 is 33.33 each; January gets the unit left over.
  const author = { by: 'li', at: '2026-01-05T01:00:00Z', reason: '新品上市' };
  const result = applyEdit(quarter(1, 1, 1), { kind: 'set', target: { at: {} }, value: 100, ...author });
  if (!result.ok) throw new Error(result.code);
  const chain = explainCell(result.plan, { at: { time: '01' } }).chain;
  expect(chain.map(({ seq, action, moved }) => [seq, action, moved])).toEqual([
    [1, 'set', 1],
    [4, 'set', 33],
  ]);
  expect(chain.at(-1)).toMatchObject({
    ...author,
    target: { at: { time: 'Q1' } },
    entered: { before: 3, after: 100 },
    leaves: 1,
  });
  const [step] = chain.at(-1)?.steps ?? [];
  expect(step).toMatchObject({
    before: 1,
    after: 34,
    method: 'proportional',
    pool: 100,
    weight: 1,
    of: 3,
    fallback: null,
    reserved: 0,
  });
  expect([step?.share, step?.exact, step?.rounding]).toEqual([1 / 3, 100 / 3, 0.666667]);
});

it('shows both steps of a spread that keeps the pattern over time', () => {
  const plan = after(team(), set('n1 01', 40), set('north Q1', 180, { keepSeasonality: true }));
  // n1 has 40, 10, 10 and n2 30 in all: 120 and 60 of the 180; two thirds of the 120 fall on January.
  const last = explainCell(plan, { at: { organisation: 'n1', time: '01' } }).chain.at(-1);
  expect(last?.steps.map(({ at, method, pool, weight, of, after: is }) => [at['time'], method, pool, weight, of, is])).toEqual([
    ['Q1', 'proportional', 180, 60, 90, 120],
    ['01', 'seasonality', 120, 40, 60, 80],
  ]);
  expect(last).toMatchObject({ leaves: 1, moved: 40 });
});

it('counts what moved below a sum without steps of its own, and keeps silent about what did not touch it', () => {
  const plan = after(team(), set('n1 01', 15), set('s1 01', 11));
  const chain = explainCell(plan, { at: { organisation: 'north' } }).chain;
  expect(chain.map(({ moved, steps, leaves }) => [moved, steps.length, leaves])).toEqual([
    [60, 0, 6],
    [5, 0, 1],
  ]);
});

it('lists a hold where it was entered and nowhere else', () => {
  const plan = after(team(), hold('north Q1'));
  expect(explainCell(plan, { at: { organisation: 'north' } }).chain.map(({ action }) => action)).toEqual(['set', 'hold']);
  expect(explainCell(plan, { at: { organisation: 'n1' } }).chain.map(({ action }) => action)).toEqual(['set']);
});
