/** A plan as plain data, in the numbering of its instance. */
export interface Solution {
  /** Slots with at least one visit, ascending. */
  readonly routes: readonly Route[];
  /** Clients who get fewer visits than they want, or a promise that is broken; ascending by client, then day. */
  readonly unserved: readonly Unserved[];
  readonly cost: CostParts;
}

/** One vehicle's day. */
export interface Route {
  readonly slot: number;
  readonly day: number;
  readonly vehicle: number;
  readonly visits: readonly Visit[];
  /** When the vehicle leaves its start place and reaches its end place; departure is as late as the end time allows. */
  readonly departure: number;
  readonly arrival: number;
  /** Start of each break, in the order of the slot's breaks. */
  readonly breaks: readonly number[];
  readonly distance: number;
}

/** One client on one day. */
export interface Visit {
  readonly client: number;
  /** Start of service. */
  readonly start: number;
}

/**
 * Why visits are missing:
 * - `no-slot`: no vehicle that may serve the client works on a day it could be visited
 * - `closed`: the client's windows never meet the hours of such a vehicle
 * - `too-far`: even alone on a route the visit does not fit into hours, duration, windows and breaks
 * - `too-much`: the demand of one visit exceeds every capacity
 * - `frequency`: each visit would fit, but no set of days keeps the gaps or patterns
 * - `full-capacity`, `full-visits`, `full-time`: it would fit alone, and in this plan that is what every slot left lacks
 * - `not-worth`: it would fit, and costs more than it is worth
 */
export type UnservedReason =
  'no-slot' | 'closed' | 'too-far' | 'too-much' | 'frequency' | 'full-capacity' | 'full-visits' | 'full-time' | 'not-worth';

/** Visits that are not in the plan. */
export interface Unserved {
  readonly client: number;
  /** How many visits are missing. */
  readonly missing: number;
  /** Day of the promise that is broken; null when it is about the client's frequency. */
  readonly promisedDay: number | null;
  readonly reason: UnservedReason;
}

/** What the plan costs; `total` is the sum of the weighted parts. The first two are counts and come before the total. */
export interface CostParts {
  readonly brokenPromises: number;
  readonly missedRequired: number;
  readonly lostValue: number;
  readonly cadence: number;
  readonly travel: number;
  readonly fixed: number;
  readonly balance: number;
  readonly changes: number;
  readonly total: number;
}
