import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildInstance } from '../../build-instance.ts';
import { featuresOf, randomSpec } from '../../testing/random-spec.ts';
import { buildModel } from '../build-model.ts';
import { beginSearch } from '../search.ts';
import { settingsFor } from '../settings.ts';
import type { SearchState } from '../state.ts';
import { scanGeneral } from './scan-general.ts';
import { scanPlain } from './scan-plain.ts';
import { scanWindows } from './scan-windows.ts';
import { schedule } from './schedule.ts';
import { slotFits } from './slot-fits.ts';

const scans = { plain: scanPlain, windows: scanWindows, general: scanGeneral };

/** The cheapest insertion that has a schedule, by trying every position. */
function bruteForce({ model, next }: SearchState, slot: number, node: number): number {
  const nodes: number[] = [];
  for (let at = next[model.sentinel + slot]!; at < model.sentinel; at = next[at]!) nodes.push(at);
  const length = (list: readonly number[]): number => {
    if (list.length === 0) return 0;
    const { slots } = model.instance;
    const stops = [slots.startPlace[slot]!, ...list.map((visit) => model.place[visit]!), slots.endPlace[slot]!];
    return stops.slice(1).reduce((sum, to, i) => sum + model.cost[stops[i]! * model.places + to]!, 0);
  };
  const tries = Array.from({ length: nodes.length + 1 }, (_, i) => nodes.toSpliced(i, 0, node));
  return Math.min(
    Infinity,
    ...tries.filter((list) => schedule(model, slot, list) !== null).map((list) => length(list) - length(nodes)),
  );
}

it('finds the cheapest position that has a schedule, whatever the times look like', () => {
  const seen = { plain: 0, windows: 0, general: 0 };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 4095 }), (seed, bits) => {
      const model = buildModel(
        buildInstance(randomSpec(seed, { ...featuresOf(bits, 12, 2, 2), fixed: false, asymmetric: false })),
      );
      const { state } = beginSearch(model, seed, settingsFor(model));
      state.trial.blink = 0;
      for (let slot = 0; slot < model.slots; slot++) {
        expect(slotFits(state, slot)).toBe(true);
        for (let client = 0; client < model.clients; client++) {
          const node = model.instance.slots.day[slot]! * model.clients + client;
          if (state.slotOf[node]! >= 0) continue;
          seen[model.timing]++;
          expect(scans[model.timing](state, slot, node, Infinity)).toBeCloseTo(bruteForce(state, slot, node), 6);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(Object.values(seen).every((count) => count > 100)).toBe(true);
});
