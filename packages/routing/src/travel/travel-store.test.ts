import { expect, it } from 'vitest';
import { osrm } from './osrm.ts';
import { memoryStore, wayKey } from './travel-store.ts';

it('gives back what was written and forgets the oldest beyond its size', async () => {
  const store = memoryStore(2);
  await store.write([
    ['a', { seconds: 1, metres: 2 }],
    ['b', { seconds: null, metres: null }],
  ]);
  await store.write([
    ['a', { seconds: 3, metres: 4 }],
    ['c', { seconds: 5, metres: 6 }],
  ]);
  expect(await store.read(['a', 'b', 'c'])).toEqual([{ seconds: 3, metres: 4 }, undefined, { seconds: 5, metres: 6 }]);
});

it('keys tell apart providers, modes, directions and points a metre apart, and nothing finer', () => {
  const car = osrm({ url: 'https://a.test' });
  const a = { lng: 121.473701, lat: 31.2304, datum: 'wgs84' as const };
  const b = { lng: 121.5, lat: 31.3, datum: 'wgs84' as const };
  const keys = [
    wayKey(car, a, b),
    wayKey(car, b, a),
    wayKey(osrm({ url: 'https://a.test', profile: 'foot' }), a, b),
    wayKey(osrm({ url: 'https://b.test' }), a, b),
    wayKey(car, { ...a, lng: 121.47372 }, b),
  ];
  expect(new Set(keys).size).toBe(5);
  expect(wayKey(car, { ...a, lng: 121.473703 }, b)).toBe(keys[0]);
});
