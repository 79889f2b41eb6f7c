import type { Instance } from '../instance.ts';
import type { Solution } from '../solution.ts';

/** A plan breaks a constraint. */
export interface Violation {
  readonly constraint: string;
  /** The slot, client and day it is about, where there is one. */
  readonly slot?: number;
  readonly client?: number;
  readonly day?: number;
  /** How much too much, too late or too early, in the unit of the constraint; 1 where it is yes or no. */
  readonly excess: number;
}

/** A rule that every plan keeps. Checked from the finished plan alone, without anything the search keeps. */
export interface Constraint {
  readonly name: string;
  check(instance: Instance, solution: Solution): Violation[];
}

/** Rounding that is not worth a complaint, in units of time and load. */
export const TOLERANCE = 1e-5;
