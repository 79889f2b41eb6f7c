import gcoord from 'gcoord';
import type { Datum, Point } from './point.ts';

const SYSTEM = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/**
 * The same place in another datum. GCJ-02 and BD-09 differ from WGS-84 inside China only; the way back is exact to some centimetres.
 * Source: the package gcoord.
 */
export function convertPoint(point: Point, datum: Datum): Point {
  if (point.datum === datum) return point;
  const [lng, lat] = gcoord.transform([point.lng, point.lat], SYSTEM[point.datum], SYSTEM[datum]);
  return { lng, lat, datum };
}
