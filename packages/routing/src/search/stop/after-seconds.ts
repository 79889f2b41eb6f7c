import type { Stop } from './stop.ts';

/** Stops after a time; never when the run has no clock. */
export function afterSeconds(most: number): Stop {
  return ({ seconds }) => seconds !== null && seconds >= most;
}
