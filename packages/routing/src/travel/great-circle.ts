import type { Point } from './point.ts';

/** Mean radius of the Earth in metres (IUGG). */
const RADIUS = 6_371_008.8;
const RADIANS = Math.PI / 180;

/** Metres between two points of the same datum over a sphere (haversine formula); within 0.6 % of the ellipsoid. */
export function greatCircleMetres(a: Point, b: Point): number {
  const latitude = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const longitude = Math.sin(((b.lng - a.lng) * RADIANS) / 2);
  const h = latitude * latitude + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * longitude * longitude;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)));
}
