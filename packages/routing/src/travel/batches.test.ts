import fc from 'fast-check';
import { expect, it } from 'vitest';
import { batches } from './batches.ts';

it('asks a service of 100 origins and one destination once per destination', () => {
  const all = batches(3, (from, to) => from !== to, { maxOrigins: 100, maxDestinations: 1, maxPairs: 100 });
  expect(all).toEqual([
    { origins: [1, 2], destinations: [0] },
    { origins: [0, 2], destinations: [1] },
    { origins: [0, 1], destinations: [2] },
  ]);
});

it('covers every open pair exactly once, within the limits', () => {
  const limits = fc.record({
    maxOrigins: fc.integer({ min: 1, max: 9 }),
    maxDestinations: fc.integer({ min: 1, max: 9 }),
    maxPairs: fc.integer({ min: 1, max: 20 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.infiniteStream(fc.boolean()), limits, (size, bits, limit) => {
      const open = Array.from(
        { length: size * size },
        (_, pair) => Math.floor(pair / size) !== pair % size && bits.next().value === true,
      );
      const covered = batches(size, (from, to) => open[from * size + to]!, limit).flatMap(({ origins, destinations }) => {
        expect(origins.length).toBeLessThanOrEqual(limit.maxOrigins);
        expect(destinations.length).toBeLessThanOrEqual(limit.maxDestinations);
        expect(origins.length * destinations.length).toBeLessThanOrEqual(limit.maxPairs);
        return origins.flatMap((from) => destinations.map((to) => from * size + to));
      });
      expect(new Set(covered).size).toBe(covered.length);
      expect(open.every((isOpen, pair) => !isOpen || covered.includes(pair))).toBe(true);
    }),
  );
});
