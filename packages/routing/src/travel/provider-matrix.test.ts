import { describe, expect, it } from 'vitest';
import { estimateMatrix } from './estimate-matrix.ts';
import { providerMatrix } from './provider-matrix.ts';
import { memoryStore } from './travel-store.ts';
import type { Point } from './point.ts';
import type { TableAnswer, TravelProvider } from './provider.ts';

const at = (lng: number, lat: number): Point => ({ lng, lat, datum: 'wgs84' });
const points = [at(121.4, 31.2), at(121.5, 31.2), at(121.5, 31.3)];

/** A service that answers every pair with 600 s and 8 km, one destination a request, unless told otherwise. */
function service(answer: (request: number, pairs: number) => TableAnswer | undefined = () => undefined) {
  const asked: { origins: number; destinations: number }[] = [];
  const waits: number[] = [];
  const provider: TravelProvider = {
    ...{ name: 'double', profile: 'car', datum: 'gcj02', maxOrigins: 10, maxDestinations: 1, maxPairs: 10, pauseMs: 100 },
    ask: (origins, destinations) => {
      asked.push({ origins: origins.length, destinations: destinations.length });
      expect([...origins, ...destinations].every(({ datum }) => datum === 'gcj02')).toBe(true);
      const pairs = origins.length * destinations.length;
      const ways = (value: number): number[] => Array.from({ length: pairs }, () => value);
      return Promise.resolve(answer(asked.length, pairs) ?? { ok: true, table: { seconds: ways(600), metres: ways(8_000) } });
    },
  };
  const wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  const send = () => Promise.reject(new Error('not used by this double'));
  return { asked, waits, options: { provider, wait, send } };
}

const no = (fault: 'quota' | 'busy' | 'timeout' | 'refused' | 'key', detail = ''): TableAnswer => ({ ok: false, fault, detail });

describe('providerMatrix', () => {
  it('fills every pair from the provider, in its datum, with pauses between the requests', async () => {
    const { options, asked, waits } = service();
    const matrix = await providerMatrix(points, options);
    expect([...matrix.minutes]).toEqual([0, 10, 10, 10, 0, 10, 10, 10, 0]);
    expect([...matrix.metres]).toEqual([0, 8000, 8000, 8000, 0, 8000, 8000, 8000, 0]);
    expect(matrix.sources).toEqual({ same: 3, provider: 6, stored: 0, estimate: 0, stated: 0 });
    expect([asked, waits]).toEqual([Array.from({ length: 3 }, () => ({ origins: 2, destinations: 1 })), [100, 100]]);
  });

  it('asks nothing that is stored, and only for the new point when one is added', async () => {
    const store = memoryStore();
    await providerMatrix(points.slice(0, 2), { ...service().options, store });
    const { options, asked } = service();
    const matrix = await providerMatrix(points, { ...options, store });
    expect([matrix.sources.stored, matrix.sources.provider, matrix.sources.estimate]).toEqual([2, 4, 0]);
    expect(asked).toEqual([
      { origins: 1, destinations: 1 },
      { origins: 1, destinations: 1 },
      { origins: 2, destinations: 1 },
    ]);
  });

  it('stops at a used-up quota, estimates what is left and names those pairs', async () => {
    const { options, asked } = service((request) => (request > 1 ? no('quota', '10003 DAILY_QUERY_OVER_LIMIT') : undefined));
    const matrix = await providerMatrix(points, options);
    const estimate = estimateMatrix(points);
    expect(asked).toHaveLength(2);
    expect(matrix.estimated).toEqual([{ reason: 'quota', detail: '10003 DAILY_QUERY_OVER_LIMIT', pairs: [1, 2, 5, 7] }]);
    expect([3, 6].map((pair) => matrix.minutes[pair])).toEqual([10, 10]);
    expect([1, 2, 5, 7].map((pair) => matrix.minutes[pair])).toEqual([1, 2, 5, 7].map((pair) => estimate.minutes[pair]));
  });

  it('tries a passing fault again after growing pauses, and gives up after the third time', async () => {
    const once = service((request) => (request === 1 ? no('busy') : undefined));
    expect((await providerMatrix(points, once.options)).estimated).toEqual([]);
    expect(once.waits).toEqual([500, 100, 100]);
    const always = service(() => no('timeout'));
    const matrix = await providerMatrix(points, always.options);
    expect([always.waits, matrix.requests, matrix.estimated[0]?.pairs.length]).toEqual([[500, 1000], 3, 6]);
  });

  it('goes on after a refused request', async () => {
    const { options } = service((request) => (request === 2 ? no('refused', 'NoSegment') : undefined));
    const matrix = await providerMatrix(points, options);
    expect(matrix.estimated).toEqual([{ reason: 'refused', detail: 'NoSegment', pairs: [1, 7] }]);
  });

  it('does not believe no time between places far apart, nor flying, nor missing ways, and keeps them from the plan', async () => {
    const odd: TableAnswer = { ok: true, table: { seconds: [0, null], metres: [5_000, null] } };
    const flying: TableAnswer = { ok: true, table: { seconds: [60, 600], metres: [9_000, 8_000] } };
    const { options } = service((request) => [odd, flying][request - 1]);
    const matrix = await providerMatrix(points, options);
    expect(matrix.estimated).toEqual([
      { reason: 'implausible', detail: '', pairs: [1, 3] },
      { reason: 'no-way', detail: '', pairs: [6] },
    ]);
    expect(matrix.minutes[3]).toBeGreaterThan(0);
  });
});

describe('estimateMatrix', () => {
  it('is great circle × detour factor, the same both ways, whatever datum a point is written in', () => {
    const { metres, minutes } = estimateMatrix([at(0, 0), at(0.01, 0)], {
      ...{ id: 'p', detourFactor: 1.5, startMinutes: 1, source: 'stated' },
      bands: [{ uptoMetres: null, kilometresPerHour: 60 }],
    });
    expect(metres[1]).toBeCloseTo(1_111.95 * 1.5, 1);
    expect(minutes[2]).toBeCloseTo(1 + 1.11195 * 1.5, 4);
  });

  it('refuses points that are none, and more than fit into memory', () => {
    expect(() => estimateMatrix([at(0, 0), at(31, 121)])).toThrow(
      expect.objectContaining({ code: 'routing.point.invalid', path: 'points.1' }),
    );
    const many = Array.from({ length: 8_001 }, () => at(0, 0));
    expect(() => estimateMatrix(many)).toThrow(expect.objectContaining({ code: 'routing.travel.tooMany' }));
  });
});
