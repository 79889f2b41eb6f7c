import { RoutingError } from '../error.ts';
import { convertPoint } from './convert-point.ts';
import { greatCircleMetres } from './great-circle.ts';
import { checkPoint } from './point.ts';
import { checkProfile, DEFAULT_PROFILE, minutesFor } from './speed-profile.ts';
import type { Point } from './point.ts';
import type { SpeedProfile } from './speed-profile.ts';
import type { TravelMatrix } from './travel-matrix.ts';

/** The most places of one matrix: two tables of 8 bytes a pair, 1 GB together. */
export const MOST_PLACES = 8_000;

/**
 * Travel without a key: great circle × detour factor, minutes by the speed profile. Points may be of different datums; they are
 * converted to WGS-84. Throws for points and profiles that are none, and `routing.travel.tooMany` above 8,000 points.
 */
export function estimateMatrix(points: readonly Point[], profile: SpeedProfile = DEFAULT_PROFILE): TravelMatrix {
  checkProfile(profile);
  const size = points.length;
  if (size > MOST_PLACES) throw new RoutingError('routing.travel.tooMany', MOST_PLACES);
  points.forEach((point, index) => checkPoint(point, `points.${index}`));
  const places = points.map((point) => convertPoint(point, 'wgs84'));
  const minutes = new Float64Array(size * size);
  const metres = new Float64Array(size * size);
  for (let from = 0; from < size; from += 1) {
    for (let to = from + 1; to < size; to += 1) {
      const road = greatCircleMetres(places[from]!, places[to]!) * profile.detourFactor;
      const one = from * size + to;
      const back = to * size + from;
      metres[one] = metres[back] = road;
      minutes[one] = minutes[back] = minutesFor(road, profile);
    }
  }
  const sources = { same: size, estimate: size * size - size, stored: 0, provider: 0, stated: 0 };
  return { size, minutes, metres, sources, estimated: [], requests: 0 };
}
