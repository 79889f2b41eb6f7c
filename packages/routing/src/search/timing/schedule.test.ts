import { expect, it } from 'vitest';
import { buildInstance } from '../../build-instance.ts';
import type { ClientSpec, SlotSpec } from '../../instance-spec.ts';
import { buildModel } from '../build-model.ts';
import { lateSchedule } from './late-schedule.ts';
import { schedule } from './schedule.ts';
import type { Schedule } from './schedule.ts';

/** Clients 10 apart on a line beginning at a depot, visited in order, services of 5. */
function lineOf(clients: readonly Partial<ClientSpec>[], slot: Partial<SlotSpec>, how = schedule): Schedule | null {
  const places = clients.length + 1;
  const distance = Float64Array.from(
    { length: places * places },
    (_, cell) => 10 * Math.abs(Math.floor(cell / places) - (cell % places)),
  );
  const instance = buildInstance({
    ...{ days: 1, places, distance },
    clients: clients.map((client, c) => ({ place: c + 1, service: 5, ...client })),
    slots: [{ day: 0, vehicle: 0, start: 0, end: 0, earliest: 0, latest: 1000, ...slot }],
  });
  return how(
    buildModel(instance),
    0,
    clients.map((_, c) => c),
  );
}

it('leaves as late as the end of the day allows', () => {
  // 10 to the first, open at 50; 5 of service, 10 on, 5 of service, 20 back: 90. The wait is spent at home.
  expect(lineOf([{ windows: [[50, 60]] }, {}], {})).toEqual({ departure: 40, arrival: 90, starts: [50, 65], breaks: [] });
});

it('takes the second window when the first is over', () => {
  expect(lineOf([{ service: 30 }, { windows: [[0, 49], [70, 80]] }], {})?.starts).toEqual([30, 70]); // prettier-ignore
  expect(lineOf([{ service: 30 }, { windows: [[0, 50], [70, 80]] }], {})?.starts).toEqual([10, 50]); // prettier-ignore
});

it('returns later when that makes the day short enough', () => {
  // The first is served at 10 or at 100, the second at 100 to 120. Served at 10 the day lasts from 0 to 125; at 100 from 90 to 140.
  const clients = [{ windows: [[10, 10], [100, 100]] }, { windows: [[100, 120]] }] as const; // prettier-ignore
  expect(lineOf(clients, {})).toMatchObject({ departure: 0, arrival: 125 });
  expect(lineOf(clients, { maxDuration: 60 })).toMatchObject({ starts: [100, 115], arrival: 140 });
  expect(lineOf(clients, { maxDuration: 60 })!.departure).toBeCloseTo(90, 4);
  expect(lineOf(clients, { maxDuration: 49 })).toBeNull();
});

it('takes a break where it costs least', () => {
  const lunch = [{ open: 12, close: 18, minutes: 30 }];
  // Served from 10 to 15, then the break until 45, home at 55.
  expect(lineOf([{}], { breaks: lunch })).toMatchObject({ starts: [10], breaks: [15], arrival: 55 });
});

it('needs no break on a day that is over before', () => {
  expect(lineOf([{}], { breaks: [{ open: 12, close: 25, minutes: 30 }] })).toMatchObject({ breaks: [], arrival: 25 });
});

it('takes several breaks in order', () => {
  const breaks = [{ open: 5, close: 20, minutes: 3 }, { open: 20, close: 30, minutes: 4 }]; // prettier-ignore
  const day = lineOf([{ windows: [[10, 10]] }, {}], { breaks });
  expect(day?.breaks).toEqual([15, 28]);
  expect(day).toMatchObject({ starts: [10, 32], arrival: 57 });
});

it('knows when nothing fits', () => {
  expect(lineOf([{}], { latest: 24 })).toBeNull();
  expect(lineOf([{ windows: [[0, 9]] }], {})).toBeNull();
  expect(lineOf([{}], { latest: 50, breaks: [{ open: 0, close: 20, minutes: 30 }] })).toBeNull();
});

it('says how late a day is that does not fit', () => {
  expect(lineOf([{ windows: [[0, 9]] }, { windows: [[40, 50]] }], { latest: 50 }, lateSchedule)).toEqual({
    departure: 0,
    arrival: 65,
    starts: [10, 40],
    breaks: [],
  });
});
