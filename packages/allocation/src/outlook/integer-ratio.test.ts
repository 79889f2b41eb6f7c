import { describe, expect, it } from 'vitest';
import { ceilDivide, roundDivide } from './integer-ratio.ts';

describe('division of integers', () => {
  it('rounds as it says, below zero too', () => {
    expect([7n, -7n, 6n, -6n].map((value) => ceilDivide(value, 3n))).toEqual([3, -2, 2, -2]);
    // Halves go up, as Math.round has them: 2.5 to 3, -2.5 to -2.
    expect([5n, -5n, 4n].map((value) => roundDivide(value, 2n))).toEqual([3, -2, 2]);
  });

  it('refuses what is no exact number any more', () => {
    expect(() => ceilDivide(2n ** 60n, 3n)).toThrow(expect.objectContaining({ code: 'allocation.outlook.amount.range' }));
  });
});
