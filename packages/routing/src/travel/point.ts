import { RoutingError } from '../error.ts';

/** What coordinates are measured against: GPS, maps of AMap and Tencent, maps of Baidu. Mixing them shifts a point by 100 to 700 m. */
export type Datum = 'wgs84' | 'gcj02' | 'bd09';

/** A place on Earth, in degrees. */
export interface Point {
  readonly lng: number;
  readonly lat: number;
  readonly datum: Datum;
}

const DATUMS: readonly unknown[] = ['wgs84', 'gcj02', 'bd09'];

/** Throws `routing.point.invalid` or `routing.datum.invalid`. */
export function checkPoint(point: Point, path = ''): void {
  const { lng, lat, datum } = point;
  const inRange = Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
  // Comparisons with NaN are false, and texts would pass them.
  if (typeof lng !== 'number' || typeof lat !== 'number' || !inRange) {
    throw new RoutingError('routing.point.invalid', { lng, lat }, path);
  }
  if (!DATUMS.includes(datum)) throw new RoutingError('routing.datum.invalid', datum, path === '' ? '' : `${path}.datum`);
}
