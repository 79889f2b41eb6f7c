import { describe, expect, it } from 'vitest';
import { convertPoint } from './convert-point.ts';
import { greatCircleMetres } from './great-circle.ts';
import type { Datum } from './point.ts';

const at = (lng: number, lat: number, datum: Datum) => ({ lng, lat, datum });

describe('convertPoint', () => {
  // Values of the package coordtransform, published in its README.
  it('shifts GPS points to the maps of AMap, and those to the maps of Baidu', () => {
    const gcj = convertPoint(at(116.404, 39.915, 'wgs84'), 'gcj02');
    expect([gcj.lng, gcj.lat]).toEqual([expect.closeTo(116.41024449916938, 5), expect.closeTo(39.91640428150164, 5)]);
    const bd = convertPoint(at(116.404, 39.915, 'gcj02'), 'bd09');
    expect([bd.lng, bd.lat]).toEqual([expect.closeTo(116.41036949371029, 5), expect.closeTo(39.92133699351021, 5)]);
  });

  it('comes back within a metre, through every datum', () => {
    const start = at(121.4737, 31.2304, 'wgs84');
    const back = convertPoint(convertPoint(convertPoint(start, 'gcj02'), 'bd09'), 'wgs84');
    expect(greatCircleMetres(start, back)).toBeLessThan(1);
  });

  it('leaves points outside of China and points of the same datum alone', () => {
    expect(convertPoint(at(2.3522, 48.8566, 'wgs84'), 'gcj02')).toEqual(at(2.3522, 48.8566, 'gcj02'));
    const point = at(116.4, 39.9, 'bd09');
    expect(convertPoint(point, 'bd09')).toBe(point);
  });

  it('a datum mistaken for another moves a point by 100 to 700 metres and more', () => {
    const gps = at(121.4737, 31.2304, 'wgs84');
    const shifted = { ...convertPoint(gps, 'gcj02'), datum: 'wgs84' as const };
    expect(greatCircleMetres(gps, shifted)).toBeGreaterThan(100);
    expect(greatCircleMetres(gps, shifted)).toBeLessThan(700);
  });
});
