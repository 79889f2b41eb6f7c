import type { CardItem } from './card.ts';
import { evaluateExact } from './curves/evaluate.ts';
import { moduleOf } from './curves/index.ts';
import type { Curve } from './curves/index.ts';
import { exact } from './exact.ts';
import type { Exact } from './exact.ts';
import { valueOf } from './facts.ts';
import type { Measured } from './facts.ts';
import { amountNumber, plainShare, pointsOf, shareNumber } from './plain.ts';
import type { Plain } from './plain.ts';
import type { Text } from './problem.ts';
import type { Adjustment, ItemResult, ItemStatus } from './result.ts';

/** Whether the short way over safe integers is taken where it carries; the long way alone is for checking it. */
export type Arithmetic = 'short' | 'long';

/** An item with its curve evaluated, before weights are known. */
export interface JudgedItem {
  readonly item: CardItem;
  readonly measured: Measured;
  readonly target: number | null;
  readonly status: ItemStatus;
  /** Null without data or target. */
  readonly share: Plain | Exact | null;
}

/** Evaluates the curve of an item and decides what missing data means for it. */
export function judgeItem(
  item: CardItem,
  measured: Measured,
  target: number | null,
  arithmetic: Arithmetic = 'short',
): JudgedItem {
  const share = shareOf(item.curve, measured, target, arithmetic);
  return { item, measured, target, share, status: statusOf(item, measured, share !== null) };
}

/** The share of the weight that a measured value earns on a curve; null without data or a target above 0. */
export function shareOf(
  curve: Curve,
  measured: Measured,
  target: number | null,
  arithmetic: Arithmetic = 'short',
): Plain | Exact | null {
  if (measured.state !== 'known') return null;
  const byTarget = moduleOf(curve).axis(curve) === 'attainment';
  if (byTarget && !(target !== null && target > 0)) return null;
  const { numerator, denominator } = measured;
  const divisor = byTarget ? (target ?? 1) : 1;
  if (arithmetic === 'short' && typeof numerator === 'number' && typeof (denominator ?? 1) === 'number') {
    const q = ((denominator as number | null) ?? 1) * divisor;
    const share = Number.isSafeInteger(divisor) && Number.isSafeInteger(q) ? plainShare(curve, numerator, q) : null;
    if (share) return share;
  }
  return evaluateExact(curve, valueOf(measured), byTarget ? exact(divisor) : null).share;
}

function statusOf(item: CardItem, measured: Measured, scored: boolean): ItemStatus {
  if (item.unscored) return 'unscored';
  if (measured.state === 'not-applicable') return 'not-applicable';
  if (scored) return 'scored';
  const rule = measured.state === 'zero-denominator' ? (item.zeroDenominator ?? item.noData) : item.noData;
  // A missing target is never the person's fault: it keeps the total open whatever the card says about data.
  if (measured.state === 'known') return 'pending';
  return rule ?? 'pending';
}

/** Whether an item takes part in the weights. */
export const countsInWeights = (status: ItemStatus): boolean => status !== 'not-applicable' && status !== 'unscored';

/** Points of an item: weight × share in one exact step, rounded once. */
export function earnedPoints(judged: JudgedItem, weight: number): number {
  return judged.status === 'scored' && judged.share ? pointsOf(weight, judged.share) : 0;
}

/** The item as it appears in the result. */
export function itemResult(
  judged: JudgedItem,
  name: Text,
  weight: number,
  earned: number,
  adjustments: readonly Adjustment[],
): ItemResult {
  const { item, measured, target, status, share } = judged;
  return {
    itemId: item.id,
    indicatorId: item.indicatorId,
    name,
    status,
    numerator: measured.numerator === null ? null : amountNumber(measured.numerator),
    denominator: measured.denominator === null ? null : amountNumber(measured.denominator),
    value: valueNumber(measured),
    target,
    factRefs: measured.factRefs,
    weight,
    share: share && shareNumber(share),
    earned,
    points: earned + sumPoints(adjustments),
    adjustments,
  };
}

function valueNumber(measured: Measured): number | null {
  const { state, numerator, denominator } = measured;
  if (state !== 'known' || numerator === null) return null;
  if (denominator === null) return amountNumber(numerator);
  if (typeof numerator === 'number' && typeof denominator === 'number') return shareNumber({ n: numerator, d: denominator });
  const value = valueOf(measured);
  return value && shareNumber(value);
}

/** Sum of the points of results or adjustments. */
export function sumPoints(list: readonly { readonly points: number }[]): number {
  let sum = 0;
  for (const entry of list) sum += entry.points;
  return sum;
}
