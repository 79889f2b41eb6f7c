import type { PlanePoint } from './distances.ts';

/** TSPLIB's own value of π; another one changes rounded distances. */
const PI = 3.141592;
const EARTH_RADIUS = 6378.388;

/** Distance rules by the name TSPLIB gives them (Reinelt, TSPLIB 95, section 2). All results are whole numbers. */
export const tsplibWeights: Readonly<Record<string, (a: PlanePoint, b: PlanePoint) => number>> = {
  EUC_2D: (a, b) => nearest(straight(a, b)),
  CEIL_2D: (a, b) => Math.ceil(straight(a, b)),
  MAN_2D: (a, b) => nearest(Math.abs(a.x - b.x) + Math.abs(a.y - b.y)),
  MAX_2D: (a, b) => Math.max(nearest(Math.abs(a.x - b.x)), nearest(Math.abs(a.y - b.y))),
  ATT: pseudoEuclidean,
  GEO: greatCircle,
};

const nearest = (value: number): number => Math.floor(value + 0.5);

function straight(a: PlanePoint, b: PlanePoint): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}

function pseudoEuclidean(a: PlanePoint, b: PlanePoint): number {
  const exact = Math.sqrt(((a.x - b.x) ** 2 + (a.y - b.y) ** 2) / 10);
  const rounded = nearest(exact);
  return rounded < exact ? rounded + 1 : rounded;
}

function greatCircle(a: PlanePoint, b: PlanePoint): number {
  const [latitudeA, longitudeA, latitudeB, longitudeB] = [a.x, a.y, b.x, b.y].map(radians) as [number, number, number, number];
  const q1 = Math.cos(longitudeA - longitudeB);
  const q2 = Math.cos(latitudeA - latitudeB);
  const q3 = Math.cos(latitudeA + latitudeB);
  const cosine = 0.5 * ((1 + q1) * q2 - (1 - q1) * q3);
  return Math.trunc(EARTH_RADIUS * Math.acos(Math.min(1, Math.max(-1, cosine))) + 1);
}

/** `38.24` means 38 degrees and 24 minutes. */
function radians(coordinate: number): number {
  const degrees = Math.trunc(coordinate);
  return (PI * (degrees + (5 * (coordinate - degrees)) / 3)) / 180;
}
