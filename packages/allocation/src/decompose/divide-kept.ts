import { shareOutBounded } from '../share/index.ts';
import { askMethod, fallBack } from './base.ts';
import { plusSaid, reservedBy, sumSaid } from './pool.ts';
import type { Base } from './base.ts';
import type { KeptCells } from './kept.ts';
import type { PoolOf, PoolResult } from './pool.ts';
import type { Work } from './work.ts';

/** Limits of the parts of one pool. A NaN weight: the part stays null. */
interface Limits {
  readonly weights: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1: has cells that are free to take something. */
  readonly open: Uint8Array;
  /** Kept in each part. */
  readonly kept: Float64Array;
  /** 1: something is kept in it. */
  readonly some: Uint8Array;
}

/**
 * Divides a pool in which cells are kept. Every part gets at least what is kept in it, and no more where nothing is open or the
 * method has no weight for it; the shares are those of the whole pool wherever they leave that room, so that a cell held far
 * below does not move its neighbours above.
 */
export function divideKept(work: Work, kept: KeptCells, pool: PoolOf): PoolResult {
  const { method, pooling, parent, from, to } = pool;
  const given = work.weights.subarray(from, to);
  const looks = askMethod(method, pooling, given);
  const hushed = work.hushed?.[parent] === 1;
  if (hushed) given.fill(NaN);
  const reserved = method.reserve === undefined || hushed ? null : reservedBy(method, pooling);
  const limits = limitsOf(work, kept, pool);
  const rest = (work.amounts[parent] as number) - (reserved === null ? 0 : sumSaid(reserved));
  let base: Base = { method: method.name, fallback: null };
  setLimits(limits, given, reserved);
  const fixed = sumSaid(limits.lower);
  if (rest > fixed && !hasTaker(limits)) {
    if (!limits.open.includes(1) || reserved !== null) {
      return { ok: false, code: 'noRoom', shift: rest - fixed, given: reserved !== null };
    }
    const usable = fallBack(work.fallback, method.name, looksOfOpen(limits, given, looks), pooling, given);
    if (usable !== null) setLimits(limits, given, reserved);
    if (usable === null || !hasTaker(limits)) return { ok: false, code: 'noBase', shift: rest - fixed, given: false };
    base = usable;
  } else if (!hushed && rest === 0 && limits.weights.every((weight) => weight !== weight)) {
    // Nobody says anything, and the 0 has to stand somewhere.
    given.fill(0);
    setLimits(limits, given, reserved);
  }
  const out = new Float64Array(to - from);
  const ranks = pool.level.ranks.subarray(from - pool.level.base, to - pool.level.base);
  const result = shareOutBounded(rest, limits.weights, limits.lower, limits.upper, ranks, out);
  if (!result.ok) return { ok: false, code: 'belowZero', shift: rest - result.least, given: reserved !== null };
  return { ok: true, ...base, ...written(work, pool, limits, out, reserved, rest) };
}

function limitsOf({ tree }: Work, kept: KeptCells, { from, to }: PoolOf): Limits {
  const size = to - from;
  const [weights, lower, upper, amounts] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [open, some] = [new Uint8Array(size), new Uint8Array(size)];
  for (let at = 0; at < size; at += 1) {
    const [start, end] = [tree.nodes.start[from + at] as number, tree.nodes.end[from + at] as number];
    open[at] = kept.open[end] === kept.open[start] ? 0 : 1;
    some[at] = kept.filled[end] === kept.filled[start] ? 0 : 1;
    amounts[at] = (kept.sums[end] as number) - (kept.sums[start] as number);
  }
  return { weights, lower, upper, open, kept: amounts, some };
}

/** Bounds of what goes by weight, from the weights given; amounts of the method count towards what is kept. */
function setLimits(
  { weights, lower, upper, open, kept, some }: Limits,
  given: Float64Array,
  reserved: Float64Array | null,
): void {
  for (let at = 0; at < weights.length; at += 1) {
    const before = reserved?.[at] ?? NaN;
    const ahead = before === before ? before : 0;
    const needed = (kept[at] as number) - ahead;
    const weight = given[at] as number;
    if (open[at] === 1 && weight > 0) {
      weights[at] = weight;
      lower[at] = Math.max(0, needed);
      upper[at] = Infinity;
      continue;
    }
    const silent = some[at] === 0 && (open[at] === 0 || weight !== weight);
    weights[at] = silent ? NaN : 0;
    lower[at] = silent ? 0 : open[at] === 1 ? Math.max(0, needed) : needed;
    upper[at] = lower[at] as number;
  }
}

function hasTaker({ upper }: Limits): boolean {
  return upper.includes(Infinity);
}

/** What the weights of the open parts have: closed ones are no one a fallback could speak for. */
function looksOfOpen({ open }: Limits, given: Float64Array, looks: ReturnType<typeof askMethod>): typeof looks {
  let [zero, silent] = [false, false];
  for (let at = 0; at < open.length; at += 1) {
    if (open[at] === 0) continue;
    if (given[at] === 0) zero = true;
    else silent = true;
  }
  return { ...looks, zero, silent };
}

/** Writes the amounts. What a part has at its lower bound it has before the others share: it counts as reserved. */
function written(
  work: Work,
  { from }: PoolOf,
  { lower, open, some }: Limits,
  out: Float64Array,
  given: Float64Array | null,
  rest: number,
): { total: number; reserved: Float64Array } {
  let total = rest;
  const reserved = new Float64Array(out.length);
  for (let at = 0; at < out.length; at += 1) {
    const node = from + at;
    const before = given?.[at] ?? NaN;
    const amount = plusSaid(out[at] as number, before);
    const bound = out[at] === lower[at] && (lower[at] as number) !== 0;
    reserved[at] = (before === before ? before : 0) + (bound ? (lower[at] as number) : 0);
    const weight = work.weights[node] as number;
    if (work.hushed !== null && weight !== weight && open[at] === 1 && some[at] === 1) work.hushed[node] = 1;
    if (bound) {
      total -= lower[at] as number;
      work.weights[node] = 0;
    }
    work.amounts[node] = amount;
  }
  return { total, reserved };
}
