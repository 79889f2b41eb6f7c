/**
 * Facts compiled for a plan: one amount per combination of bins, in columns. It answers any pool of the plan by walking over
 * no more than the facts that lie in it, so that a whole step of a decomposition, whose pools are disjoint, costs about as
 * much as there are facts.
 */
import { lowerPlace, orderOf } from './cell-order.ts';
import { endBin, firstBin } from './bins.ts';
import { baselineError } from './baseline-error.ts';
import type { Axis } from '../axis.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { Bins } from './bins.ts';
import type { FactsReport } from './facts.ts';

/** See the head of this file. Made by `compileFacts` and `planFacts`. */
export interface FactTable {
  /** The axes of the plan it was compiled for. */
  readonly axes: readonly Axis[];
  /** By axis of the plan; null for an axis that the facts do not speak about. */
  readonly bins: readonly (Bins | null)[];
  /** Bin of each cell, by axis of the plan; empty where `bins` is null. Sorted by the axes in their order. */
  readonly columns: readonly Int32Array[];
  /** At least 0: a negative sum weighs nothing. */
  readonly amounts: Float64Array;
  readonly report: FactsReport;
  /** Orders of the cells, made when a pool first needs them. */
  readonly orders: Map<string, Int32Array>;
}

/** The facts in a box: places `low` to `high` of an order, and the axes that each of them must still be looked at for. */
interface Slice {
  readonly order: Int32Array;
  readonly low: number;
  readonly high: number;
  readonly look: readonly number[];
}

/**
 * Adds up the facts of a pool by member. `out[i]` is NaN when there is no fact under `members[i]`, or none as fine as it is;
 * all are NaN on an axis that the facts do not speak about. Throws `allocation.facts.plan` for a plan with other axes.
 */
export function sumMembers(table: FactTable, plan: Plan, axis: number, box: Box, members: Int32Array, out: Float64Array): void {
  checkPlan(table, plan);
  out.fill(NaN, 0, members.length);
  const own = table.bins[axis];
  if (own === null || own === undefined) return;
  const divided = plan.grid.axes[axis] as Axis;
  const slots = slotsOf(own, divided, members);
  const from = table.bins.map(
    (bins, at) => bins && firstBin(bins, (plan.grid.axes[at] as Axis).from[box[at] as number] as number),
  );
  const to = table.bins.map((bins, at) => bins && endBin(bins, (plan.grid.axes[at] as Axis).to[box[at] as number] as number));
  const slice = sliceOf(table, axis, from, to);
  const column = table.columns[axis] as Int32Array;
  for (let place = slice.low; place < slice.high; place += 1) {
    const cell = slice.order[place] as number;
    const slot = slots.member[(column[cell] as number) - slots.first];
    if (slot === undefined || slot < 0 || !inside(table, slice.look, from, to, cell)) continue;
    const before = out[slot] as number;
    out[slot] = (before === before ? before : 0) + (table.amounts[cell] as number);
  }
}

function checkPlan(table: FactTable, plan: Plan): void {
  const { axes } = plan.grid;
  if (table.axes === axes || (table.axes.length === axes.length && table.axes.every((axis, at) => axis === axes[at]))) return;
  throw baselineError('allocation.facts.plan', table.axes.map((axis) => axis.id).join(', '), 'facts');
}

let scratch = new Int32Array(64);

/** Index in `members` by bin, counted from `first`; -1 for bins that lie under none of them or reach beyond one. */
function slotsOf(bins: Bins, axis: Axis, members: Int32Array): { member: Int32Array; first: number } {
  let [first, end] = [bins.count, 0];
  for (let index = 0; index < members.length; index += 1) {
    const member = members[index] as number;
    first = Math.min(first, firstBin(bins, axis.from[member] as number));
    end = Math.max(end, endBin(bins, axis.to[member] as number));
  }
  const size = Math.max(end - first, 0);
  if (scratch.length < size) scratch = new Int32Array(2 * size);
  const member = scratch.subarray(0, size).fill(-1);
  for (let index = 0; index < members.length; index += 1) {
    const [left, right] = [axis.from[members[index] as number] as number, axis.to[members[index] as number] as number];
    for (let bin = firstBin(bins, left); bin < endBin(bins, right); bin += 1) {
      if ((bins.from[bin] as number) >= left && (bins.to[bin] as number) <= right) member[bin - first] = index;
    }
  }
  return { member, first };
}

type Range = readonly (number | null)[];

/** Finds the facts of a box: axes on which it has one bin, then one it narrows, are a search; the others a look at each. */
function sliceOf(table: FactTable, axis: number, from: Range, to: Range): Slice {
  const width = (at: number): number => (to[at] as number) - (from[at] as number);
  const narrow: number[] = [];
  const single: number[] = [];
  table.bins.forEach((bins, at) => {
    if (bins === null || width(at) >= bins.count) return;
    if (at !== axis && width(at) === 1) single.push(at);
    else narrow.push(at);
  });
  const [next] = narrow;
  const order = orderBy(table, next === undefined ? single : [...single, next]);
  let [low, high] = [0, order.length];
  const cut = (at: number): void => {
    const column = table.columns[at] as Int32Array;
    const start = lowerPlace(order, column, from[at] as number, low, high);
    high = lowerPlace(order, column, to[at] as number, start, high);
    low = start;
  };
  single.forEach(cut);
  if (next !== undefined) cut(next);
  return { order, low, high, look: narrow.slice(1).filter((at) => at !== axis) };
}

function orderBy(table: FactTable, axes: readonly number[]): Int32Array {
  // The cells themselves are sorted by all axes in turn, so an order by the first few of them is their own.
  const known = table.bins.flatMap((bins, at) => (bins === null ? [] : [at]));
  const key = axes.every((at, index) => at === known[index]) ? '' : axes.join();
  let order = table.orders.get(key);
  if (order === undefined) {
    const wanted = key === '' ? [] : axes;
    const columns = wanted.map((at) => table.columns[at] as Int32Array);
    order = orderOf(
      table.amounts.length,
      columns,
      wanted.map((at) => (table.bins[at] as Bins).count),
    );
    table.orders.set(key, order);
  }
  return order;
}

function inside(table: FactTable, look: readonly number[], from: Range, to: Range, cell: number): boolean {
  for (let index = 0; index < look.length; index += 1) {
    const at = look[index] as number;
    const bin = (table.columns[at] as Int32Array)[cell] as number;
    if (bin < (from[at] as number) || bin >= (to[at] as number)) return false;
  }
  return true;
}
