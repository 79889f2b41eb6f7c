import type { Text } from './problem.ts';

/** Points here are integers in thousandths (1 point = 1000), rounded half even once per item. */
export type MilliPoints = number;

/**
 * What happened to an item. `pending` waits for data and keeps the total open; `zero` had no data and the card says
 * that earns nothing; `not-applicable` left and its weight went to the others; `unscored` is shown only.
 */
export type ItemStatus = 'scored' | 'pending' | 'zero' | 'not-applicable' | 'unscored';

/** One item of one person. */
export interface ItemResult {
  readonly itemId: string;
  readonly indicatorId: string;
  readonly name: Text;
  readonly status: ItemStatus;
  readonly numerator: number | null;
  /** Null for indicators that are not ratios. */
  readonly denominator: number | null;
  readonly value: number | null;
  readonly target: number | null;
  readonly factRefs: readonly string[];
  /** Effective weight after renormalising, in thousandths of a percent; all of a person add up to exactly 100,000. */
  readonly weight: number;
  /** Share of the weight earned, 1 = all of it. For display; points are computed exactly. */
  readonly share: number | null;
  /** Weight × share, before a veto. */
  readonly earned: MilliPoints;
  /** After the item's own vetoes. */
  readonly points: MilliPoints;
  readonly adjustments: readonly Adjustment[];
}

/** Points taken by a veto, as a line of their own so that every sum still adds up. */
export interface Adjustment {
  readonly vetoId: string;
  /** Zero or negative. */
  readonly points: MilliPoints;
  readonly reason: Text;
  readonly citation?: Text;
  readonly factRefs: readonly string[];
}

/** Σ items' points + Σ adjustments. */
export interface GroupResult {
  readonly groupId: string;
  readonly name: Text;
  /** Sum of the effective weights of its items. */
  readonly weight: number;
  readonly points: MilliPoints;
  readonly items: readonly ItemResult[];
  readonly adjustments: readonly Adjustment[];
}

/** Σ groups' points + Σ adjustments. */
export interface PersonResult {
  readonly personId: string;
  readonly points: MilliPoints;
  /** False while items are pending or nothing applies; then there is neither grade nor rank. */
  readonly complete: boolean;
  /** Effective weight still waiting for data. */
  readonly pendingWeight: number;
  readonly gradeId: string | null;
  /** Standard competition ranking: 1, 2, 2, 4. */
  readonly rank: number | null;
  readonly groups: readonly GroupResult[];
  readonly adjustments: readonly Adjustment[];
  /** Vetoes whose indicator had no data: they could not be judged. */
  readonly vetoesWithoutData: readonly string[];
}

/** What a card made of facts and targets; people in the order of their ids. */
export interface ScoreResult {
  readonly cardId: string;
  readonly cardVersion: string;
  readonly rounding: 'item-milli-half-even';
  readonly ties: 'standard-competition';
  readonly people: readonly PersonResult[];
}
