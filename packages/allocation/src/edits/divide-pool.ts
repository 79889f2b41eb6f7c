/** Dividing an amount over leaf cells, with a declared rule for a base that gives no weights. */
import { shareOut } from '../share/index.ts';
import { allEmpty, signsOf, sumOf } from './amounts.ts';
import { ranksAt } from './region.ts';
import type { Fallback, Pool } from '../journal.ts';
import type { Grid } from '../grid.ts';

/** One division with everything the journal says about it; the lists run side by side. */
export interface Part {
  readonly positions: Int32Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly weights: Float64Array;
  readonly reserved: Float64Array | null;
  /** Number of the pool of each cell; null: there is one. */
  readonly pool: Int32Array | null;
  readonly pools: readonly Pool[];
  /** The cells stand for their rows over the time of the target, and only explain: the next part has the leaf cells. */
  readonly wide?: true;
}

/** Weights that can be used: nothing negative, not all zero. */
export interface Base {
  readonly weights: Float64Array;
  readonly fallback: Fallback | null;
  /** Amounts the cells keep before the rest is divided; null: none. */
  readonly reserved: Float64Array | null;
}

/** What is divided. */
export interface PoolOf {
  readonly grid: Grid;
  readonly method: string;
  readonly positions: Int32Array;
  readonly before: Float64Array;
  /** As the method gives them; `before` itself for the proportional one. */
  readonly raw: Float64Array;
  /** What they have now in all. */
  readonly sum: number;
  /** Whether a total of 0 is said about cells nobody spoke about: they turn from null into 0. */
  readonly stated: boolean;
}

/** Divides `total` over the cells; the parts add up to it. */
export function dividePool({ grid, method, positions, before, raw, sum, stated }: PoolOf, total: number): Part {
  const current = raw === before ? sum : NaN;
  const still = total === current && !(stated && allEmpty(before));
  const base = still ? plain(before) : baseOf(before, raw);
  const pool = base.reserved === null ? total : total - sumOf(base.reserved);
  const after = still ? before : new Float64Array(before.length);
  if (after !== before) shareOut(pool, base.weights, ranksAt(grid, positions), after);
  if (base.reserved !== null) addTo(after, base.reserved);
  const of = base.weights === before && current === current ? current : weightSum(base.weights);
  // A rule that divided nothing was not needed.
  const fallback = pool === 0 ? null : base.fallback;
  return {
    positions,
    before,
    after,
    weights: base.weights,
    reserved: base.reserved,
    pool: null,
    pools: [{ total: pool, of, fallback, method }],
  };
}

/** See the head of this file. A cell without weight keeps saying what it said: null stays null (NaN), 0 stays 0. */
export function baseOf(before: Float64Array, raw: Float64Array): Base {
  const { positive, negative } = signsOf(raw);
  if (positive && !negative) return plain(raw === before ? raw : settled(before, raw, 1));
  if (negative && !positive) return plain(settled(before, raw, -1));
  // Signs are mixed: each cell keeps what it has, and the change is divided by size, so that no sign turns by itself.
  if (positive && raw === before) return { weights: before.map(Math.abs), fallback: null, reserved: before };
  const { empty, zero, positive: some, negative: less } = signsOf(before);
  if (!positive && empty && (zero || some || less)) {
    return { weights: before.map((value) => (value === value ? 0 : 1)), fallback: 'evenEmpty', reserved: null };
  }
  return { weights: new Float64Array(before.length).fill(1), fallback: 'even', reserved: null };
}

function plain(weights: Float64Array): Base {
  return { weights, fallback: null, reserved: null };
}

function settled(before: Float64Array, raw: Float64Array, sign: 1 | -1): Float64Array {
  return raw.map((weight, index) => {
    if (weight === weight && weight !== 0) return weight * sign;
    const value = before[index] as number;
    return value === value ? 0 : NaN;
  });
}

function addTo(after: Float64Array, reserved: Float64Array): void {
  for (let index = 0; index < after.length; index += 1) after[index] = (after[index] as number) + (reserved[index] as number);
}

/** The sum of weights, for people to read: the division itself is exact. */
function weightSum(weights: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index] as number;
    if (weight === weight) sum += weight;
  }
  return sum;
}
