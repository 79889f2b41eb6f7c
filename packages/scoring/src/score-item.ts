import type { CardItem } from './card.ts';
import { evaluateExact } from './curves/evaluate.ts';
import type { ExactCurveScore } from './curves/evaluate.ts';
import { exact, fraction, mul, roundHalfEven, toNumber, ZERO } from './exact.ts';
import type { Measured } from './facts.ts';
import type { Text } from './problem.ts';
import type { Adjustment, ItemResult, ItemStatus } from './result.ts';

/** An item with its curve evaluated, before weights are known. */
export interface JudgedItem {
  readonly item: CardItem;
  readonly measured: Measured;
  readonly target: number | null;
  readonly status: ItemStatus;
  readonly score: ExactCurveScore;
}

/** Evaluates the curve of an item and decides what missing data means for it. */
export function judgeItem(item: CardItem, measured: Measured, target: number | null): JudgedItem {
  const score = evaluateExact(item.curve, measured.value, target === null ? null : exact(target));
  return { item, measured, target, score, status: statusOf(item, measured, score) };
}

function statusOf(item: CardItem, measured: Measured, score: ExactCurveScore): ItemStatus {
  if (item.unscored) return 'unscored';
  if (measured.state === 'not-applicable') return 'not-applicable';
  if (score.share !== null) return 'scored';
  const rule = measured.state === 'zero-denominator' ? (item.zeroDenominator ?? item.noData) : item.noData;
  // A missing target is never the person's fault: it keeps the total open whatever the card says about data.
  if (measured.state === 'known') return 'pending';
  return rule ?? 'pending';
}

/** Whether an item takes part in the weights. */
export const countsInWeights = (status: ItemStatus): boolean =>
  status !== 'not-applicable' && status !== 'unscored';

/** Points of an item: weight × share in one exact step, rounded once. */
export function earnedPoints(judged: JudgedItem, weight: number): number {
  if (judged.status !== 'scored') return 0;
  return Number(roundHalfEven(mul(fraction(BigInt(weight), 1n), judged.score.share ?? ZERO)));
}

/** The item as it appears in the result. */
export function itemResult(
  judged: JudgedItem,
  name: Text,
  weight: number,
  earned: number,
  adjustments: readonly Adjustment[],
): ItemResult {
  const { item, measured, target, status, score } = judged;
  const number = (value: Measured['value']): number | null => value && toNumber(value);
  return {
    itemId: item.id,
    indicatorId: item.indicatorId,
    name,
    status,
    numerator: number(measured.numerator),
    denominator: number(measured.denominator),
    value: number(measured.value),
    target,
    factRefs: measured.factRefs,
    weight,
    share: number(score.share),
    earned,
    points: earned + sumPoints(adjustments),
    trail: score.trail,
    adjustments,
  };
}

/** Sum of the points of results or adjustments. */
export function sumPoints(list: readonly { readonly points: number }[]): number {
  return list.reduce((sum, entry) => sum + entry.points, 0);
}
