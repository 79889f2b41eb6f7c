import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPlan, withValues } from '../plan.ts';
import { scatter, valuesOf } from '../values.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Plan } from '../plan.ts';

const planOf = (amounts: Float64Array, unit = 'visits'): Plan => {
  const members = [{ id: 'top', parentId: null }, ...Array.from(amounts, (_, at) => ({ id: `m${at}`, parentId: 'top' }))];
  const plan = createPlan({ metrics: [{ id: 'm', kind: 'count', unit }], axes: [{ id: 'o', kind: 'organisation', members }] });
  return withValues(plan, 0, valuesOf(amounts));
};

it('is the same for the same content and differs for one unit, null against 0, or another metric', () => {
  const amounts = Float64Array.of(5, NaN, 0, 2 ** 40);
  const print = fingerprintOf(planOf(amounts));
  expect(print).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprintOf(planOf(amounts.slice()))).toBe(print);
  const others = [
    Float64Array.of(5, 0, 0, 2 ** 40),
    Float64Array.of(5, NaN, 0, 2 ** 40 + 1),
    Float64Array.of(NaN, 5, 0, 2 ** 40),
  ];
  const prints = [...others.map((list) => fingerprintOf(planOf(list))), fingerprintOf(planOf(amounts, 'calls')), print];
  expect(new Set(prints).size).toBe(5);
});

it('follows edits there and back', () => {
  fc.assert(
    fc.property(fc.nat(19_999), fc.maxSafeInteger(), (position, amount) => {
      const plan = planOf(new Float64Array(20_000));
      const values = plan.values[0] as Plan['values'][number];
      const edited = scatter(values, Int32Array.of(position), Float64Array.of(amount));
      const back = scatter(edited, Int32Array.of(position), Float64Array.of(0));
      expect(fingerprintOf(withValues(plan, 0, edited)) === fingerprintOf(plan)).toBe(amount === 0);
      expect(fingerprintOf(withValues(plan, 0, back))).toBe(fingerprintOf(plan));
    }),
    { numRuns: 20 },
  );
});
