import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildInstance } from '../build-instance.ts';
import { featuresOf, randomSpec } from '../testing/random-spec.ts';
import { buildModel } from './build-model.ts';
import { beginMove, undoMove } from './move.ts';
import { recount } from './recount.ts';
import { recreate } from './recreate.ts';
import { ruin } from './ruin.ts';
import { beginSearch, step } from './search.ts';
import { settingsFor } from './settings.ts';
import type { SearchState } from './state.ts';

/** The bytes of everything a plan consists of; the order of the list of absent clients is of no meaning. */
function bytes(state: SearchState): string {
  const { next, prev, slotOf, leg, load, work, size, missing, cadence, broken, sums, absent, absentCount } = state;
  // Links of visits that are not in the plan are leftovers, and so are the journeys from them.
  const links = [...slotOf].flatMap((slot, node) => (slot < 0 ? [] : [next[node], prev[node], leg[node]]));
  const numbers = [load, work, size, missing, cadence, broken, sums, slotOf].map((array) => [...array]);
  return JSON.stringify([links, numbers, [...absent.subarray(0, absentCount)].sort((a, b) => a - b)]);
}

it('takes back a move to the last bit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 4095 }), (seed, bits) => {
      const model = buildModel(buildInstance(randomSpec(seed, featuresOf(bits, 12, 4, 2))));
      const settings = settingsFor(model);
      const search = beginSearch(model, seed, settings);
      for (let i = 0; i < 5; i++) step(search, 10);
      const before = bytes(search.state);
      beginMove(search.state);
      ruin(search.state, search.near, settings, seed % 2 === 0 ? 'client' : 'visit');
      recreate(search.state, search.scratch);
      undoMove(search.state);
      expect(bytes(search.state)).toBe(before);
    }),
    { numRuns: 200 },
  );
});

it('keeps sums that are those of the routes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 4095 }), (seed, bits) => {
      const model = buildModel(buildInstance(randomSpec(seed, featuresOf(bits, 12, 4, 2))));
      const search = beginSearch(model, seed, settingsFor(model));
      // Hot enough to accept nearly everything, so that slots are emptied and opened again.
      for (let i = 0; i < 40; i++) step(search, 1000);
      const numbers = ({ sums, load, work, leg, slotOf }: SearchState): number[] => [
        ...[...sums, ...load, ...work],
        ...leg.filter((_, node) => slotOf[node]! >= 0),
      ];
      const kept = numbers(search.state);
      recount(search.state);
      const counted = numbers(search.state);
      expect(kept.every((value, i) => Math.abs(value - counted[i]!) < 1e-6)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
