import type { Stop } from './stop.ts';

/** Stops after a number of moves. */
export function afterIterations(most: number): Stop {
  return ({ iteration }) => iteration >= most;
}
