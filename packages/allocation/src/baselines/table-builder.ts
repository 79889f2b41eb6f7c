import { orderOf } from './cell-order.ts';
import type { Axis } from '../axis.ts';
import type { Bins } from './bins.ts';
import type { FactTable } from './fact-table.ts';
import type { FactsReport, NegativeCell } from './facts.ts';

/** Amounts before they are summed: a bin per axis and fact, in any order. */
export interface RawCells {
  readonly axes: readonly Axis[];
  readonly bins: readonly (Bins | null)[];
  readonly columns: readonly Int32Array[];
  readonly amounts: Float64Array;
}

const NAMED = 100;

/** Sorts and sums raw cells. What sums to less than zero becomes 0 and is named in the report. */
export function buildTable(raw: RawCells, report: Omit<FactsReport, 'negative'>): FactTable {
  const known = raw.bins.flatMap((bins, at) => (bins === null ? [] : [at]));
  const order = orderOf(
    raw.amounts.length,
    known.map((at) => raw.columns[at] as Int32Array),
    known.map((at) => (raw.bins[at] as Bins).count),
  );
  const columns = raw.columns.map((column) => new Int32Array(column.length));
  const amounts = new Float64Array(order.length);
  let count = 0;
  for (let place = 0; place < order.length; place += 1) {
    const cell = order[place] as number;
    const same = count > 0 && known.every((at) => columns[at]?.[count - 1] === raw.columns[at]?.[cell]);
    if (!same) {
      for (const at of known) (columns[at] as Int32Array)[count] = (raw.columns[at] as Int32Array)[cell] as number;
      count += 1;
    }
    amounts[count - 1] = (amounts[count - 1] as number) + (raw.amounts[cell] as number);
  }
  const kept = {
    columns: columns.map((column) => column.slice(0, column.length === 0 ? 0 : count)),
    amounts: amounts.slice(0, count),
  };
  const negative = leaveOutNegatives(raw, kept);
  return { axes: raw.axes, bins: raw.bins, ...kept, report: { ...report, negative }, orders: new Map() };
}

function leaveOutNegatives(
  raw: RawCells,
  kept: { columns: readonly Int32Array[]; amounts: Float64Array },
): FactsReport['negative'] {
  const cells: NegativeCell[] = [];
  let [count, total] = [0, 0];
  for (let cell = 0; cell < kept.amounts.length; cell += 1) {
    const amount = kept.amounts[cell] as number;
    if (amount >= 0) continue;
    if (count < NAMED) cells.push({ at: namesOf(raw, kept.columns, cell), amount });
    count += 1;
    total += amount;
    kept.amounts[cell] = 0;
  }
  return { count, amount: total, cells };
}

/** The members a cell stands on: of each bin the highest one with exactly its leaves. */
function namesOf(raw: RawCells, columns: readonly Int32Array[], cell: number): Record<string, string> {
  const named: Record<string, string> = {};
  raw.bins.forEach((bins, at) => {
    if (bins === null) return;
    const axis = raw.axes[at] as Axis;
    const bin = columns[at]?.[cell] as number;
    let member = axis.leaves[bins.from[bin] as number] as number;
    while (axis.to[member] !== bins.to[bin]) member = axis.parent[member] as number;
    named[axis.id] = axis.ids[member] as string;
  });
  return named;
}
