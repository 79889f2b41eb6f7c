import type { Curve } from './curves/index.ts';
import type { VetoCurve } from './curves/veto.ts';
import type { Text } from './problem.ts';

/** One scored line of a card. */
export interface CardItem {
  readonly id: string;
  /** Default: the name of the indicator. */
  readonly name?: Text;
  readonly indicatorId: string;
  /** Percent with at most three decimals. 0 only with `unscored`. */
  readonly weight: number;
  readonly curve: Curve;
  /** Used where a person has no target of their own. In the indicator's unit. */
  readonly target?: number;
  /** What a missing value means: `pending` keeps the total open (default), `zero` earns nothing, `not-applicable` leaves. */
  readonly noData?: 'pending' | 'zero' | 'not-applicable';
  /** The same for a ratio whose denominator is 0. Default: as `noData`. */
  readonly zeroDenominator?: 'pending' | 'zero' | 'not-applicable';
  /** Shown but not counted. */
  readonly unscored?: boolean;
  /** Why the curve is as it is, for those who are scored by it. */
  readonly reason?: Text;
}

/** A named part of a card. */
export interface CardGroup {
  readonly id: string;
  readonly name: Text;
  /** Percent of the card; only with `weights: 'of-group'`. */
  readonly weight?: number;
  readonly items: readonly CardItem[];
}

/** Where a veto reaches. */
export type VetoScope =
  | { readonly level: 'total' }
  | { readonly level: 'group'; readonly groupId: string }
  | { readonly level: 'item'; readonly itemId: string };

/** 一票否决 with its reach, its effect and the reason that is cited when it triggers. */
export interface VetoRule {
  readonly id: string;
  readonly indicatorId: string;
  readonly curve: VetoCurve;
  readonly scope: VetoScope;
  /** `cap` leaves at most `points` of the scope's points. */
  readonly effect: { readonly kind: 'zero' } | { readonly kind: 'cap'; readonly points: number };
  readonly reason: Text;
  /** The clause the veto rests on, such as a section of the company's rules. */
  readonly citation?: Text;
}

/** A grade from `from` points (included) up to the next one. */
export interface GradeBand {
  readonly id: string;
  readonly name: Text;
  readonly from: number;
}

/** A scorecard. Immutable once published: a change is a new version. */
export interface ScoreCard {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  /** `of-total`: item weights add up to 100 over the card. `of-group`: groups to 100, and items to 100 in each group. */
  readonly weights: 'of-total' | 'of-group';
  /** `renormalise`: what does not apply leaves and the rest is scaled to 100. `forbidden`: it is an error. */
  readonly notApplicable: 'renormalise' | 'forbidden';
  readonly groups: readonly CardGroup[];
  readonly vetoes?: readonly VetoRule[];
  /** Falling or rising, any order; the lowest starts at 0 or below. */
  readonly grades?: readonly GradeBand[];
}

/** All items of a card in order. */
export function itemsOf(card: ScoreCard): CardItem[] {
  return card.groups.flatMap((group) => [...group.items]);
}

/** A percentage as an integer of thousandths, or null when it has more than three decimals or is not a number. */
export function milliPercent(weight: number): number | null {
  const scaled = Math.round(weight * 1000);
  return Number.isSafeInteger(scaled) && Math.abs(scaled / 1000 - weight) < 1e-9 ? scaled : null;
}
