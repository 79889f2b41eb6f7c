import { expect, it } from 'vitest';
import { buildInstance } from './build-instance.ts';
import { NEVER_VISITED } from './instance.ts';

const distance = Float64Array.of(0, 1, 2, 0);

it('orders slots by day and finds the slots of a day', () => {
  const { slots, vehicles } = buildInstance({
    days: 3,
    places: 2,
    distance,
    clients: [],
    slots: [
      { day: 2, vehicle: 4, start: 0, end: 1, breaks: [{ open: 10, close: 12, minutes: 1 }] },
      { day: 0, vehicle: 3, start: 1, end: 0 },
      { day: 2, vehicle: 1, start: 0, end: 0 },
    ],
  });
  expect([...slots.dayFrom]).toEqual([0, 1, 1, 3]);
  expect([...slots.vehicle]).toEqual([3, 4, 1]);
  expect([...slots.breakFrom]).toEqual([0, 0, 1, 1]);
  expect(vehicles).toBe(5);
});

it('gives clients patterns, a gap rule, or any one day', () => {
  const { clients, patterns } = buildInstance({
    days: 2,
    dayNumbers: [5, 8],
    places: 2,
    distance,
    clients: [
      { place: 1, patterns: [[0, 1]], patternCosts: [7] },
      { place: 1, frequency: { visits: 2, leastGap: 3 } },
      { place: 0, prize: 4 },
    ],
    slots: [],
  });
  expect([...clients.patternFrom]).toEqual([0, 1, 1, 3]);
  expect([...patterns.day]).toEqual([0, 1, 0, 1]);
  expect([...patterns.cost]).toEqual([7, 0, 0]);
  expect([...clients.visits]).toEqual([2, 2, 1]);
  expect(clients.idealGap[1]).toBe(2);
  expect(clients.lastVisit[1]).toBe(NEVER_VISITED);
  expect([...clients.prize]).toEqual([Infinity, Infinity, 4]);
});

it('keeps windows by day, where a closed day has none', () => {
  const { windows, allowed } = buildInstance({
    days: 2,
    places: 2,
    distance,
    clients: [{ place: 1, dayWindows: [[], [[1, 2]]], vehicles: [1] }, { place: 1, windows: [[3, 4], [5, 6]] }, { place: 1 }], // prettier-ignore
    slots: [0, 1].map((vehicle) => ({ day: 0, vehicle, start: 0, end: 0 })),
  });
  expect([...windows!.from]).toEqual([0, 0, 1, 3, 5, 6, 7]);
  expect([...windows!.open]).toEqual([1, 3, 5, 3, 5, -Infinity, -Infinity]);
  expect([...allowed!]).toEqual([0, 1, 1, 1, 1, 1]);
});

it('notes promises and the published plan', () => {
  const instance = buildInstance({
    days: 2,
    places: 2,
    distance,
    clients: [{ place: 1 }],
    slots: [],
    fixed: [{ client: 0, day: 1, window: [8, 9] }],
    reference: { visits: [{ client: 0, day: 1, vehicle: 0, start: 8 }], dayChange: 5, vehicleChange: 2 },
  });
  expect(instance.fixed.vehicle[0]).toBe(-1);
  expect([instance.fixed.open[0], instance.fixed.close[0]]).toEqual([8, 9]);
  expect([...instance.reference!.vehicle]).toEqual([-1, 0]);
  expect(instance.duration).toBe(distance);
});
