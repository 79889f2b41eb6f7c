import type { CostParts, Route, UnservedReason } from '../solution.ts';
import type { ChangeCount } from './change-count.ts';
import type { LoneVisit, MovedVisit } from './diff-plans.ts';
import type { PlannedVisit } from './planned-visit.ts';

/**
 * Why a visit moved:
 * - `event`: event number `event` took its place
 * - `makes-room`: visits of the clients in `room` took its place
 * - `better`: the plan costs less so
 */
export type MoveReason =
  | { readonly code: 'event'; readonly event: number }
  | { readonly code: 'makes-room'; readonly room: readonly number[] }
  | { readonly code: 'better' };

/** A visit that moved, and why. */
export interface ExplainedMove extends MovedVisit<number> {
  readonly why: MoveReason;
}

/**
 * What was promised and is not kept:
 * - `urgent`: event number `event` asked for a visit that the plan does not have
 * - `promise`: a visit promised on a day is not there on that day, or not in its hours
 * - `person`: it takes place on its day, with somebody else than promised
 * - `held`: a person decided on the visit, and an event made it impossible
 * - `required`: a client who must be served gets fewer visits than published
 */
export type BrokenKind = 'urgent' | 'promise' | 'person' | 'held' | 'required';

/** Why it could not be kept: what the search found, `absent`: the representative is away, `budget`: it takes more changes than allowed. */
export type BrokenReason = UnservedReason | 'absent' | 'budget';

/** A promise that is broken. */
export interface BrokenPromise {
  readonly kind: BrokenKind;
  readonly client: number;
  /** The day promised; null where it is about the number of visits, or one of several days. */
  readonly day: number | null;
  readonly reason: BrokenReason;
  /** The event that brought it about; null when none did by itself. */
  readonly event: number | null;
  /** Where the visit takes place instead. */
  readonly instead: PlannedVisit<number> | null;
}

/** A published visit that is not in the plan any more; `cancelled` when an event said so. */
export interface DroppedVisit extends LoneVisit<number> {
  readonly why: 'cancelled' | BrokenReason;
}

/** One way to go on. */
export interface ReplanOption {
  /** The whole plan, in the numbering of the instance; new clients are numbered from its `clients.count` on, in the order of events. */
  readonly routes: readonly Route[];
  readonly moved: readonly ExplainedMove[];
  readonly shifted: readonly MovedVisit<number>[];
  readonly added: readonly LoneVisit<number>[];
  readonly dropped: readonly DroppedVisit[];
  readonly broken: readonly BrokenPromise[];
  readonly count: ChangeCount;
  /** Every part of the objective, this plan minus the published one; `brokenPromises` and `missedRequired` are counts. */
  readonly difference: CostParts;
}

/** The answer to a request. */
export interface ReplanAnswer {
  /** The best plan within the budget. */
  readonly within: ReplanOption;
  /** When a larger budget keeps more: the plan with the fewest changes that does. Null: the budget costs no promise and no visit. */
  readonly keeping: ReplanOption | null;
  /** What was looked at. */
  readonly looked: { readonly vehicles: number; readonly slots: number; readonly visits: number; readonly moves: number };
}
