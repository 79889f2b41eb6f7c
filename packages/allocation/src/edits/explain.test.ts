import { expect, it } from 'vitest';
import { explainCell } from './explain.ts';
import { applyEdit } from './apply-edit.ts';
import { after, at, hold, quarter, quarterAxis, sales, set, team } from './test-plans.ts';
import { cellKey } from '../journal.ts';
import { boxOf, createPlan } from '../plan.ts';
import type { Division } from '../journal.ts';

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

it('counts what a cell had before among its parts', () => {
  // 95 to 116: 21 over the sizes 100 and 5, on top of what is there.
  const plan = after(quarter(100, -5, 0), set('Q1', 116));
  const [step] = explainCell(plan, { at: { time: '02' } }).chain.at(-1)?.steps ?? [];
  expect(step).toMatchObject({ reserved: -5, pool: 21, weight: 5, of: 105, exact: -4, after: -4, rounding: 0 });
});

it('keeps metrics apart', () => {
  const plan = createPlan({ metrics: [...sales, { id: 'orders', kind: 'count', unit: 'order' }], axes: [quarterAxis] });
  const held = applyEdit(plan, { kind: 'hold', target: { metric: 'orders', at: {} } });
  if (!held.ok) throw new Error(held.code);
  expect(explainCell(held.plan, { metric: 'sales', at: {} })).toMatchObject({ heldBy: [], chain: [] });
  expect(explainCell(held.plan, { metric: 'orders', at: {} })).toMatchObject({ heldBy: [{ metric: 'orders' }], chain: [{}] });
});

it('reads divisions in any order of their cells, also those that mix levels', () => {
  const plan = team();
  const key = (place: string): number => cellKey(plan.grid.axes, boxOf(plan, at(plan, place)));
  const cells = ['n2 01', 'n1 01', 'north Q1', 's1 02', 's2 Q1'];
  const division: Division = {
    keys: Float64Array.from(cells, key),
    before: Float64Array.of(10, 10, 60, 10, 30),
    after: Float64Array.of(11, 14, 70, 10, 40),
    weights: Float64Array.of(1, 3, 2, NaN, 1),
    reserved: null,
    pool: new Int32Array(5),
    pools: [{ total: 100, of: 6, fallback: null, method: 'prior' }],
  };
  const entry = {
    seq: 2,
    action: 'decompose',
    metric: 0,
    target: boxOf(plan, {}),
    before: 120,
    after: 100,
    divisions: [division],
  } as const;
  const last = (place: string) => explainCell({ ...plan, journal: [entry] }, { at: at(plan, place) }).chain.at(-1);
  expect(last('n1 01')).toMatchObject({
    leaves: 1,
    moved: 4,
    steps: [
      { after: 70, weight: 2 },
      { after: 14, weight: 3 },
    ],
  });
  expect(last('north')).toMatchObject({ leaves: 2, moved: 5, steps: [{ after: 70 }] });
  expect(last('co 02')).toMatchObject({ leaves: 1, moved: 0, steps: [] });
  expect(last('s2')).toMatchObject({ leaves: 0, moved: 0, steps: [{ after: 40 }] });
  expect(last('n1 02')).toMatchObject({ leaves: 0, steps: [{ after: 70 }] });
  expect(last('south 03')).toBeUndefined();
});
