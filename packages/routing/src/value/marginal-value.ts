import type { CostParts } from '../solution.ts';

/**
 * What one visit does to the objective. Everywhere in this folder `difference` is the plan with the visit minus the plan without it, part
 * by part: travel is positive (the way costs), lost value negative (it is gained), cadence either. `total` is the sum of the parts.
 */
export interface VisitValue {
  readonly client: number;
  readonly difference: CostParts;
  /**
   * `-difference.total`: what the plan gains by the visit, in units of the objective; negative when it costs more than it brings. Null:
   * it cannot be weighed, because the client must be served or the visit is promised, and nobody said what that is worth.
   */
  readonly worth: number | null;
}

/** A visit of the plan, and what would be lost and saved without it. */
export interface PlannedVisitValue extends VisitValue {
  readonly slot: number;
  readonly day: number;
  readonly vehicle: number;
}

/** The visit that a client could get next. */
export interface NextVisitValue {
  readonly client: number;
  /** `missing`: the client wants it and does not have it; `extra`: one more than wanted. */
  readonly kind: 'missing' | 'extra';
  /** Where it costs least; null when no day takes it, not even in place of another visit. */
  readonly best: NextVisit | null;
}

/** The cheapest place for a further visit. */
export interface NextVisit extends VisitValue {
  readonly slot: number;
  readonly day: number;
  readonly vehicle: number;
  /** Client visited before; null: first of the day. */
  readonly after: number | null;
  readonly start: number;
  /** The visit that has to go, when the day has no room else: `difference` is that of its removal, and part of the difference above. */
  readonly displaced: { readonly client: number; readonly difference: CostParts } | null;
}
