import { leafBins } from './bins.ts';
import { planHas } from './plan-has.ts';
import { prior } from './prior.ts';
import { buildTable } from './table-builder.ts';
import { shiftYears } from './time-map.ts';
import { UnusedRows } from './unused.ts';
import { boxOf, metricOf } from '../plan.ts';
import { eachRun } from '../grid.ts';
import { valueAt } from '../values.ts';
import type { Axis } from '../axis.ts';
import type { Method } from '../methods/method.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { FactTable } from './fact-table.ts';
import type { Values } from '../values.ts';

/** Which slice of which plan is taken as a pattern. */
export interface ReferenceOptions {
  /** The plan itself, or another one. Axes are matched by id, members by id. */
  readonly from: Plan;
  /** Needed where that plan has several. */
  readonly metric?: string;
  /** The slice: on these axes only the members named count, and the pattern is the same for every member of the plan. */
  readonly at?: CellRef['at'];
  /** Leaves that are to follow another one: a new product its predecessor, `{ product: { valves2: 'valves' } }`. */
  readonly like?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The other plan lies so many years earlier. */
  readonly yearsBack?: number;
}

/**
 * In the pattern of another slice of this plan or of another plan. Cells that are null there are unknown here. The values are
 * those the other plan has now; later edits of it do not count.
 */
export function reference(plan: Plan, options: ReferenceOptions): Method & Pick<FactTable, 'report'> {
  const table = planFacts(plan, options);
  return { ...prior(table, 'reference'), report: table.report };
}

/** The values of a plan as facts for another one. Throws what `boxOf` and `metricOf` throw. */
export function planFacts(plan: Plan, options: ReferenceOptions): FactTable {
  const { from, at = {} } = options;
  const box = boxOf(from, at, 'options.at');
  const values = from.values[metricOf(from, options.metric)] as Values;
  const links = plan.grid.axes.map((axis) => linkOf(axis, options));
  const bins = plan.grid.axes.map((axis, index) => (links[index] === null ? null : leafBins(axis)));
  const raw: { columns: number[][]; amounts: number[]; rows: number[] } = { columns: links.map(() => []), amounts: [], rows: [] };
  const unused = new UnusedRows();
  let rows = 0;
  eachRun(from.grid, box, (start, end) => {
    for (let position = start; position < end; position += 1) {
      const amount = valueAt(values, position);
      if (amount !== amount) continue;
      const lost = copyCell(from, links, position, amount, raw);
      if (lost !== null) unused.add(rows, amount, 'member', lost.axis, lost.id);
      while (raw.rows.length < raw.amounts.length) raw.rows.push(rows);
      rows += 1;
    }
  });
  const columns = raw.columns.map((column) => Int32Array.from(column));
  const has = planHas(plan, bins);
  const kept = Int32Array.from(raw.amounts.keys()).filter((cell) => {
    const found = has(columns, cell);
    if (!found) unused.add(raw.rows[cell] as number, raw.amounts[cell] as number, 'combination', null, null);
    return found;
  });
  const amounts = Float64Array.from(kept, (cell) => raw.amounts[cell] as number);
  const chosen = columns.map((column) =>
    column.length === 0 ? column : Int32Array.from(kept, (cell) => column[cell] as number),
  );
  const report = {
    rows,
    used: new Set(Array.from(kept, (cell) => raw.rows[cell])).size,
    usedAmount: amounts.reduce((sum, amount) => sum + amount, 0),
    empty: 0,
    unused: unused.list(),
    ignoredAxes: [],
  };
  return buildTable({ axes: plan.grid.axes, bins, columns: chosen, amounts }, report);
}

/** Where the leaves of one axis of the source go. */
interface Link {
  /** Position of the axis in the source. */
  readonly source: number;
  /** Leaf positions here, by leaf position there. */
  readonly to: readonly (readonly number[])[];
}

function linkOf(axis: Axis, { from, at = {}, like = {}, yearsBack = 0 }: ReferenceOptions): Link | null {
  const source = from.grid.axes.findIndex((one) => one.id === axis.id);
  if (source < 0 || at[axis.id] !== undefined) return null;
  const other = from.grid.axes[source] as Axis;
  const to: number[][] = Array.from(other.leaves, () => []);
  axis.leaves.forEach((leaf, position) => {
    const id = axis.ids[leaf] as string;
    const past = axis.kind === 'time' && yearsBack !== 0 ? shiftYears(id, -yearsBack) : id;
    const member = other.numberOf.get(like[axis.id]?.[id] ?? past);
    if (member !== undefined && other.next[member] === member + 1) to[other.from[member] as number]?.push(position);
  });
  return { source, to };
}

/** Copies one leaf cell to every combination it stands for. Answers the first axis on which it stands for nothing. */
function copyCell(
  from: Plan,
  links: readonly (Link | null)[],
  position: number,
  amount: number,
  raw: { columns: number[][]; amounts: number[] },
): { axis: string; id: string } | null {
  const { grid } = from;
  const row = Math.floor(position / grid.width);
  const targets: (readonly number[])[] = [];
  for (const link of links) {
    if (link === null) {
      targets.push([-1]);
      continue;
    }
    const leaf = grid.rows[link.source]?.[row] ?? position % grid.width;
    const axis = grid.axes[link.source] as Axis;
    const places = link.to[leaf] as readonly number[];
    if (places.length === 0) return { axis: axis.id, id: axis.ids[axis.leaves[leaf] as number] as string };
    targets.push(places);
  }
  const count = targets.reduce((product, places) => product * places.length, 1);
  for (let copy = 0; copy < count; copy += 1) {
    let rest = copy;
    targets.forEach((places, at) => {
      const place = places[rest % places.length] as number;
      rest = Math.floor(rest / places.length);
      if (place >= 0) (raw.columns[at] as number[]).push(place);
    });
    raw.amounts.push(amount);
  }
  return null;
}
