import { expect, it } from 'vitest';
import { Random } from './random.ts';

it('repeats itself for a seed and differs between seeds', () => {
  const draw = (seed: number): number[] => {
    const random = new Random(seed);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7)).not.toEqual(draw(7 + 2 ** 32));
});

it('fills the interval evenly', () => {
  const random = new Random(1);
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < 10_000; i++) counts[random.below(10)]!++;
  // Each count is binomial with mean 1000 and deviation 30.
  expect(counts.every((count) => count > 850 && count < 1150)).toBe(true);
});
