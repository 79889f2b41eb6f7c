import type { Instance } from '../instance.ts';
import type { Route } from '../solution.ts';
import type { NewPlace, PlanEvent } from './plan-event.ts';

/** How much may change. */
export interface ChangeBudget {
  /** Most visits that may go to another day or another representative, those that lost their place included. */
  readonly moved: number;
  /** Most visits that may start at another time of the same day; no limit when left out. */
  readonly shifted?: number;
  /** Starts that differ by this much or less are the same; 15 when left out. In the unit of the windows. */
  readonly tolerance?: number;
}

/** A visit that a person decided on: it stays on its day with its representative, and with `keepStart` at its time. */
export interface HeldVisit {
  readonly client: number;
  readonly day: number;
  readonly keepStart?: boolean;
}

/** A published plan, what happened since, and how much may change. */
export interface ReplanRequest {
  readonly instance: Instance;
  /** The published plan. */
  readonly routes: readonly Route[];
  readonly events: readonly PlanEvent[];
  readonly budget: ChangeBudget;
  readonly seed: number;
  /** Days before it are past: nothing there changes. 0 when left out. */
  readonly today?: number;
  /**
   * Days before it are near: their visits keep day and representative, and their start within the tolerance. Only what the events bring
   * (urgent visits, visits that lost their place on such a day) may be added. `today` when left out.
   */
  readonly lockedUntil?: number;
  readonly held?: readonly HeldVisit[];
  readonly places?: readonly NewPlace[];
  /** Moves tried when something is left without a place; 2,000 when left out. */
  readonly iterations?: number;
  /** Representatives looked at together, nearest first; 8 when left out. All of them in turn when nothing fits. */
  readonly reach?: number;
  /** True: visits also move when that saves more than it costs. Left out: only to keep a visit, and as few as possible. */
  readonly improve?: boolean;
}
