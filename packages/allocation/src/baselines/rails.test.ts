import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareBetween } from './rails.ts';

const member = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
  .map(([wish, lower, room]) => ({ wish, lower, upper: lower + room }));

/** The factor by halving an interval two hundred times: slow, and independent of the places where bounds are met. */
function byBisection(total: number, members: readonly { wish: number; lower: number; upper: number }[]): number[] {
  const at = (factor: number) => members.map(({ wish, lower, upper }) => Math.min(Math.max(factor * wish, lower), upper));
  let [low, high] = [0, 1e6];
  for (let round = 0; round < 200; round += 1) {
    const middle = (low + high) / 2;
    if (at(middle).reduce((sum, amount) => sum + amount, 0) < total) low = middle;
    else high = middle;
  }
  return at(high);
}

it('keeps every bound, reaches the total, and is what bisection finds', () => {
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 8 }), fc.nat(5000), (members, total) => {
      const column = (key: 'wish' | 'lower' | 'upper') => Float64Array.from(members, (one) => one[key]);
      const { amounts, excess } = shareBetween(total, column('wish'), column('lower'), column('upper'));
      amounts.forEach((amount, at) => {
        expect(amount).toBeGreaterThanOrEqual(members[at]?.lower as number);
        expect(amount).toBeLessThanOrEqual(members[at]?.upper as number);
      });
      const sum = amounts.reduce((left, amount) => left + amount, 0);
      // Who wishes for nothing stays at the lower bound, whatever the factor.
      const most = members.reduce((left, { wish, lower, upper }) => left + (wish > 0 ? upper : lower), 0);
      const least = members.reduce((left, { lower }) => left + lower, 0);
      if (total < least || total > most) return;
      expect(excess).toBe(0);
      expect(sum).toBeCloseTo(total, 6);
      byBisection(total, members).forEach((amount, at) => expect(amounts[at]).toBeCloseTo(amount, 5));
    }),
    { numRuns: 500 },
  );
});
