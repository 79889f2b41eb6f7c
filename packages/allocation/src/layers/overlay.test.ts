import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPlan, withValues } from '../plan.ts';
import { valuesOf } from '../values.ts';
import { unclearParts } from './market-division.ts';
import { overlayReport } from './overlay-report.ts';
import { addDirect, directAmount } from './overlay.ts';
import { customerCoverage, productConcentration } from './territory-figures.ts';
import type { Plan } from '../plan.ts';
import type { Overlay } from './overlay.ts';

const tree = (top: string, ...leaves: string[]) => [{ id: top, parentId: null }, ...leaves.map((id) => ({ id, parentId: top }))];
/** Regions × products: pumps, valves and pipes for north, then for south. */
function planOf(...amounts: number[]): Plan {
  const plan = createPlan({
    metrics: [{ id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' }],
    axes: [
      { id: 'territory', kind: 'territory', members: tree('land', 'north', 'south') },
      { id: 'product', kind: 'product', members: tree('every', 'pumps', 'valves', 'pipes') },
    ],
  });
  return withValues(plan, 0, valuesOf(Float64Array.from(amounts)));
}

const target = planOf(10, 20, 30, 40, 50, 60);
const pumps: Overlay = { id: 'pumps', person: 'zhou', covers: { product: ['pumps', 'valves'] } };
const north: Overlay = { id: 'key', person: 'wu', covers: { territory: ['north'], product: ['every', 'pipes'] } };

it('lists overlays beside the total and counts shared cells once', () => {
  // zhou: 10 + 20 + 40 + 50 = 120; wu: 10 + 20 + 30 = 60, pipes not twice; shared 30; together 150 of 210.
  const report = overlayReport(target, [pumps, north], { actuals: planOf(5, 20, 0, 20, 45, 99) });
  expect(report).toEqual({
    company: { kind: 'direct', direct: 210 },
    lines: [
      { id: 'pumps', person: 'zhou', target: { kind: 'overlay', credited: 120 }, actual: { kind: 'overlay', credited: 90 }, attainment: { numerator: 90, denominator: 120 } }, // prettier-ignore
      { id: 'key', person: 'wu', target: { kind: 'overlay', credited: 60 }, actual: { kind: 'overlay', credited: 25 }, attainment: { numerator: 25, denominator: 60 } }, // prettier-ignore
    ],
    covered: { kind: 'direct', direct: 150 },
    duplicated: { kind: 'overlay', credited: 30 },
    shared: [{ overlays: ['pumps', 'key'], cells: 2, target: { kind: 'overlay', credited: 30 } }],
  });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

it('does not let direct and overlay amounts be added', () => {
  const company = directAmount(target, { at: {} });
  const line = overlayReport(target, [pumps]).lines[0]?.target as { kind: 'overlay'; credited: number };
  // @ts-expect-error An overlay amount is no part of a total.
  expect(() => addDirect(company, line)).toThrow(/At amounts\.1: An overlay/);
  // @ts-expect-error Neither is a number.
  expect(Number(company + line)).toBeNaN(); // eslint-disable-line @typescript-eslint/restrict-plus-operands -- what must not compile
  expect(addDirect(directAmount(target, { at: { territory: 'north' } }), directAmount(target, { at: { territory: 'south' } }))).toEqual(company); // prettier-ignore
  expect(addDirect({ kind: 'direct', direct: null })).toEqual({ kind: 'direct', direct: null });
});

it('keeps null and 0 apart, and answers bad overlays with their place', () => {
  const report = overlayReport(planOf(NaN, NaN, NaN, NaN, 0, 7), [pumps, north]);
  expect(report.lines.map((line) => line.target.credited)).toEqual([0, null]);
  expect(report.shared).toEqual([{ overlays: ['pumps', 'key'], cells: 2, target: { kind: 'overlay', credited: null } }]);
  const bad = (change: object) => () => overlayReport(target, [pumps, { ...north, ...change }]);
  expect(bad({ id: 'pumps' })).toThrow(/At overlays\.1\.id/);
  expect(bad({ person: ' ' })).toThrow(/At overlays\.1\.person/);
  expect(bad({ covers: { colour: ['red'] } })).toThrow(/At overlays\.1\.covers\.colour/);
  expect(bad({ covers: { product: ['oil'] } })).toThrow(/At overlays\.1\.covers\.product\.0/);
  expect(bad({ covers: { product: [] } })).toThrow(/At overlays\.1\.covers\.product/);
});

it('never counts more than the overlays add up to, nor more than there is', () => {
  const some = (...ids: string[]) => fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 2 });
  const covers = fc.record({ territory: some('land', 'north', 'south'), product: some('every', 'pumps', 'valves', 'pipes') });
  const regions = ['north', 'south'];
  const products = ['pumps', 'valves', 'pipes'];
  fc.assert(
    fc.property(
      fc.array(covers, { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(99), { minLength: 6, maxLength: 6 }),
      (list, amounts) => {
        const overlays = list.map((one, index) => ({ id: `${index}`, person: 'p', covers: one }));
        const report = overlayReport(planOf(...amounts), overlays);
        // The same cell by cell: who covers it?
        const counts = amounts.map((_, cell) =>
        list.filter(({ territory, product }) =>
          (territory.includes('land') || territory.includes(regions[Math.floor(cell / 3)] as string)) &&
          (product.includes('every') || product.includes(products[cell % 3] as string))).length); // prettier-ignore
        const sum = (of: (count: number) => number) =>
          amounts.reduce((whole, amount, cell) => whole + amount * of(counts[cell] as number), 0);
        expect(report.covered.direct).toBe(sum((count) => Math.min(count, 1)));
        expect(report.duplicated.credited).toBe(sum((count) => Math.max(count - 1, 0)));
        expect(report.shared.reduce((cells, region) => cells + region.cells, 0)).toBe(counts.filter((count) => count > 1).length);
      },
    ),
  );
});

it('finds final parts of a market that are no region, product or customer', () => {
  const parts = [
    { id: 'group', parentId: null, by: null },
    { id: 'east', parentId: 'group', by: 'region' },
    { id: 'west', parentId: 'group', by: 'region' },
    { id: 'terminals', parentId: 'east', by: 'product' },
    { id: 'printers', parentId: 'east', by: 'product' },
    { id: 'banks', parentId: 'west', by: 'customer' },
    { id: 'cards', parentId: 'west', by: 'product' },
    { id: 'the rest', parentId: 'banks', by: null },
  ] as const;
  expect(unclearParts(parts)).toEqual([
    { id: 'cards', problem: 'mixed', criteria: ['customer', 'product'] },
    { id: 'the rest', problem: 'none', criteria: [null] },
  ]);
  expect(unclearParts(parts.slice(0, 5))).toEqual([]);
  expect(() => unclearParts([...parts, parts[0]])).toThrow(/At parts\.8\.id/);
  expect(() => unclearParts(parts.slice(1))).toThrow(/At parts\.0\.parentId/);
  const circle = [parts[0], { id: 'a', parentId: 'b', by: null }, { id: 'b', parentId: 'a', by: null }];
  expect(() => unclearParts(circle)).toThrow(/At parts\.1\.parentId: The node "a" is above itself/);
});

it('measures people per customer, what the overlap costs, and how one-sided people sell', () => {
  const plan = createPlan({
    metrics: [{ id: 'sales', kind: 'money', currency: 'CNY', tax: 'included' }],
    axes: [
      { id: 'organisation', kind: 'organisation', members: tree('team', 'li', 'wang') },
      { id: 'customer', kind: 'customerType', members: tree('all', 'icbc', 'abc', 'ccb') },
      { id: 'product', kind: 'product', members: tree('every', 'pumps', 'valves') },
    ],
  });
  // li: icbc 6 and 0, abc 2 and 0, ccb nothing; wang: icbc 1 and 1, abc 0 and -5, ccb 1 and 1.
  const sold = withValues(plan, 0, valuesOf(Float64Array.of(6, 0, 2, 0, NaN, NaN, 1, 1, 0, -5, 1, 1)));
  expect(customerCoverage(sold, { people: 'organisation', over: 'customer' }, 250)).toEqual({
    peoplePerCustomer: { numerator: 4, denominator: 3 },
    crowded: [{ customer: 'icbc', people: ['li', 'wang'] }],
    duplicates: 1,
    duplicateCostMinor: 250,
  });
  // li sells pumps only; wang pumps 2 and valves 1 + 1 - 5 = -3, which counts as nothing.
  const even = withValues(plan, 0, valuesOf(Float64Array.of(3, 1, 0, 0, 0, 0, 2, 1, 0, 1, NaN, NaN)));
  expect(productConcentration(sold, { people: 'organisation', over: 'product' }).map(({ index }) => index)).toEqual([1, 1]);
  expect(productConcentration(even, { people: 'organisation', over: 'product' })).toEqual([
    { person: 'li', index: 0.625, sumOfSquares: '10', squareOfSum: '16', largest: { product: 'pumps', share: { numerator: 3, denominator: 4 } } },
    { person: 'wang', index: 0.5, sumOfSquares: '8', squareOfSum: '16', largest: { product: 'pumps', share: { numerator: 2, denominator: 4 } } },
  ]); // prettier-ignore
  expect(() => customerCoverage(sold, { people: 'organisation', over: 'colour' })).toThrow(/At over/);
});
