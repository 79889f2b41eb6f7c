import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from '../exact.ts';
import { checkDeclaration } from './check-curve.ts';
import { evaluate, pieces } from './evaluate.ts';
import { trailOf } from './trail.ts';
import type { Curve } from './index.ts';
import { covers } from './piece.ts';

const points = (curve: Curve, value: number | null, target: number | null = null): number | null => {
  const milli = evaluate(curve, value, target).points;
  return milli === null ? null : milli / 1000;
};

describe('curves', () => {
  const goal: Curve = { kind: 'goal-red-flag', axis: 'value', goal: 700, redFlag: 500 };
  it.each([
    [300, 0],
    [900, 10],
    [700, 6.667],
    [500, 3.333],
    [600, 5],
    [0, 0],
    [1200, 10],
  ])('goal 700, red flag 500: %d earns %d', (value, expected) => {
    expect(points(goal, value)).toBe(expected);
  });

  it('ratio: the floor earns, the cap stops', () => {
    const curve: Curve = { kind: 'ratio', floor: 0.6, cap: 1.2 };
    expect([59.9, 60, 90, 120, 500].map((v) => points(curve, v, 100))).toEqual([0, 60, 90, 120, 120]);
    expect(points({ kind: 'ratio' }, 250, 100)).toBe(250);
    expect(points({ kind: 'ratio' }, -10, 100)).toBe(0);
  });

  it('three points: linear between, in both directions', () => {
    const up: Curve = {
      kind: 'three-point',
      axis: 'attainment',
      baseline: 0.5,
      target: 1,
      stretch: 1.2,
      stretchPoints: 120,
    };
    expect([40, 50, 75, 100, 110, 120, 200].map((v) => points(up, v, 100))).toEqual([0, 0, 50, 100, 110, 120, 120]);
    const down: Curve = { kind: 'three-point', axis: 'value', baseline: 60, target: 30 };
    expect([70, 60, 45, 30, 0].map((v) => points(down, v))).toEqual([0, 0, 50, 100, 100]);
  });

  it('step: the stated edge belongs to the interval', () => {
    const steps = [
      { from: 1, points: 40 },
      { from: 3, points: 100 },
    ];
    const lower: Curve = { kind: 'step', axis: 'value', includedEdge: 'lower', steps };
    const upper: Curve = { kind: 'step', axis: 'value', includedEdge: 'upper', steps };
    expect([0, 1, 2, 3, 4].map((v) => points(lower, v))).toEqual([0, 40, 40, 100, 100]);
    expect([0, 1, 2, 3, 4].map((v) => points(upper, v))).toEqual([0, 0, 40, 40, 100]);
  });

  it('reverse: 0 actual earns the cap', () => {
    const over: Curve = { kind: 'reverse', method: 'target-over-actual', cap: 1.5 };
    expect([0, 2, 5, 10, 20].map((v) => points(over, v, 10))).toEqual([150, 150, 150, 100, 50]);
    const minus: Curve = { kind: 'reverse', method: 'two-minus', cap: 1 };
    expect([0, 10, 15, 20, 40].map((v) => points(minus, v, 10))).toEqual([100, 100, 50, 0, 0]);
  });

  it('binary: 50 of 50 only where the edge says so', () => {
    const at = (edge: 'at-or-above' | 'above' | 'at-or-below' | 'below'): (number | null)[] =>
      [49, 50, 51].map((v) => points({ kind: 'binary', axis: 'value', at: 50, edge }, v));
    expect(at('at-or-above')).toEqual([0, 100, 100]);
    expect(at('above')).toEqual([0, 0, 100]);
    expect(at('at-or-below')).toEqual([100, 100, 0]);
    expect(at('below')).toEqual([100, 0, 0]);
  });

  it('either–or, deduction, veto', () => {
    expect([-1, 0, 1].map((v) => points({ kind: 'either-or', earns: 'zero' }, v))).toEqual([0, 100, 0]);
    expect([-1, 0, 1].map((v) => points({ kind: 'either-or', earns: 'non-zero' }, v))).toEqual([100, 0, 100]);
    expect([0, 1, 4, 5, 9].map((v) => points({ kind: 'deduction', start: 10, perUnit: 2 }, v))).toEqual([10, 8, 2, 0, 0]);
    expect([0, 1, 2].map((v) => points({ kind: 'veto', at: 1, edge: 'at-or-above' }, v))).toEqual([100, 0, 0]);
  });

  it('four levels: coefficient 1 to 4, 0 before the first, in both directions', () => {
    const up: Curve = { kind: 'four-level', axis: 'value', levels: [60, 70, 80, 90] };
    expect([59.9, 60, 65, 80, 90, 99].map((v) => points(up, v))).toEqual([0, 1, 1.5, 3, 4, 4]);
    const down: Curve = { kind: 'four-level', axis: 'value', levels: [40, 30, 20, 10] };
    expect([41, 40, 35, 10, 0].map((v) => points(down, v))).toEqual([0, 1, 1.5, 4, 4]);
  });

  it('no data and no target earn null, not 0', () => {
    expect(points(goal, null)).toBeNull();
    expect(evaluate({ kind: 'ratio' }, 5, 0).points).toBeNull();
    expect(trailOf({ kind: 'ratio' }, exact(5), exact(0))).toMatchObject([{ code: 'no-target' }]);
  });

  it('reads 0.1 as one tenth: 3 × 0.1 is exactly 0.3', () => {
    expect(points({ kind: 'binary', axis: 'attainment', at: 0.3, edge: 'at-or-below' }, 0.3, 1)).toBe(100);
    expect(points({ kind: 'deduction', start: 100, perUnit: 0.1 }, 3)).toBe(99.7);
  });
});

describe('pieces', () => {
  const curve: fc.Arbitrary<Curve> = fc.oneof(
    fc.record({
      kind: fc.constant('ratio' as const),
      floor: fc.double({ min: 0, max: 0.9, noNaN: true }),
      cap: fc.double({ min: 1, max: 2, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('binary' as const),
      axis: fc.constant('value' as const),
      at: fc.integer(),
      edge: fc.constantFrom('at-or-above' as const, 'above' as const, 'at-or-below' as const, 'below' as const),
    }),
    fc.record({
      kind: fc.constant('reverse' as const),
      method: fc.constantFrom('target-over-actual' as const, 'two-minus' as const),
      cap: fc.double({ min: 0.1, max: 3, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('four-level' as const),
      axis: fc.constant('value' as const),
      levels: fc.constantFrom([1, 2, 3, 4] as const, [9, 5, 2, 1] as const),
    }),
    fc.record({
      kind: fc.constant('either-or' as const),
      earns: fc.constantFrom('zero' as const, 'non-zero' as const),
    }),
  );

  it('cover every value exactly once', () => {
    fc.assert(
      fc.property(
        curve,
        fc.oneof(fc.integer({ min: -20, max: 20 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
        (c, x) => {
          expect(checkDeclaration(c, 'curve')).toEqual([]);
          expect(pieces(c).filter((p) => covers(p, exact(x)))).toHaveLength(1);
        },
      ),
    );
  });
});
