import { expect, it } from 'vitest';
import { greatCircleMetres } from './great-circle.ts';

const at = (lng: number, lat: number) => ({ lng, lat, datum: 'wgs84' as const });

it('one degree of the equator is 111.195 km, of the parallel of 60° half of it', () => {
  expect(greatCircleMetres(at(10, 0), at(11, 0))).toBeCloseTo(111_195.08, 1);
  expect(greatCircleMetres(at(10, 60), at(11, 60))).toBeCloseTo(55_597.54 - 5.29, -2);
});

it('Nashville to Los Angeles is 2,886.45 km on a sphere of 6,371.0088 km', () => {
  expect(greatCircleMetres(at(-86.67, 36.12), at(-118.4, 33.94)) / 1000).toBeCloseTo((2886.4444428379834 * 6371.0088) / 6371, 3);
});

it('is nothing from a point to itself, and half the Earth to the other side', () => {
  expect(greatCircleMetres(at(121, 31), at(121, 31))).toBe(0);
  expect(greatCircleMetres(at(0, 0), at(180, 0))).toBeCloseTo(Math.PI * 6_371_008.8, 3);
});
