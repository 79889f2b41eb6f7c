import { expect, it } from 'vitest';
import { buildInstance } from '../build-instance.ts';
import type { InstanceSpec } from '../instance-spec.ts';
import { buildModel } from './build-model.ts';
import { isMetric } from './metric.ts';
import { Neighbours } from './neighbours.ts';

const slot = { start: 0, end: 0, latest: 100 };
const base: InstanceSpec = {
  days: 2,
  places: 3,
  distance: Float64Array.of(0, 1, 2, 1, 0, 1, 2, 1, 0),
  clients: [{ place: 1 }, { place: 2 }],
  slots: [0, 1, 2, 3].map((index) => ({ ...slot, day: index >> 1, vehicle: index & 1 })),
};
const model = (change: Partial<InstanceSpec>) => buildModel(buildInstance({ ...base, ...change }));

it('checks times only as far as they bind', () => {
  expect(model({}).timing).toBe('plain');
  expect(model({ clients: [{ place: 1, windows: [[0, 100]] }] }).timing).toBe('plain');
  expect(model({ clients: [{ place: 1, windows: [[1, 100]] }] }).timing).toBe('windows');
  expect(model({ clients: [{ place: 1, windows: [[0, 99]] }] }).timing).toBe('windows');
  expect(model({ clients: [{ place: 1, windows: [[0, 9], [11, 20]] }] }).timing).toBe('general'); // prettier-ignore
  expect(model({ slots: [{ ...slot, day: 0, vehicle: 0, breaks: [{ open: 1, close: 2, minutes: 3 }] }] }).timing).toBe('general');
});

it('lists the slots that may take a visit', () => {
  expect([...model({}).lists.slot]).toEqual([0, 1, 2, 3]);
  const { lists } = model({
    clients: [
      { place: 1, vehicles: [1] },
      { place: 2, dayWindows: [[], [[0, 9]]] },
    ],
    fixed: [{ client: 1, day: 1, vehicle: 0 }],
    slots: base.slots.map((each, index) => ({ ...each, frozen: index === 1 })),
  });
  const rows = [0, 1, 2, 3].map((row) => [...lists.slot.subarray(lists.from[row], lists.from[row + 1])]);
  // Client 0 wants vehicle 1, whose first day is frozen; client 1 is closed on the first day and promised to vehicle 0 on the second.
  expect(rows).toEqual([[], [3], [], [2]]);
});

it('finds slots that are interchangeable while empty', () => {
  const kinds = (change: Partial<InstanceSpec>) => [...model(change).kind];
  expect(kinds({})).toEqual([0, 0, 1, 1]);
  expect(kinds({ slots: base.slots.map((each, index) => ({ ...each, latest: 100 + (index & 1) })) })).toEqual([0, 1, 2, 3]);
  expect(kinds({ clients: [{ place: 1, vehicles: [0] }] })).toEqual([0, 1, 2, 3]);
  expect(kinds({ fixed: [{ client: 0, day: 0, vehicle: 1 }] })).toEqual([0, 1, 2, 3]);
});

it('puts the window promised in the place of the others', () => {
  const { windows } = model({ clients: [{ place: 1, windows: [[5, 6]] }], fixed: [{ client: 0, day: 1, window: [7, 8] }] });
  expect([...windows.first]).toEqual([5, 7]);
  expect([...windows.last]).toEqual([6, 8]);
});

it('prices a required visit above every detour and any two optional ones', () => {
  const priced = model({ clients: [{ place: 1 }, { place: 2, prize: 50 }] });
  expect(priced.missCost[0]).toBeGreaterThan(100);
  expect(priced.missCost[1]).toBe(50);
  expect(model({}).missCost[0]).toBeGreaterThan(8);
});

it('knows matrices with detours that are shorter', () => {
  expect(isMetric(base.distance, 3)).toBe(true);
  expect(isMetric(Float64Array.of(0, 1, 3, 1, 0, 1, 3, 1, 0), 3)).toBe(false);
});

it('lists neighbours by the way there and back, oneself first', () => {
  const distance = Float64Array.of(0, 5, 1, 1, 0, 9, 9, 2, 0);
  const near = new Neighbours(model({ distance, clients: [{ place: 0 }, { place: 1 }, { place: 2 }] }), 2);
  // There and back: 0–1 6, 0–2 10, 1–2 11.
  expect([0, 1, 2].map((client) => [...near.of(client)])).toEqual([[0, 1], [1, 0], [2, 0]]); // prettier-ignore
});
