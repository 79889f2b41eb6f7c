import type { Stop } from './stop.ts';

/** Stops when that many moves in a row found nothing better. */
export function noImprovement(iterations: number): Stop {
  return ({ sinceBetter }) => sinceBetter >= iterations;
}
