import type { VisitProblem } from '../problem/visit-problem.ts';
import { convertPoint } from '../travel/convert-point.ts';
import { greatCircleMetres } from '../travel/great-circle.ts';
import type { Point } from '../travel/point.ts';
import { notice } from './notice.ts';
import type { Notice } from './notice.ts';

/** Farther from the middle of all places than this, and than `TIMES` the usual distance, a place is asked about. */
const FAR_METRES = 300_000;
const TIMES = 8;

/**
 * Names customers whose coordinates are probably wrong: at 0,0, far from all others, or close to them once longitude and latitude are
 * swapped. They are planned all the same. A place in the datum of another map is 100 to 700 m off, which nothing here can tell.
 */
export function suspiciousPlaces({ customers, representatives }: VisitProblem): Notice[] {
  const placed = customers.flatMap(({ id, name, place }) =>
    place?.point == null ? [] : [{ id, name, point: convertPoint(place.point, 'wgs84') }],
  );
  const homes = representatives.flatMap(({ home }) => (home.point === null ? [] : [convertPoint(home.point, 'wgs84')]));
  const all = [...placed.map(({ point }) => point), ...homes];
  if (all.length < 3) return placed.filter(({ point }) => isZero(point)).map(zeroNotice);
  const middle: Point = { lng: median(all.map(({ lng }) => lng)), lat: median(all.map(({ lat }) => lat)), datum: 'wgs84' };
  const far = Math.max(FAR_METRES, TIMES * median(all.map((point) => greatCircleMetres(point, middle))));
  return placed.flatMap(({ id, name, point }) => {
    if (isZero(point)) return [zeroNotice({ id, name })];
    const metres = greatCircleMetres(point, middle);
    if (metres <= far) return [];
    const swapped = Math.abs(point.lng) <= 90 && greatCircleMetres({ ...point, lng: point.lat, lat: point.lng }, middle) <= far;
    return [notice(swapped ? 'place.swapped' : 'place.far', { name, kilometres: Math.round(metres / 1_000) }, { customer: id })];
  });
}

function isZero({ lng, lat }: Point): boolean {
  return Math.abs(lng) < 0.01 && Math.abs(lat) < 0.01;
}

function zeroNotice({ id, name }: { readonly id: string; readonly name: string }): Notice {
  return notice('place.zero', { name }, { customer: id });
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
