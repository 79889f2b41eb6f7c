import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdit } from '../edits/apply-edit.ts';
import { explainCell } from '../edits/explain.ts';
import { driver, even } from '../methods/index.ts';
import { cellValue } from '../plan.ts';
import { cellWeights } from './cell-weights.ts';
import { decomposeToMargins } from './margins.ts';
import { done, organisation, planOver, product, quarter, row } from './testing/small-plan.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { GivenTotal, MarginsSpec } from './spec.ts';

const plan = planOver([organisation, product, quarter]);
const steps = ['organisation', 'product', 'time'].map((axis) => ({ axis, method: even() }));
const total = (at: CellRef['at'], amount: number): GivenTotal => ({ at, total: amount });

function fitted(before: Plan, spec: MarginsSpec): Plan {
  const result = decomposeToMargins(before, spec);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  for (const one of spec.margins) expect(cellValue(result.plan, one)).toBe(one.total);
  return result.plan;
}

it('meets regions, products and months at once', () => {
  const margins = [
    total({ organisation: 'north' }, 600),
    total({ organisation: 'south' }, 300),
    total({ product: 'pumps' }, 700),
    total({ product: 'valves' }, 200),
    total({ time: '2026-01' }, 100),
    total({ time: '2026-02' }, 350),
    total({ time: '2026-03' }, 450),
  ];
  const result = fitted(plan, { margins, seed: { steps } });
  // Independent margins on an even seed: the product of the shares. 2/3 over two people × 7/9 × 350 = 90.74 each.
  expect(cellValue(result, { at: { organisation: 'n1', product: 'pumps', time: '2026-02' } })).toBeGreaterThanOrEqual(90);
  expect(cellValue(result, { at: { organisation: 'n1', product: 'pumps', time: '2026-02' } })).toBeLessThanOrEqual(91);
  expect(cellValue(result, { at: {} })).toBe(900);
});

it('keeps the interaction of the seed: two by two by hand', () => {
  // Odds ratio of the seed 4 : 1 × 4 : 1 = 16. With all margins 50 the cells are 40, 10, 10, 40: odds 16 again.
  const two = planOver([product, { ...quarter, members: quarter.members.slice(0, 3) }]);
  const seed = { crossed: cellWeights(two, 'pattern', [
    { at: { product: 'pumps', time: '2026-01' }, weight: 8 },
    { at: { product: 'pumps', time: '2026-02' }, weight: 1 },
    { at: { product: 'valves', time: '2026-01' }, weight: 6 },
    { at: { product: 'valves', time: '2026-02' }, weight: 12 },
  ]) }; // prettier-ignore
  const margins = [total({ product: 'pumps' }, 50), total({ product: 'valves' }, 50), total({ time: '2026-01' }, 50), total({ time: '2026-02' }, 50)]; // prettier-ignore
  const result = fitted(two, { margins, seed });
  expect(row(result, { product: 'pumps' })).toEqual([40, 10]);
  expect(row(result, { product: 'valves' })).toEqual([10, 40]);
});

it('takes totals of several levels, with the whole named', () => {
  const spec: MarginsSpec = {
    total: 1000,
    margins: [
      total({ organisation: 'north' }, 400),
      total({ organisation: 'n1', time: '2026-01' }, 7),
      total({ product: 'valves' }, 1),
    ],
    seed: { steps },
  };
  const result = fitted(plan, spec);
  expect(cellValue(result, { at: {} })).toBe(1000);
  expect(cellValue(result, { at: { organisation: 's1' } })).toBe(600);
});

it('does not lose cells whose share is far below one unit', () => {
  // Two units over 18 cells: rounded first, most cells would be 0 and stay so, and valves in March might have none left.
  const march = { product: 'valves', time: '2026-03' };
  const result = fitted(plan, {
    total: 2,
    margins: [total(march, 1), total({ organisation: 's1', ...march }, 1)],
    seed: { steps },
  });
  expect(cellValue(result, { at: { organisation: 's1', ...march } })).toBe(1);
});

it('leaves held cells alone and null where the seed says nothing', () => {
  const at = { organisation: 'n1', product: 'pumps', time: '2026-01' };
  const first = applyEdit(plan, { kind: 'set', target: { at }, value: 33 });
  const held = first.ok ? applyEdit(first.plan, { kind: 'hold', target: { at } }) : first;
  if (!held.ok) throw new Error('refused');
  const seed = { steps: [{ axis: 'organisation', method: driver({ n1: 1, n2: 2 }) }, ...steps.slice(1)] };
  const margins = [total({ product: 'pumps' }, 50), total({ product: 'valves' }, 40), total({ organisation: 'n1' }, 45)];
  const result = fitted(held.plan, { margins, seed });
  expect(cellValue(result, { at })).toBe(33);
  expect(cellValue(result, { at: { organisation: 'south' } })).toBeNull();
});

it('starts from what the plan has', () => {
  const current = done(plan, { total: 120, steps: [{ axis: 'organisation', method: driver({ n1: 1, n2: 1, s1: 0 }) }, ...steps.slice(1)] }); // prettier-ignore
  const result = fitted(current, {
    margins: [total({ product: 'pumps' }, 90), total({ product: 'valves' }, 30)],
    seed: 'current',
  });
  expect(row(result, { organisation: 's1' })).toEqual([0, 0, 0]);
  expect(row(result, { organisation: 'n1', product: 'pumps' })).toEqual([15, 15, 15]);
});

it('names the totals that contradict each other', () => {
  const margins = [total({ organisation: 'north' }, 10), total({ organisation: 'n1' }, 11), total({ product: 'pumps' }, 5)];
  const refused = decomposeToMargins(plan, { total: 100, margins, seed: { steps } });
  expect(refused).toMatchObject({ ok: false, code: 'margins' });
  if (refused.ok) return;
  expect(refused.conflicts.map(({ at, held }) => [at['organisation'], held])).toEqual(
    expect.arrayContaining([['north', 10], ['n1', 11]]), // prettier-ignore
  );
  expect(refused.conflicts).toHaveLength(2);
  // One of ten people would need eleven: eleven asked of a unit that has ten.
  expect(refused.sides).toEqual({ needs: 11, allows: 10 });
  expect(refused.conflicts.map(({ at, needed, side }) => [at['organisation'], needed, side])).toEqual(
    expect.arrayContaining([['north', 11, 'allows'], ['n1', 10, 'needs']]), // prettier-ignore
  );
});

it('names the two sums of margins and holds that cannot both hold', () => {
  const regions = [total({ organisation: 'north' }, 180), total({ organisation: 'south' }, 120)];
  const quarterly = [total({ product: 'pumps' }, 200), total({ product: 'valves' }, 110)];
  const refused = decomposeToMargins(plan, { margins: [...regions, ...quarterly], seed: { steps } });
  expect(refused).toMatchObject({ ok: false, sides: { needs: 310, allows: 300 } });
  // Each of them alone would have to move by the 10 that lie between.
  const needed = refused.ok ? [] : refused.conflicts.map((one) => [one.held, one.needed]);
  expect(needed).toEqual(expect.arrayContaining([[180, 190], [120, 130], [200, 190], [110, 100]])); // prettier-ignore
  const at = { organisation: 's1', product: 'pumps', time: '2026-01' };
  const first = applyEdit(plan, { kind: 'set', target: { at }, value: 70 });
  const held = first.ok ? applyEdit(first.plan, { kind: 'hold', target: { at } }) : first;
  if (!held.ok) throw new Error('refused');
  const crossed = decomposeToMargins(held.plan, { total: 300, margins: [total({ product: 'pumps' }, 60)], seed: { steps } });
  expect(crossed).toMatchObject({ ok: false, sides: { needs: 70, allows: 60 } });
  expect(crossed.ok ? [] : crossed.conflicts.map(({ cause, needed: own }) => [cause, own])).toEqual(expect.arrayContaining([['hold', 60], ['target', 70]])); // prettier-ignore
});

it('keeps the totals that a fit had to meet', () => {
  const margins = [total({ organisation: 'north' }, 60), total({ organisation: 'south' }, 30), total({ product: 'pumps' }, 50)];
  const result = fitted(plan, { margins, seed: { steps } });
  const [change] = explainCell(result, { at: { organisation: 'n1', product: 'pumps', time: '2026-01' } }).chain;
  expect(change?.given?.map(({ at, total: amount }) => [at['organisation'], at['product'], amount])).toEqual([['north', 'every', 60], ['co', 'pumps', 50]]); // prettier-ignore
});

it('refuses totals it cannot read, with their place', () => {
  const seed = { steps };
  const ask =
    (...margins: GivenTotal[]) =>
    () =>
      decomposeToMargins(plan, { margins, seed });
  expect(ask()).toThrow(/At margins/);
  expect(ask(total({ organisation: 'north' }, -1))).toThrow(/At margins\.0\.total/);
  expect(ask(total({ organisation: 'north' }, 1), total({ organisation: 'north' }, 2))).toThrow(/At margins\.1\.at/);
  expect(ask(total({ organisation: 'north' }, 1))).toThrow(/At total/);
  const target = { at: { organisation: 'north' } };
  expect(() => decomposeToMargins(plan, { target, margins: [total({}, 1)], seed })).toThrow(/At margins\.0\.at: .*outside/);
});

it('meets every margin of random tables exactly', () => {
  const cells = fc.array(fc.nat(40), { minLength: 18, maxLength: 18 });
  fc.assert(
    fc.property(cells, cells, (amounts, weights) => {
      // Margins of a table of integers can be met; the seed is another one without zeros.
      const people = ['n1', 'n2', 's1'];
      const [products, months] = [
        ['pumps', 'valves'],
        ['2026-01', '2026-02', '2026-03'],
      ];
      const rows = people.flatMap((o) => products.flatMap((p) => months.map((t) => ({ organisation: o, product: p, time: t }))));
      const seed = { crossed: cellWeights(plan, 'random', rows.map((at, index) => ({ at, weight: 1 + (weights[index] as number) }))) }; // prettier-ignore
      const sum = (chosen: (at: (typeof rows)[number]) => boolean) =>
        rows.reduce((all, at, index) => all + (chosen(at) ? (amounts[index] as number) : 0), 0);
      const margins = [
        ...people.map((o) => total({ organisation: o }, sum((at) => at.organisation === o))),
        ...products.flatMap((p) => months.map((t) => total({ product: p, time: t }, sum((at) => at.product === p && at.time === t)))),
      ]; // prettier-ignore
      const result = fitted(plan, { margins, seed });
      for (const at of rows) expect(cellValue(result, { at })).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});
