import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxAt, cellCount, covers, eachRun, overlaps, positionOf, positionsOf } from './grid.ts';
import { boxOf, boxValue, cellValue, createPlan, withValues } from './plan.ts';
import { gather, scatter, valueAt, valuesOf } from './values.ts';
import type { AxisInput, AxisKind } from './axis.ts';
import type { Plan } from './plan.ts';

const sales = [{ id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' }] as const;
const organisation: AxisInput = {
  id: 'organisation',
  kind: 'organisation',
  members: [
    { id: 'all', parentId: null },
    { id: 'north', parentId: 'all' },
    { id: 'li', parentId: 'north' },
    { id: 'wang', parentId: 'north' },
    { id: 'zhao', parentId: 'all' },
  ],
};
const product: AxisInput = {
  id: 'product',
  kind: 'product',
  members: [
    { id: 'every', parentId: null },
    { id: 'pumps', parentId: 'every' },
    { id: 'valves', parentId: 'every' },
  ],
};
const time: AxisInput = {
  id: 'time',
  kind: 'time',
  members: [
    { id: '2026', parentId: null },
    { id: '2026-Q1', parentId: '2026' },
    { id: '2026-01', parentId: '2026-Q1' },
    { id: '2026-02', parentId: '2026-Q1' },
    { id: '2026-07', parentId: '2026' },
  ],
};

/** Fills positions with 1, 2, 4 … so that every sum names the cells in it. */
function marked(plan: Plan): Plan {
  return withValues(plan, 0, valuesOf(Float64Array.from({ length: cellCount(plan.grid) }, (_, at) => 2 ** at)));
}

it('sums exactly the leaves below a cell, on every axis', () => {
  const plan = marked(createPlan({ metrics: sales, axes: [organisation, product, time] }));
  // Rows: li×pumps, li×valves, wang×pumps, wang×valves, zhao×pumps, zhao×valves; three months each.
  expect(cellValue(plan, { at: {} })).toBe(2 ** 18 - 1);
  expect(cellValue(plan, { at: { organisation: 'wang', product: 'pumps', time: '2026-07' } })).toBe(2 ** 8);
  expect(cellValue(plan, { at: { organisation: 'north', product: 'valves', time: '2026-Q1' } })).toBe(
    2 ** 3 + 2 ** 4 + 2 ** 9 + 2 ** 10,
  );
  expect(cellValue(plan, { at: { product: 'pumps', time: '2026-01' } })).toBe(1 + 2 ** 6 + 2 ** 12);
});

it('keeps null and 0 apart, and has no cells where nothing belongs', () => {
  const empty = createPlan({
    metrics: sales,
    axes: [organisation, product, time],
    support: [
      { organisation: 'zhao', product: 'valves' },
      { organisation: 'li', product: 'pumps' },
    ],
    belongs: ([person, , month]) => !(person === 'li' && month === '2026-07'),
  });
  expect(empty.grid.rowCount).toBe(2);
  expect(cellValue(empty, { at: {} })).toBeNull();
  const plan = withValues(empty, 0, scatter(empty.values[0] as never, Int32Array.of(0), Float64Array.of(0)));
  expect(cellValue(plan, { at: { organisation: 'li' } })).toBe(0);
  expect(cellValue(plan, { at: { organisation: 'zhao' } })).toBeNull();
  expect([...positionsOf(plan.grid, boxOf(plan, {}))]).toEqual([0, 1, 3, 4, 5]);
  expect(positionOf(plan.grid, boxOf(plan, { organisation: 'li', product: 'pumps', time: '2026-07' }))).toBe(-1);
  expect(positionOf(plan.grid, boxOf(plan, { organisation: 'wang', product: 'pumps', time: '2026-07' }))).toBe(-1);
});

it('answers bad input with its place', () => {
  const make = (change: object) => () => createPlan({ metrics: sales, axes: [organisation, product, time], ...change });
  expect(make({ axes: [time, organisation] })).toThrow(/At axes\.0/);
  expect(make({ axes: [] })).toThrow(/one to five/);
  expect(make({ metrics: [{ id: 'a', kind: 'money', currency: '元', tax: 'included' }] })).toThrow(/At metrics\.0\.currency/);
  expect(make({ axes: [{ ...product, members: [{ id: 'a', parentId: 'b' }, { id: 'b', parentId: 'a' }] }] })).toThrow(/above itself/); // prettier-ignore
  expect(make({ support: [{ organisation: 'north', product: 'pumps' }] })).toThrow(/At support\.0\.organisation/);
  expect(() => cellValue(createPlan({ metrics: sales, axes: [time] }), { at: { color: 'red' } })).toThrow(/At at\.color/);
});

/** A random tree of up to nine members. */
const tree = (kind: AxisKind) =>
  fc.array(fc.nat(), { maxLength: 8 }).map((picks): AxisInput => {
    const members: { id: string; parentId: string | null }[] = [{ id: `${kind}0`, parentId: null }];
    picks.forEach((pick, at) =>
      members.push({ id: `${kind}${at + 1}`, parentId: (members[pick % members.length] as { id: string }).id }),
    );
    return { id: kind, kind, members };
  });

it('finds by runs what a look at every leaf finds', () => {
  fc.assert(
    fc.property(
      tree('organisation'),
      tree('product'),
      tree('channel'),
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      (a, b, c, picks) => {
        const { grid } = createPlan({ metrics: sales, axes: [a, b, c] });
        const pick = (at: number) => Int32Array.from(grid.axes, (axis, index) => (picks[at + index] as number) % axis.ids.length);
        const [box, other] = [pick(0), pick(3)];
        const all = Array.from({ length: cellCount(grid) }, (_, at) => at);
        const inside = all.filter((at) => covers(grid, box, boxAt(grid, at)));
        expect([...positionsOf(grid, box)]).toEqual(inside);
        expect(overlaps(grid, box, other)).toBe(inside.some((at) => covers(grid, other, boxAt(grid, at))));
        for (const at of all) expect(positionOf(grid, boxAt(grid, at))).toBe(at);
      },
    ),
  );
});

it('shares every chunk an edit did not write', () => {
  const before = valuesOf(Float64Array.from({ length: 30_000 }, (_, at) => at));
  const after = scatter(before, Int32Array.of(9_000), Float64Array.of(-1));
  expect(after.chunks.map((chunk, at) => chunk === before.chunks[at])).toEqual([true, false, true, true]);
  expect([...gather(after, Int32Array.of(8_999, 9_000, 9_001))]).toEqual([8_999, -1, 9_001]);
  expect([...gather(before, Int32Array.of(9_000))]).toEqual([9_000]);
});

it('reads and writes runs, gaps and any order alike', () => {
  const flat = Float64Array.from({ length: 20_000 }, (_, at) => at);
  const lists = [
    Int32Array.from({ length: 17_000 }, (_, at) => at + 1_500),
    Int32Array.from({ length: 8_500 }, (_, at) => 2 * at + 1),
    Int32Array.of(8_190, 8_192, 8_191, 8_193),
    new Int32Array(0),
  ];
  for (const positions of lists) {
    const amounts = Float64Array.from(positions, (position) => -position);
    const written = flat.slice();
    positions.forEach((position, at) => (written[position] = amounts[at] as number));
    const after = scatter(valuesOf(flat), positions, amounts);
    expect(Array.from(written, (_, at) => valueAt(after, at))).toEqual([...written]);
    expect(gather(after, positions)).toEqual(amounts);
  }
});

it('refuses a sum that is no safe integer', () => {
  const plan = createPlan({ metrics: sales, axes: [time] });
  const huge = withValues(plan, 0, valuesOf(Float64Array.of(Number.MAX_SAFE_INTEGER, 1, 0)));
  expect(() => boxValue(huge, 0, boxOf(huge, {}))).toThrow(/integers up to/);
  let runs = 0;
  eachRun(huge.grid, boxOf(huge, {}), () => (runs += 1));
  expect(runs).toBe(1);
});

it('sums large amounts of both signs to the unit', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const plan = createPlan({ metrics: sales, axes: [time] });
  const mixed = withValues(plan, 0, valuesOf(Float64Array.of(most, most - 1, -most)));
  expect(boxValue(mixed, 0, boxOf(mixed, {}))).toBe(most - 1);
  const below = withValues(plan, 0, valuesOf(Float64Array.of(-most, 1 - most, most)));
  expect(boxValue(below, 0, boxOf(below, {}))).toBe(1 - most);
});

it('takes an axis left out for its top, whatever the axis is called', () => {
  const plan = createPlan({ metrics: sales, axes: [{ ...time, id: 'constructor' }] });
  expect([...boxOf(plan, {})]).toEqual([0]);
});
