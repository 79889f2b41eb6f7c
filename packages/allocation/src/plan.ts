/**
 * A plan: amounts per metric over one to five crossing axes, cells held against edits, and the journal that explains every
 * number. It is an immutable value; a change makes a new one that shares with the old what it left alone.
 *
 * null says that nobody has said anything; 0 is a statement: there is nothing to get. A cell above the leaves is the sum of
 * its leaves that are not null, and null when all of them are; it is never stored, so it cannot disagree with them.
 */
import { createAxis, memberOf } from './axis.ts';
import { checkList, checkRecord } from './check-shape.ts';
import { coreError } from './core-error.ts';
import { exactSum } from './exact.ts';
import { cellCount, eachRun, fullGrid, positionsOf, sparseGrid, withPresent } from './grid.ts';
import { checkMetrics } from './metric.ts';
import { overlappingInEveryCalendar } from './overlapping-periods.ts';
import { emptyValues, gather, sumRange } from './values.ts';
import type { Axis, AxisInput } from './axis.ts';
import type { Box, Grid } from './grid.ts';
import type { JournalEntry } from './journal.ts';
import type { Metric } from './metric.ts';
import type { Values } from './values.ts';

/** A cell of any level. An axis left out means its top; the metric may be left out when the plan has one. */
export interface CellRef {
  readonly metric?: string;
  /** Member id by axis id: `{ organisation: 'north', time: '2026-Q1' }`. */
  readonly at: Readonly<Record<string, string>>;
}

/** A cell that edits leave alone: leaves keep their values, cells above them their total. */
export interface Hold {
  readonly metric: number;
  readonly box: Box;
}

/** What a plan is made from. */
export interface PlanInput {
  readonly metrics: readonly Metric[];
  /** One to five. The time axis, if there is one, must be the last. */
  readonly axes: readonly AxisInput[];
  /** Leaf ids for each axis but the last, by axis id; left out: every combination. */
  readonly support?: readonly Readonly<Record<string, string>>[];
  /** Whether a leaf cell belongs to the plan, given leaf ids in the order of the axes; left out: all do. */
  readonly belongs?: (leaves: readonly string[]) => boolean;
}

/** See the head of this file. Read it with `cellValue`; change it with `applyEdit` and `decompose`. */
export interface Plan {
  readonly metrics: readonly Metric[];
  readonly grid: Grid;
  /** In the order of the metrics. */
  readonly values: readonly Values[];
  /** By `holdKey`, in the order they were held. */
  readonly holds: ReadonlyMap<string, Hold>;
  readonly journal: readonly JournalEntry[];
}

const MOST_AXES = 5;

/** An empty plan: every cell null, nothing held. Throws an AllocationError for bad input, with its path. */
export function createPlan(input: PlanInput): Plan {
  checkMetrics(input.metrics);
  checkList(input.axes, 'axes');
  if (input.axes.length === 0 || input.axes.length > MOST_AXES) {
    throw coreError('allocation.axes.count', input.axes.length, 'axes');
  }
  const axes = input.axes.map((axis, at) => createAxis(axis, `axes.${at}`));
  checkAxes(axes);
  input.axes.forEach(checkPeriods);
  const keys = axes.reduce((product, axis) => product * axis.ids.length, 1);
  if (!Number.isSafeInteger(keys)) throw coreError('allocation.plan.tooLarge', keys, 'axes');
  const grid = belonging(input.support === undefined ? fullGrid(axes) : supported(axes, input.support), input.belongs);
  const nothing = emptyValues(cellCount(grid));
  return { metrics: input.metrics, grid, values: input.metrics.map(() => nothing), holds: new Map(), journal: [] };
}

function checkAxes(axes: readonly Axis[]): void {
  const seen = new Set<string>();
  axes.forEach(({ id, kind }, index) => {
    if (seen.has(id)) throw coreError('allocation.id.duplicate', id, `axes.${index}.id`);
    seen.add(id);
    if (kind === 'time' && index !== axes.length - 1) throw coreError('allocation.axes.time', id, `axes.${index}`);
  });
}

function checkPeriods(axis: AxisInput, index: number): void {
  const overlap = overlappingInEveryCalendar(axis, `axes.${index}`);
  if (overlap !== null) throw coreError('allocation.period.overlap', overlap.periods, overlap.path);
}

function supported(axes: readonly Axis[], support: readonly Readonly<Record<string, string>>[]): Grid {
  const inner = axes.slice(0, -1);
  const combinations = support.map((row, index) =>
    inner.map((axis) => {
      const path = `support.${index}.${axis.id}`;
      const member = memberOf(axis, row[axis.id] ?? '', path);
      if (axis.next[member] !== member + 1) throw coreError('allocation.leaf.expected', row[axis.id], path);
      return axis.from[member] as number;
    }),
  );
  return sparseGrid(axes, combinations);
}

function belonging(grid: Grid, belongs: PlanInput['belongs']): Grid {
  if (belongs === undefined) return grid;
  const present = new Uint8Array(cellCount(grid));
  const names = grid.axes.map((axis) => Array.from(axis.leaves, (leaf) => axis.ids[leaf] as string));
  const last = names.at(-1) as string[];
  const leaves: string[] = [];
  for (let row = 0; row < grid.rowCount; row += 1) {
    grid.rows.forEach((column, at) => (leaves[at] = names[at]?.[column[row] as number] as string));
    for (let at = 0; at < grid.width; at += 1) {
      leaves[names.length - 1] = last[at] as string;
      if (belongs(leaves)) present[row * grid.width + at] = 1;
    }
  }
  return withPresent(grid, present);
}

/** The number of a metric. Throws `allocation.metric.unknown`, also when several exist and none is named. */
export function metricOf(plan: Plan, id: string | undefined, path = 'metric'): number {
  if (id === undefined && plan.metrics.length === 1) return 0;
  const found = plan.metrics.findIndex((metric) => metric.id === id);
  if (found < 0) throw coreError('allocation.metric.unknown', id ?? '', path);
  return found;
}

/** Finds a cell. Throws `allocation.member.unknown`, `allocation.axis.unknown`, `allocation.object.expected`. */
export function boxOf(plan: Plan, at: CellRef['at'], path = 'at'): Box {
  const { axes } = plan.grid;
  for (const id of Object.keys(checkRecord(at, path))) {
    if (!axes.some((axis) => axis.id === id)) throw coreError('allocation.axis.unknown', id, `${path}.${id}`);
  }
  return Int32Array.from(axes, (axis) => {
    const id = Object.hasOwn(at, axis.id) ? at[axis.id] : undefined;
    return id === undefined ? 0 : memberOf(axis, id, `${path}.${axis.id}`);
  });
}

/** The reference of a box, every axis named. */
export function refOf(plan: Plan, metric: number, box: Box): Required<CellRef> {
  const at = Object.fromEntries(plan.grid.axes.map((axis, index) => [axis.id, axis.ids[box[index] as number] as string]));
  return { metric: (plan.metrics[metric] as Metric).id, at };
}

/** The value of a cell of any level: the sum of its leaves, null when all of them are null. */
export function cellValue(plan: Plan, ref: CellRef): number | null {
  return boxValue(plan, metricOf(plan, ref.metric), boxOf(plan, ref.at));
}

/** `cellValue` for a box. Throws `allocation.total.invalid` for a sum that is no safe integer. */
export function boxValue(plan: Plan, metric: number, box: Box): number | null {
  const total = { sum: 0, count: 0, exact: true };
  const values = plan.values[metric] as Values;
  eachRun(plan.grid, box, (start, end) => sumRange(values, start, end, total));
  if (total.count === 0) return null;
  if (total.exact) return total.sum;
  // Amounts of both signs may add up to a safe integer by way of partial sums that are none.
  const amounts = gather(values, positionsOf(plan.grid, box)).filter((amount) => amount === amount);
  return exactSum([...amounts], 'sum');
}

/** Key of a hold in `Plan.holds`. */
export function holdKey(metric: number, box: Box): string {
  return `${metric}|${box.join('.')}`;
}

/** A plan with other amounts for one metric. */
export function withValues(plan: Plan, metric: number, values: Values): Plan {
  return { ...plan, values: plan.values.map((old, index) => (index === metric ? values : old)) };
}
