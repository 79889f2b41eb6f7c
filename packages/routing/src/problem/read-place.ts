import { RoutingError } from '../error.ts';
import { checkPoint } from '../travel/point.ts';
import type { Datum, Point } from '../travel/point.ts';
import { below, orNull, readObject, readText } from './read.ts';
import type { Place } from './visit-problem.ts';

/**
 * A place: coordinates with their datum, an id of the travel matrix, or both. Null where coordinates are missing and no id stands in.
 * There is no default datum: taking one for another moves a place by some hundred metres without anybody noticing.
 */
export function readPlace(value: unknown, path: string): Place | null {
  const fields = readObject(value, path, ['lng', 'lat', 'datum', 'travelId']);
  const travelId = orNull(fields.travelId, below(path, 'travelId'), readText);
  const { lng = null, lat = null, datum } = fields;
  if (lng === null && lat === null) return travelId === null ? null : { point: null, travelId };
  const point = { lng: lng as number, lat: lat as number, datum: datum as Datum } satisfies Point;
  checkPoint(point, path);
  return { point, travelId };
}

/** A place that has to be known. */
export function readKnownPlace(value: unknown, path: string): Place {
  const place = value === undefined || value === null ? null : readPlace(value, path);
  if (place === null) throw new RoutingError('routing.problem.place', value, path);
  return place;
}
