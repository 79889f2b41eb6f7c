/** Reading the columns of a division: how one cell got its part. */
import { lowerBound } from '../grid.ts';
import { boxOfKey } from '../journal.ts';
import { refOf } from '../plan.ts';
import { orNull } from './amounts.ts';
import { isAscending } from './moved-below.ts';

import type { Axis } from '../axis.ts';
import type { Box } from '../grid.ts';
import type { Division, Fallback, Pool } from '../journal.ts';
import type { CellRef, Plan } from '../plan.ts';

/** One division on the way to a cell. */
export interface Step extends Required<CellRef> {
  readonly before: number | null;
  readonly after: number | null;
  readonly method: string;
  /** What was divided. */
  readonly pool: number;
  /** Null where the method said nothing about the cell. */
  readonly weight: number | null;
  /** Sum of the weights the pool was divided by. */
  readonly of: number;
  readonly fallback: Fallback | null;
  /** What growth asked of the cell above its base, in percent, and the rail that it stands at. */
  readonly askedPercent?: number;
  readonly rail?: 'min' | 'max';
  /** What the cell had before the pool was divided; part of `after`. */
  readonly reserved: number;
  /** `weight / of`. */
  readonly share: number;
  /** `reserved + pool × share`, before rounding. */
  readonly exact: number;
  /** What rounding added (or took, when negative) so that the parts add up: less than one unit for a single division. */
  readonly rounding: number;
}

/** The steps of a division that lead to a cell: those of the cell itself and of cells around it. */
export function stepsTo(plan: Plan, metric: number, division: Division, box: Box): Step[] {
  const { axes } = plan.grid;
  const wanted = keysAround(axes, box);
  const found = isAscending(division.keys)
    ? wanted.flatMap((key) => at(division.keys, key))
    : scan(division.keys, new Set(wanted));
  return found.map((index) => stepOf(plan, metric, division, index));
}

/** Keys of a cell and of every cell around it, ascending: parents first. */
function keysAround(axes: readonly Axis[], box: Box): number[] {
  let keys = [0];
  axes.forEach((axis, index) => {
    const chain: number[] = [];
    for (let member = box[index] as number; member >= 0; member = axis.parent[member] as number) chain.unshift(member);
    keys = keys.flatMap((key) => chain.map((member) => key * axis.ids.length + member));
  });
  return keys;
}

function at(keys: Float64Array, key: number): number[] {
  const index = lowerBound(keys, key);
  return keys[index] === key ? [index] : [];
}

function scan(keys: Float64Array, wanted: ReadonlySet<number>): number[] {
  const found: number[] = [];
  // Numbers outside of the range cannot be one of them: most are told apart without a look into the set.
  const least = Math.min(...wanted);
  const most = Math.max(...wanted);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as number;
    if (key >= least && key <= most && wanted.has(key)) found.push(index);
  }
  return found.sort((a, b) => (keys[a] as number) - (keys[b] as number));
}

function askedAt({ asked }: Division, index: number): Pick<Step, 'askedPercent' | 'rail'> {
  const percent = asked?.percent[index];
  if (asked === undefined || percent === undefined || percent !== percent) return {};
  const rail = asked.rail[index] as number;
  return { askedPercent: percent, ...(rail === 0 ? {} : { rail: rail < 0 ? ('min' as const) : ('max' as const) }) };
}

function stepOf(plan: Plan, metric: number, division: Division, index: number): Step {
  const pool = division.pools[division.pool[index] as number] as Pool;
  const weight = division.weights[index] as number;
  const after = division.after[index] as number;
  const reserved = orNull(division.reserved?.[index] ?? 0) ?? 0;
  const share = pool.of === 0 || weight !== weight ? 0 : weight / pool.of;
  const part = pool.of === 0 || weight !== weight ? 0 : (pool.total * weight) / pool.of;
  const exact = reserved + part;
  const box = boxOfKey(plan.grid.axes, division.keys[index] as number);
  return {
    ...refOf(plan, metric, box),
    before: orNull(division.before[index] as number),
    after: orNull(after),
    method: pool.method,
    pool: pool.total,
    weight: orNull(weight),
    of: pool.of,
    fallback: pool.fallback,
    ...askedAt(division, index),
    reserved,
    share,
    exact,
    // The split itself was exact; this line is for reading, so noise of doubles below a millionth of a unit is cut off.
    rounding: after === after ? Math.round((after - exact) * 1e6) / 1e6 + 0 : 0,
  };
}
