import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveLinear } from './simplex.ts';
import { floats } from './testing/tables.ts';

describe('the simplex method', () => {
  it('solves the mixing of two goods by hand: 3x + 2y most with x + y ≤ 4 and x + 3y ≤ 6', () => {
    const result = solveLinear({
      rows: 2,
      columns: 4,
      a: floats(1, 1, 1, 0, 1, 3, 0, 1),
      b: floats(4, 6),
      lower: new Float64Array(4),
      upper: floats(3, Infinity, Infinity, Infinity),
      cost: floats(-3, -2, 0, 0),
    });
    // With x ≤ 3 the best corner is (3, 1), worth 11.
    expect(result.kind === 'optimal' && [...result.x].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([3, 1, 0, 0]);
  });

  it('reaches the least cost of any corner, or proves with multipliers that there is no solution', () => {
    const small = fc.integer({ min: -2, max: 3 });
    fc.assert(
      fc.property(
        fc.array(small, { minLength: 8, maxLength: 8 }),
        fc.tuple(small, small),
        fc.array(small, { minLength: 4, maxLength: 4 }),
        (a, b, cost) => {
          const program = {
            rows: 2,
            columns: 4,
            a: floats(...a),
            b: floats(...b),
            lower: new Float64Array(4),
            upper: floats(1, 1, 2, 2),
            cost: floats(...cost),
          };
          const result = solveLinear(program);
          if (result.kind === 'gave-up') throw new Error(result.kind);
          if (result.kind === 'infeasible') {
            // No point of the box brings the weighted rows up to the weighted right sides.
            const [y0, y1] = result.multipliers;
            const reach = [0, 1, 2, 3].reduce(
              (sum, column) => sum + Math.max(0, y0! * a[column]! + y1! * a[column + 4]!) * program.upper[column]!,
              0,
            );
            expect(y0! * b[0] + y1! * b[1]).toBeGreaterThan(reach + 1e-9);
            return;
          }
          result.x.forEach((value, column) => expect(value >= -1e-9 && value <= program.upper[column]! + 1e-9).toBe(true));
          const row = (at: number): number => result.x.reduce((sum, value, column) => sum + value * a[at * 4 + column]!, 0);
          expect([row(0), row(1)].every((value, at) => Math.abs(value - b[at]!) < 1e-7)).toBe(true);
          // No point of a fine grid that meets the rows is cheaper.
          const steps = [0, 0.25, 0.5, 0.75, 1];
          for (const p of steps)
            for (const q of steps)
              for (const r of steps)
                for (const s of steps) {
                  const x = [p, q, 2 * r, 2 * s];
                  const at = (one: number): number => x.reduce((sum, value, column) => sum + value * a[one * 4 + column]!, 0);
                  if (at(0) === b[0] && at(1) === b[1])
                    expect(x.reduce((sum, value, column) => sum + value * cost[column]!, 0)).toBeGreaterThanOrEqual(
                      result.cost - 1e-7,
                    );
                }
        },
      ),
    );
  });
});
