/**
 * Splitting an integer by weights so that the parts are integers and add up: the method of largest remainders
 * (Hamilton), in exact arithmetic. Every part lies less than one unit from its exact share.
 */
import { AllocationError } from '../error.ts';
import { checkAmount, commonIntegers, exactSum } from '../exact.ts';

/** One receiver. `id` breaks ties between equal remainders: the smaller id (by code unit) gets the unit. */
export interface Weight {
  readonly id: string;
  /** Finite, at least 0. Only the ratio matters. */
  readonly weight: number;
}

/** Limits of one part, in minor units; a missing side is open. */
export interface Bound {
  readonly min?: number;
  readonly max?: number;
}

export interface ApportionOptions {
  /** Limits by id. Parts that hit a limit stay on it, the others share the rest by weight. */
  readonly bounds?: Readonly<Record<string, Bound>>;
}

/** The parts in the order of the weights, or why no such split exists. */
export type Apportionment =
  | {
      readonly ok: true;
      readonly values: readonly number[];
      /** 'even' when all weights that could receive were 0 and each got the same. */
      readonly fallback: 'even' | null;
    }
  | {
      readonly ok: false;
      readonly code: 'allocation.bounds.infeasible';
      /** Least and greatest total the bounds allow. */
      readonly least: number;
      readonly greatest: number;
    };

/**
 * Splits `totalMinor` over the weights: `apportion(100, [1, 1, 1])` is 34, 33, 33 when the ids are in order.
 * A negative total is split like its absolute value. Throws an AllocationError for a total that is no safe integer, a
 * weight that is negative or not finite, no weights at all, or an id given twice.
 */
export function apportion(totalMinor: number, weights: readonly Weight[], options: ApportionOptions = {}): Apportionment {
  const total = checkAmount(totalMinor, 'total');
  checkWeights(weights);
  if (options.bounds !== undefined) return apportionBounded(total, weights, options.bounds);
  const { values, fallback } = shareOut(total, weights);
  return { ok: true, values, fallback };
}

function checkWeights(weights: readonly Weight[]): void {
  if (weights.length === 0) throw new AllocationError('allocation.members.empty', 'weights');
  const seen = new Set<string>();
  weights.forEach(({ id, weight }, index) => {
    if (!Number.isFinite(weight) || weight < 0) {
      throw new AllocationError('allocation.weight.invalid', weight, `weights.${index}.weight`);
    }
    if (seen.has(id)) throw new AllocationError('allocation.id.duplicate', id, `weights.${index}.id`);
    seen.add(id);
  });
}

/** The split itself, without checks: for callers inside the package that made the weights themselves. */
export function shareOut(total: number, weights: readonly Weight[]): { values: number[]; fallback: 'even' | null } {
  const allZero = weights.every(({ weight }) => weight === 0);
  const plain = weights.map(({ weight }) => (allZero ? 1 : weight));
  const size = Math.abs(total);
  const split = splitSmall(size, plain) ?? splitBig(size, plain);
  const order = weights.map((_, index) => index);
  order.sort((a, b) => split.compareRemainders(b, a) || compareIds(weights[a], weights[b]));
  const values = split.floors;
  const missing = size - exactSum(values);
  for (const index of order.slice(0, missing)) values[index] = (values[index] ?? 0) + 1;
  const fallback = allZero ? 'even' : null;
  return { values: total < 0 ? values.map((value) => 0 - value) : values, fallback };
}

function compareIds(a: Weight | undefined, b: Weight | undefined): number {
  const [left, right] = [a?.id ?? '', b?.id ?? ''];
  return left < right ? -1 : left > right ? 1 : 0;
}

interface Split {
  readonly floors: number[];
  compareRemainders(a: number, b: number): number;
}

/** In doubles while every product is a safe integer; null when it would not be. */
function splitSmall(size: number, weights: readonly number[]): Split | null {
  if (!weights.every(Number.isSafeInteger)) return null;
  let sum = 0;
  for (const weight of weights) {
    sum += weight;
    if (weight * size > Number.MAX_SAFE_INTEGER) return null;
  }
  if (sum > Number.MAX_SAFE_INTEGER) return null;
  const remainders = weights.map((weight) => (weight * size) % sum);
  return {
    floors: weights.map((weight, index) => (weight * size - (remainders[index] ?? 0)) / sum),
    compareRemainders: (a, b) => (remainders[a] ?? 0) - (remainders[b] ?? 0),
  };
}

function splitBig(size: number, weights: readonly number[]): Split {
  const scaled = commonIntegers(weights);
  const sum = scaled.reduce((left, right) => left + right, 0n);
  const products = scaled.map((weight) => weight * BigInt(size));
  const remainders = products.map((product) => product % sum);
  return {
    floors: products.map((product) => Number(product / sum)),
    compareRemainders: (a, b) => {
      const difference = (remainders[a] ?? 0n) - (remainders[b] ?? 0n);
      return difference < 0n ? -1 : difference > 0n ? 1 : 0;
    },
  };
}

/**
 * Freezing violations until none is left: of the parts beyond a limit only the side with the larger total violation is
 * fixed in each round, so that no part is fixed that the final split would have left free (as CSS flex lengths are
 * resolved). Each round fixes at least one part.
 */
function apportionBounded(total: number, weights: readonly Weight[], bounds: Readonly<Record<string, Bound>>): Apportionment {
  const limits = weights.map(({ id }) => readBound(id, bounds[id]));
  const least = limits.reduce((sum, { min }) => sum + min, 0);
  const greatest = limits.reduce((sum, { max }) => sum + max, 0);
  if (total < least || total > greatest || limits.some(({ min, max }) => min > max)) {
    return { ok: false, code: 'allocation.bounds.infeasible', least, greatest };
  }
  const values = weights.map(() => 0);
  let free = weights.map((_, index) => index);
  let rest = total;
  let fallback: 'even' | null = null;
  while (free.length > 0) {
    const split = shareOut(
      rest,
      free.map((index) => weights[index] as Weight),
    );
    fallback ??= split.fallback;
    const clamped = free.map((index, at) => clamp(split.values[at] ?? 0, limits[index] as Limits));
    const excess = exactSum(clamped) - rest;
    const fixed = new Set(
      free.filter((_, at) => {
        const move = (clamped[at] ?? 0) - (split.values[at] ?? 0);
        return excess === 0 || (excess > 0 ? move > 0 : move < 0);
      }),
    );
    free.forEach((index, at) => {
      if (!fixed.has(index)) return;
      values[index] = clamped[at] ?? 0;
      rest -= values[index] ?? 0;
    });
    free = free.filter((index) => !fixed.has(index));
  }
  return { ok: true, values, fallback };
}

interface Limits {
  readonly min: number;
  readonly max: number;
}

function readBound(id: string, bound: Bound | undefined): Limits {
  const min = bound?.min === undefined ? -Infinity : checkAmount(bound.min, `bounds.${id}.min`);
  const max = bound?.max === undefined ? Infinity : checkAmount(bound.max, `bounds.${id}.max`);
  return { min, max };
}

function clamp(value: number, { min, max }: Limits): number {
  return Math.min(Math.max(value, min), max);
}
