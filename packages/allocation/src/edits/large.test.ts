/** What only shows in plans too large for a look at every cell. */
import { expect, it } from 'vitest';
import { applyEdit } from './apply-edit.ts';
import { axisOf, quarterAxis, sales } from './test-plans.ts';
import { cellCount } from '../grid.ts';
import { createPlan } from '../plan.ts';
import { explainCell } from './explain.ts';
import { valueAt, valuesOf } from '../values.ts';
import type { Plan } from '../plan.ts';
import type { Edit } from './edit.ts';
import type { Values } from '../values.ts';

const people = Array.from({ length: 200 }, (_, at) => `p${at}`);
const products = Array.from({ length: 150 }, (_, at) => `g${at}`);

/** 90,000 cells, on a grid of its own each time. */
function large(): Plan {
  const axes = [
    axisOf(
      'organisation',
      'organisation',
      'co north south',
      `north ${people.slice(0, 90).join(' ')}`,
      `south ${people.slice(90).join(' ')}`,
    ),
    axisOf('product', 'product', `every ${products.join(' ')}`),
    quarterAxis,
  ];
  const plan = createPlan({ metrics: sales, axes });
  return { ...plan, values: [valuesOf(Float64Array.from({ length: cellCount(plan.grid) }, (_, at) => (at * 7919) % 1009))] };
}

const apply = (plan: Plan, edit: Edit): Plan => {
  const result = applyEdit(plan, edit);
  if (!result.ok) throw new Error(result.code);
  return result.plan;
};
const amounts = (plan: Plan): number[] => Array.from({ length: 90_000 }, (_, at) => valueAt(plan.values[0] as Values, at));
const total = (value: number): Edit => ({ kind: 'set', target: { at: {} }, value });
const hold = (at: Record<string, string>): Edit => ({ kind: 'hold', target: { at } });

it('answers alike whatever was edited and held before on the same axes', () => {
  const holds = [{ organisation: 'p3' }, { product: 'g7', time: '02' }, { organisation: 'north', time: '01' }];
  const used = large();
  for (const at of [{}, ...holds]) {
    const fresh = large();
    const edits = [hold(at), { kind: 'release', target: { at: {} } } as const, total(60_000_000), total(61_000_000)];
    expect(amounts(edits.reduce(apply, used))).toEqual(amounts(edits.reduce(apply, fresh)));
  }
  const framed: Edit = { kind: 'set', target: { at: { organisation: 'p1', product: 'g1', time: '01' } }, value: 9, within: {} };
  expect(amounts(apply(used, framed))).toEqual(amounts(apply(large(), framed)));
  const next: Edit = { ...framed, target: { at: { organisation: 'p2', product: 'g1', time: '01' } } };
  expect(amounts(apply(used, next))).toEqual(amounts(apply(large(), next)));
});

it('shares what an edit left alone, and stores what it divided once', () => {
  const plan = large();
  const leaf = apply(plan, { kind: 'set', target: { at: { organisation: 'p0', product: 'g0', time: '01' } }, value: 5 });
  const shared = (leaf.values[0] as Values).chunks.filter((chunk, at) => chunk === (plan.values[0] as Values).chunks[at]);
  expect(shared.length).toBe((plan.values[0] as Values).chunks.length - 1);
  const once = apply(plan, total(60_000_000));
  const [division] = once.journal[0]?.divisions ?? [];
  expect(division?.weights).toBe(division?.before);
  expect(apply(once, total(61_000_000)).journal[1]?.divisions[0]?.keys).toBe(division?.keys);
  const same = apply(once, total(60_000_000));
  expect(same.values).toBe(once.values);
});

it('explains a cell of a large division by its own line', () => {
  const plan = apply(large(), total(60_000_000));
  const at = { organisation: 'p120', product: 'g33', time: '02' };
  const [change] = explainCell(plan, { at }).chain;
  const position = 120 * 450 + 33 * 3 + 1;
  expect(change).toMatchObject({ leaves: 1, steps: [{ at, weight: (position * 7919) % 1009, after: amounts(plan)[position] }] });
  expect(explainCell(plan, { at: { product: 'g33', time: '02' } }).chain[0]?.leaves).toBe(200);
});
