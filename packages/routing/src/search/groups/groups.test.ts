import { expect, it } from 'vitest';
import { buildInstance } from '../../build-instance.ts';
import { featuresOf, randomSpec } from '../../testing/random-spec.ts';
import { findGroups } from './find-groups.ts';
import { partOfPlan } from './part-of-plan.ts';
import { subInstance } from './sub-instance.ts';

function owned(owners: readonly (readonly number[])[], vehicles = 4) {
  const spec = randomSpec(2, { clients: owners.length, days: 2, vehicles, windows: true, severalWindows: true, breaks: true });
  return buildInstance({ ...spec, clients: spec.clients.map((client, c) => ({ ...client, vehicles: owners[c] })) });
}

it('keeps together who shares a vehicle, over any number of steps', () => {
  expect(findGroups(owned([[0], [1], [0, 2], [3], [2]]))).toEqual([
    { clients: [0, 2, 4], vehicles: [0, 2] },
    { clients: [1], vehicles: [1] },
    { clients: [3], vehicles: [3] },
  ]);
});

it('gives clients nobody may serve to the first group, and leaves out vehicles without clients', () => {
  expect(findGroups(owned([[1], [], [1]]))).toEqual([
    { clients: [1], vehicles: [0] },
    { clients: [0, 2], vehicles: [1] },
  ]);
});

it('does not split where everybody may serve everybody', () => {
  expect(findGroups(buildInstance(randomSpec(1, { clients: 3, days: 1, vehicles: 2 })))).toEqual([
    { clients: [0, 1, 2], vehicles: [0, 1] },
  ]);
});

it('cuts out an instance that is the one built from its own parts', () => {
  for (let bits = 0; bits < 4096; bits += 37) {
    const spec = randomSpec(bits + 1, { ...featuresOf(bits, 6, 3, 3), owners: false, fixed: false });
    const clients = spec.clients.map((client, c) => ({ ...client, vehicles: [c % 3] }));
    const part = subInstance(buildInstance({ ...spec, clients }), { clients: [1, 4], vehicles: [1] });
    const places = [0, 1, spec.clients[1]!.place, spec.clients[4]!.place].filter((place) => usesPlace(spec, place));
    const cut = (matrix: Float64Array) =>
      Float64Array.from(places.flatMap((from) => places.map((to) => matrix[from * spec.places + to]!)));
    const expected = buildInstance({
      ...spec,
      places: places.length,
      distance: cut(spec.distance),
      duration: spec.duration === spec.distance ? undefined : cut(spec.duration!),
      clients: [1, 4].map((c) => ({ ...spec.clients[c]!, place: places.indexOf(spec.clients[c]!.place) })),
      slots: spec.slots
        .filter((slot) => slot.vehicle === 1)
        .map((slot) => ({ ...slot, vehicle: 0, start: places.indexOf(slot.start), end: places.indexOf(slot.end) })),
    });
    expect(part.instance).toEqual(expected);
    expect(part.slots).toEqual([1, 4, 7]);
  }
});

function usesPlace(spec: ReturnType<typeof randomSpec>, place: number): boolean {
  return place > 1 || spec.slots.some((slot) => slot.vehicle === 1 && (slot.start === place || slot.end === place));
}

it('renumbers the part of a plan', () => {
  const part = subInstance(owned([[0], [1], [0], [1]]), { clients: [1, 3], vehicles: [1] });
  const plan = [
    { slot: 0, clients: [0] },
    { slot: 5, clients: [3, 2, 1] },
  ];
  expect(partOfPlan(part, plan)).toEqual([{ slot: 1, clients: [1, 0] }]);
});
