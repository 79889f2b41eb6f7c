import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDecimal, toNumber } from '../exact.ts';
import { analyse } from './analyse.ts';
import { evaluate } from './evaluate.ts';
import type { Curve } from './index.ts';

const curves: Curve[] = [
  { kind: 'ratio', floor: 0.6, cap: 1.2 },
  { kind: 'three-point', axis: 'value', baseline: 9, target: 4, stretch: 1, stretchPoints: 130 },
  {
    kind: 'step',
    axis: 'value',
    includedEdge: 'upper',
    steps: [
      { from: -2, points: 30 },
      { from: 3, points: 80 },
    ],
  },
  {
    kind: 'step',
    axis: 'value',
    includedEdge: 'lower',
    steps: [
      { from: 1, points: 30 },
      { from: 3, points: 10 },
    ],
  },
  { kind: 'goal-red-flag', axis: 'value', goal: 2, redFlag: 5 },
  { kind: 'reverse', method: 'target-over-actual', cap: 1.5 },
  { kind: 'reverse', method: 'two-minus', cap: 1 },
  { kind: 'binary', axis: 'value', at: 2, edge: 'below' },
  { kind: 'either-or', earns: 'zero' },
  { kind: 'deduction', start: 10, perUnit: 2 },
  { kind: 'veto', at: 1, edge: 'at-or-above' },
  { kind: 'four-level', axis: 'value', levels: [1, 2, 4, 8] },
];

describe('analyse', () => {
  it('finds the cliff of a floor and the dead zones around a ratio', () => {
    const { monotone, jumps, deadZones, maxShare } = analyse(curves[0]!);
    expect(monotone).toBe('rising');
    expect(jumps.map((j) => [toDecimal(j.at), j.share])).toEqual([['0.6', 0.6]]);
    expect(deadZones.map((z) => [z.from && toNumber(z.from), z.to && toNumber(z.to), toNumber(z.points)])).toEqual([
      [null, 0.6, 0],
      [1.2, null, 120],
    ]);
    expect(maxShare).toBe(1.2);
    expect(analyse({ kind: 'ratio' }).maxShare).toBe(Infinity);
  });

  it('tells directions', () => {
    expect(curves.map((c) => analyse(c).monotone)).toEqual([
      'rising',
      'falling',
      'rising',
      'none',
      'falling',
      'falling',
      'falling',
      'falling',
      'none',
      'falling',
      'falling',
      'rising',
    ]);
  });

  it('agrees with trying values', () => {
    const x = fc.oneof(fc.integer({ min: -12, max: 12 }), fc.double({ min: -12, max: 12, noNaN: true }));
    fc.assert(
      fc.property(fc.constantFrom(...curves), x, x, (curve, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((v) => evaluate(curve, v, 1).share ?? NaN) as [number, number];
        const { monotone, maxShare, deadZones } = analyse(curve);
        if (monotone === 'rising') expect(low).toBeLessThanOrEqual(high);
        if (monotone === 'falling') expect(low).toBeGreaterThanOrEqual(high);
        expect(Math.max(low, high)).toBeLessThanOrEqual(maxShare + 1e-12);
        const inZone = deadZones.some(
          (z) => Math.min(a, b) > (z.from ? toNumber(z.from) : -Infinity) && Math.max(a, b) < (z.to ? toNumber(z.to) : Infinity),
        );
        if (inZone) expect(low).toBe(high);
      }),
      { numRuns: 500 },
    );
  });
});
