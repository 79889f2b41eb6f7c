import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from './distance.ts';
import { routeKm, shortOrder } from './route.ts';
import type { Stop } from './route.ts';

const stop = (id: string, lat: number, lon: number): Stop => ({ id, place: { lat, lon } });

describe('distanceKm', () => {
  it('gives a degree of latitude its 111.195 km and 上海–北京 its 1,067 km', () => {
    expect(distanceKm({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })).toBeCloseTo(111.195, 2);
    expect(distanceKm({ lat: 31.2304, lon: 121.4737 }, { lat: 39.9042, lon: 116.4074 })).toBeCloseTo(1067.3, 0);
  });
});

describe('shortOrder', () => {
  it('undoes a crossing that nearest neighbour leaves', () => {
    const start = { lat: 0, lon: 0 };
    const stops = [stop('a', 0, 1), stop('b', 0, -1.1), stop('c', 0, 2), stop('d', 0, -3)];
    const order = shortOrder(start, stops).map(({ id }) => id);
    // 1 + 1 + 3.1 + 1.9 = 7 degrees one way round, 1.1 + 1.9 + 4 + 1 = 8 the other.
    expect(order).toEqual(['a', 'c', 'b', 'd']);
  });

  it('keeps every stop once, is no longer than any single exchange, and does not depend on the order given', () => {
    const places = fc.array(
      fc.record({ lat: fc.double({ min: 30, max: 32, noNaN: true }), lon: fc.double({ min: 120, max: 122, noNaN: true }) }),
      { maxLength: 7 },
    );
    fc.assert(
      fc.property(places, (all) => {
        const stops = all.map((place, index) => ({ id: String(index), place }));
        const start = { lat: 31, lon: 121 };
        const order = shortOrder(start, stops);
        expect(order.map(({ id }) => id).sort()).toEqual(stops.map(({ id }) => id).sort());
        expect(shortOrder(start, [...stops].reverse())).toEqual(order);
        const km = routeKm(start, order);
        for (let from = 0; from < order.length; from += 1) {
          for (let to = from + 1; to < order.length; to += 1) {
            const other = [...order.slice(0, from), ...order.slice(from, to + 1).reverse(), ...order.slice(to + 1)];
            expect(routeKm(start, other)).toBeGreaterThanOrEqual(km - 1e-6);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts stops without a place last', () => {
    expect(shortOrder(null, [{ id: 'a', place: null }, stop('b', 1, 1)]).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
