import { RoutingError } from '../error.ts';
import { lineOf } from './text-lines.ts';

/** Matrices beyond this many places would not fit beside a search in a browser's or worker's memory. */
export const MOST_PLACES = 5_000;

/** A place on a plane. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

/** Throws before memory for a matrix is taken that would be too large. */
export function checkPlaces(count: number, line: { readonly number: number }): void {
  if (count > MOST_PLACES) throw new RoutingError('routing.format.tooMany', count, lineOf(line));
}

/** A symmetric matrix from a rule for two places. */
export function symmetricMatrix(count: number, between: (a: number, b: number) => number): Float64Array {
  const matrix = new Float64Array(count * count);
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      const length = between(a, b);
      matrix[a * count + b] = length;
      matrix[b * count + a] = length;
    }
  }
  return matrix;
}

/** Straight lines as doubles. */
export function planeMatrix(points: readonly PlanePoint[]): Float64Array {
  return symmetricMatrix(points.length, (a, b) => straight(points[a] as PlanePoint, points[b] as PlanePoint));
}

/** Straight lines cut after one decimal, as whole tenths. */
export function tenthsMatrix(points: readonly PlanePoint[]): Float64Array {
  return symmetricMatrix(points.length, (a, b) => Math.floor(10 * straight(points[a] as PlanePoint, points[b] as PlanePoint)));
}

function straight(a: PlanePoint, b: PlanePoint): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}
