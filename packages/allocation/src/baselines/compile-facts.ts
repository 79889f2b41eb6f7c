import { leafBins, memberBins } from './bins.ts';
import { checkFacts } from './facts.ts';
import { leafPlace, periodPlace, placer } from './placing.ts';
import { planHas } from './plan-has.ts';
import { buildTable } from './table-builder.ts';
import { remembered } from './time-map.ts';
import { UnusedRows } from './unused.ts';
import { baselineError } from './baseline-error.ts';
import type { PeriodScheme } from '@milepost/calendar';
import type { Axis } from '../axis.ts';
import type { Plan } from '../plan.ts';
import type { Bins } from './bins.ts';
import type { FactTable } from './fact-table.ts';
import type { Fact, Facts } from './facts.ts';
import type { Placed } from './placing.ts';
import type { TimeMap } from './time-map.ts';

/** How facts are read. */
export interface CompileOptions {
  /** Which period of the plan a past one stands for. Needed when the facts have the plan's time axis. */
  readonly time?: TimeMap;
  /** What the plan stores about its periods; years from January and calendar months when left out. */
  readonly scheme?: PeriodScheme;
  /** Sums over time: of a fact's period only matters whether `time` knows one for it. */
  readonly withoutTime?: boolean;
  /**
   * The member a fact counts for, for example the seat that a person has in a period of the plan. `period` is the period of
   * the plan, null without a time axis.
   */
  readonly rename?: (axis: string, id: string, period: string | null) => string;
}

/** An axis that both the plan and the facts have. */
interface Known {
  readonly axis: Axis;
  /** Its position in the plan. */
  readonly at: number;
  readonly place: (id: string) => Placed;
}

/** What stays of the facts when ids are looked up. */
interface Read {
  /** Member numbers by axis of the plan; empty for unknown axes. */
  readonly members: number[][];
  readonly amounts: number[];
  /** Row number of each, for the report. */
  readonly rows: number[];
  readonly unused: UnusedRows;
}

/**
 * Compiles facts for a plan; the result answers any pool of the plan quickly. What could not be used is in its `report`.
 * About an axis that the facts do not have they say nothing; in a pool on another axis they are the same for all of it.
 *
 * Throws what `checkFacts` throws, and `allocation.facts.time` when facts with a time axis come without `time`.
 */
export function compileFacts(plan: Plan, facts: Facts, options: CompileOptions = {}): FactTable {
  checkFacts(facts);
  const known = knownAxes(plan, facts, options);
  const read = readRows(plan, facts, known, options);
  const kept = known.filter(({ axis }) => !(options.withoutTime === true && axis.kind === 'time'));
  const bins = plan.grid.axes.map((axis, at) => {
    if (!kept.some((one) => one.at === at)) return null;
    return axis.kind === 'time' ? memberBins(axis, new Set(read.members[at])) : leafBins(axis);
  });
  const columns = bins.map((own, at) =>
    own === null ? new Int32Array(0) : binColumn(plan, at, own, read.members[at] as number[]),
  );
  const has = planHas(plan, bins);
  const cells: number[] = [];
  read.amounts.forEach((amount, cell) => {
    if (has(columns, cell)) cells.push(cell);
    else read.unused.add(read.rows[cell] as number, amount, 'combination', null, null);
  });
  const amounts = Float64Array.from(cells, (cell) => read.amounts[cell] as number);
  const chosen = columns.map((column) =>
    column.length === 0 ? column : Int32Array.from(cells, (cell) => column[cell] as number),
  );
  return buildTable(
    { axes: plan.grid.axes, bins, columns: chosen, amounts },
    {
      rows: facts.rows.length,
      used: cells.length,
      usedAmount: amounts.reduce((sum, amount) => sum + amount, 0),
      empty: facts.rows.reduce((count, row) => count + (row.amount === null ? 1 : 0), 0),
      unused: read.unused.list(),
      ignoredAxes: facts.axes.filter((id) => plan.grid.axes.every((axis) => axis.id !== id)),
    },
  );
}

function knownAxes(plan: Plan, facts: Facts, options: CompileOptions): Known[] {
  return plan.grid.axes.flatMap((axis, at) => {
    if (!facts.axes.includes(axis.id)) return [];
    if (axis.kind !== 'time') return [{ axis, at, place: placer(leafPlace(axis)) }];
    const { time } = options;
    if (time === undefined) throw baselineError('allocation.facts.time', axis.id, 'options.time');
    if (options.withoutTime === true) return [{ axis, at, place: placer(() => 0) }];
    return [{ axis, at, place: placer(periodPlace(axis, options.scheme ?? 1)) }];
  });
}

function readRows(plan: Plan, facts: Facts, known: readonly Known[], options: CompileOptions): Read {
  const read: Read = { members: plan.grid.axes.map(() => []), amounts: [], rows: [], unused: new UnusedRows() };
  const timeAt = known.findIndex(({ axis }) => axis.kind === 'time');
  const inOrder = timeAt < 0 ? known : [known[timeAt] as Known, ...known.filter((_, index) => index !== timeAt)];
  const placed: number[] = [];
  const onTime = remembered(options.time ?? (() => null));
  const readRow = (row: Fact, amount: number, index: number): void => {
    let period: string | null = null;
    for (const [place, { axis, place: find }] of inOrder.entries()) {
      const named = row.at[axis.id];
      if (named === undefined) return read.unused.add(index, amount, 'axisMissing', axis.id, null);
      let id = named;
      if (axis.kind === 'time') {
        period = onTime(named);
        if (period === null) return read.unused.add(index, amount, 'outside', axis.id, named);
        id = period;
      } else if (options.rename !== undefined) id = options.rename(axis.id, named, period);
      const member = find(id);
      if (typeof member !== 'number') return read.unused.add(index, amount, member, axis.id, named);
      placed[place] = member;
    }
    inOrder.forEach(({ at }, place) => (read.members[at] as number[]).push(placed[place] as number));
    read.amounts.push(amount);
    read.rows.push(index);
  };
  facts.rows.forEach((row, index) => {
    if (row.amount !== null) readRow(row, row.amount, index);
  });
  return read;
}

/** The bin of each member: the one that its first leaf lies in. */
function binColumn(plan: Plan, at: number, bins: Bins, members: readonly number[]): Int32Array {
  const axis = plan.grid.axes[at] as Axis;
  return Int32Array.from(members, (member) => bins.endedBy[axis.from[member] as number] as number);
}
