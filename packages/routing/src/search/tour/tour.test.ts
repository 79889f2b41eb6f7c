import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Random } from '../random.ts';
import { orOpt } from './or-opt.ts';
import { kickTour, settleTour } from './tour-search.ts';
import { makeTour, takeBack, tourCost } from './tour.ts';
import type { Tour } from './tour.ts';
import { twoOpt } from './two-opt.ts';

function randomTour(seed: number, count: number): Tour {
  const random = new Random(seed);
  const points = Array.from({ length: count }, () => [random.next(), random.next()] as const);
  const cost = Float64Array.from({ length: count * count }, (_, cell) => {
    const [x, y] = points[Math.floor(cell / count)]!;
    const [u, v] = points[cell % count]!;
    return Math.hypot(x - u, y - v);
  });
  return makeTour(
    points.map((_, point) => point),
    cost,
  );
}

function isTour({ order, at, count }: Tour): boolean {
  return new Set(order).size === count && order.every((point, position) => at[point] === position);
}

it('saves exactly what each move says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 8, max: 40 }), (seed, count) => {
      const tour = randomTour(seed, count);
      for (let point = 0; point < count; point++) {
        for (const move of [twoOpt, orOpt]) {
          const before = tourCost(tour);
          const saved = move(tour, point);
          expect(saved).toBeGreaterThanOrEqual(0);
          expect(tourCost(tour)).toBeCloseTo(before - saved, 9);
          expect(isTour(tour)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('saves exactly what each kick says, and takes back to the same order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 8, max: 60 }), (seed, count) => {
      const random = new Random(seed);
      const tour = randomTour(seed, count);
      settleTour(tour);
      for (let kick = 0; kick < 20; kick++) {
        const before = tourCost(tour);
        const saved = kickTour(tour, random, 0.01);
        expect(tourCost(tour)).toBeCloseTo(before - saved, 9);
        expect(isTour(tour)).toBe(true);
      }
      tour.logged = 0;
      const order = [...tour.order];
      for (let point = 0; point < count; point++) twoOpt(tour, point);
      takeBack(tour);
      expect([...tour.order]).toEqual(order);
    }),
    { numRuns: 100 },
  );
});

it('leaves no crossing on a circle', () => {
  const count = 24;
  const angle = (i: number): number => (2 * Math.PI * ((i * 7) % count)) / count;
  const cost = Float64Array.from(
    { length: count * count },
    (_, cell) => 2 * Math.abs(Math.sin((angle(Math.floor(cell / count)) - angle(cell % count)) / 2)),
  );
  const tour = makeTour(
    Array.from({ length: count }, (_, i) => i),
    cost,
  );
  settleTour(tour);
  // The tour along the circle: 24 chords of 15 degrees.
  expect(tourCost(tour)).toBeCloseTo(count * 2 * Math.sin(Math.PI / count), 9);
});
