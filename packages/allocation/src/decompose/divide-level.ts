/** One level of a decomposition: every pool over its parts, and what the journal keeps of it. */
import { memberRanks } from './member-ranks.ts';
import { divideFree } from './divide-free.ts';
import { divideKept } from './divide-kept.ts';
import { readBox } from './read-box.ts';
import { ranksAt } from '../edits/region.ts';
import type { Axis } from '../axis.ts';
import type { Box } from '../grid.ts';
import type { Division, Pool } from '../journal.ts';
import type { Method } from '../methods/method.ts';
import type { KeptCells } from './kept.ts';
import type { PoolOf, PoolResult } from './pool.ts';
import type { Level } from './tree.ts';
import type { Work } from './work.ts';

/** The division for the journal, or the cell at which it failed and why. */
export type LevelResult =
  | { readonly ok: true; readonly division: Division }
  | { readonly ok: false; readonly box: Box; readonly failure: Extract<PoolResult, { ok: false }> };

const SILENT: Pool = { total: 0, of: 0, fallback: null, method: 'silent' };

/** Divides the pools of a level. `methodFor` chooses the method of each cell that is divided. */
export function divideLevel(
  work: Work,
  level: Level,
  methodFor: (parent: number, from: number, to: number) => Method,
): LevelResult {
  const { tree, plan, metric, amounts, weights } = work;
  const { axis, from, to } = level;
  const { key, member, spread } = tree.nodes;
  const box = new Int32Array(plan.grid.axes.length);
  const pooling = { plan, metric, axis, box, members: member, leafCounts: spread, total: 0 };
  const columns = {
    base: from,
    weights: weights.subarray(from, to),
    amounts: amounts.subarray(from, to),
    ranks: ranksOf(work, level),
  };
  const number = new Int32Array(to - from);
  const pools: Pool[] = [];
  let reserved: Float64Array | null = null;
  let asked: Division['asked'];
  let silent = -1;
  for (let at = 0; at < level.pools.length; at += 1) {
    const parent = level.pools[at] as number;
    const [first, end] = [level.parts[at] as number, level.parts[at + 1] as number];
    const amount = amounts[parent] as number;
    if (amount !== amount) {
      amounts.fill(NaN, first, end);
      weights.fill(NaN, first, end);
      if (silent < 0) silent = pools.push(SILENT) - 1;
      number.fill(silent, first - from, end - from);
      continue;
    }
    readBox(plan.grid.axes, key[parent] as number, box);
    pooling.total = amount;
    pooling.members = member.subarray(first, end);
    pooling.leafCounts = spread.subarray(first, end);
    const pool: PoolOf = { method: methodFor(parent, first, end), pooling, parent, from: first, to: end, level: columns };
    const result = keeps(work, parent) ? divideKept(work, work.kept as KeptCells, pool) : divideFree(work, pool);
    if (!result.ok) return { ok: false, box: box.slice(), failure: result };
    number.fill(pools.length, first - from, end - from);
    pools.push(poolOf(work, first, end, result));
    if (result.fallback === null && pool.method.asked !== undefined) {
      asked ??= { percent: new Float64Array(to - from).fill(NaN), rail: new Int8Array(to - from) };
      pool.method.asked(pooling, asked.percent.subarray(first - from, end - from), asked.rail.subarray(first - from, end - from));
    }
    if (result.reserved !== null) (reserved ??= new Float64Array(to - from)).set(result.reserved, first - from);
  }
  const division: Division = {
    keys: key.subarray(from, to),
    before: work.before.subarray(from, to),
    after: columns.amounts,
    weights: columns.weights,
    reserved,
    pool: number,
    pools,
    ...(asked === undefined ? {} : { asked }),
  };
  return { ok: true, division: work.kept === null ? division : withoutClosed(work, level, division) };
}

/** What breaks ties: the smaller id on the axis; among all leaf cells the smaller id of the last axis, then of the others. */
function ranksOf({ plan, tree }: Work, { axis, from, to }: Level): Int32Array {
  if (axis < 0) return ranksAt(plan.grid, tree.positions);
  const ranks = memberRanks(plan.grid.axes[axis] as Axis);
  const { member } = tree.nodes;
  const found = new Int32Array(to - from);
  for (let at = 0; at < found.length; at += 1) found[at] = ranks[member[from + at] as number] as number;
  return found;
}

function keeps({ kept, tree }: Work, node: number): boolean {
  if (kept === null) return false;
  const [start, end] = [tree.nodes.start[node] as number, tree.nodes.end[node] as number];
  return (kept.open[end] as number) - (kept.open[start] as number) < end - start;
}

function poolOf({ weights }: Work, from: number, to: number, { method, fallback, total }: PoolResult & { ok: true }): Pool {
  let of = 0;
  for (let at = from; at < to; at += 1) {
    const weight = weights[at] as number;
    if (weight === weight) of += weight;
  }
  return { total, of, fallback, method };
}

/** Cells in which everything is kept were not touched: the journal does not speak of them. */
function withoutClosed({ kept, tree }: Work, { from }: Level, division: Division): Division {
  const { nodes } = tree;
  const open = division.pool.map((_, at) => {
    const [start, end] = [nodes.start[from + at] as number, nodes.end[from + at] as number];
    return kept !== null && kept.open[end] === kept.open[start] ? 0 : 1;
  });
  if (!open.includes(0)) return division;
  const some = <T extends Float64Array | Int32Array | Int8Array>(list: T): T => list.filter((_, at) => open[at] === 1) as T;
  const { keys, before, after, weights, reserved, pool, pools, asked } = division;
  return {
    keys: some(keys),
    before: some(before),
    after: some(after),
    weights: some(weights),
    reserved: reserved === null ? null : some(reserved),
    pool: some(pool),
    pools,
    ...(asked === undefined ? {} : { asked: { percent: some(asked.percent), rail: some(asked.rail) } }),
  };
}
