import { expect, it } from 'vitest';
import { buildInstance } from '../build-instance.ts';
import type { ClientSpec, FixedSpec, SlotSpec } from '../instance-spec.ts';
import { startSearch } from './start-search.ts';

/** Why clients 10, 20, 30 … away from a depot are not served. */
function reasons(
  clients: readonly Partial<ClientSpec>[],
  slot: Partial<SlotSpec> = {},
  days = 1,
  fixed: readonly FixedSpec[] = [],
): unknown[] {
  const places = clients.length + 1;
  const distance = Float64Array.from(
    { length: places * places },
    (_, cell) => 10 * Math.abs(Math.floor(cell / places) - (cell % places)),
  );
  const instance = buildInstance({
    ...{ days, places, distance, fixed },
    clients: clients.map((client, c) => ({ place: c + 1, service: 10, ...client })),
    slots: Array.from({ length: days }, (_, day) => ({ day, vehicle: 0, start: 0, end: 0, earliest: 0, latest: 100, ...slot })),
  });
  const search = startSearch(instance);
  for (const event of search.run({ iterations: 200 })) void event;
  return search.best().unserved.map(({ client, missing, promisedDay, reason }) => [client, missing, promisedDay, reason]);
}

it('knows what no plan could change', () => {
  expect(reasons([{ vehicles: [] }])).toEqual([[0, 1, null, 'no-slot']]);
  expect(reasons([{ dayWindows: [[]] }])).toEqual([[0, 1, null, 'closed']]);
  expect(reasons([{ windows: [[101, 120]] }])).toEqual([[0, 1, null, 'closed']]);
  expect(reasons([{ windows: [[99, 120]] }])).toEqual([[0, 1, null, 'too-far']]);
  expect(reasons([{ service: 81 }])).toEqual([[0, 1, null, 'too-far']]);
  expect(reasons([{ demand: 3 }], { capacity: 2 })).toEqual([[0, 1, null, 'too-much']]);
});

it('knows frequencies that no gap allows', () => {
  expect(reasons([{ frequency: { visits: 3, leastGap: 3 } }], {}, 5)).toEqual([[0, 1, null, 'frequency']]);
  expect(reasons([{ patterns: [[0, 1]], dayWindows: [[], [[0, 50]]] }], {}, 2)).toEqual([[0, 2, null, 'frequency']]);
});

it('knows what is full', () => {
  expect(reasons([{ demand: 2 }, { demand: 1, prize: 50 }], { capacity: 2 })).toEqual([[1, 1, null, 'full-capacity']]);
  expect(reasons([{}, { prize: 50 }], { maxVisits: 1 })).toEqual([[1, 1, null, 'full-visits']]);
  expect(reasons([{ service: 60 }, { prize: 50 }])).toEqual([[1, 1, null, 'full-time']]);
});

it('knows what is not worth its way', () => {
  expect(reasons([{}, { prize: 19 }])).toEqual([[1, 1, null, 'not-worth']]);
  expect(reasons([{}, { prize: 21 }])).toEqual([]);
});

it('names the day of a promise that cannot be kept', () => {
  expect(reasons([{ service: 81 }], {}, 2, [{ client: 0, day: 1 }])).toEqual([[0, 1, 1, 'too-far']]);
  expect(reasons([{}], {}, 2, [{ client: 0, day: 1, vehicle: 7 }])).toEqual([[0, 1, 1, 'no-slot']]);
});
