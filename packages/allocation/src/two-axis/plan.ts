/**
 * A plan: leaf values over crossing axes, cells held against edits, and the log that explains every number.
 * It is an immutable value; an edit makes a new one that shares every untouched row with the old.
 *
 * Rows run over time and are keyed by the position on the other axes (today the organisation; a product or customer axis
 * multiplies the keys and changes nothing else). A missing value is null: nobody said. 0 is a statement: nothing to get.
 */
import { createAxis, timeAxis } from './axis.ts';
import { AllocationError } from '../error.ts';
import { checkAmount } from '../exact.ts';
import type { Axis, Member, MemberInput } from './axis.ts';
import type { LogEntry } from './log.ts';

/** What is planned. Amounts are minor units of the currency. */
export type Metric =
  | { readonly kind: 'money'; readonly currency: string; readonly tax: 'included' | 'excluded' }
  | { readonly kind: 'count'; readonly unit: string };

/** What identifies a plan beside its organisation. */
export interface PlanHeader {
  /** The whole of the plan, usually a fiscal year: '2026'. */
  readonly period: string;
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
  readonly metric: Metric;
}

/** Values of one leaf over the months, by position on the time axis. */
export type Row = readonly (number | null)[];

/** A cell of any level. */
export interface CellRef {
  readonly node: string;
  readonly period: string;
}

/** See the head of this file. Read it with `cellValue`; change it with `applyEdit`. */
export interface Plan {
  readonly header: PlanHeader;
  readonly organisation: Axis;
  readonly time: Axis;
  readonly rows: ReadonlyMap<number, Row>;
  /** Held cells by key, in the order they were held. */
  readonly holds: ReadonlyMap<string, CellRef>;
  readonly log: readonly LogEntry[];
}

/** A cell as leaf ranges. */
export interface Box {
  readonly ref: CellRef;
  readonly node: Member;
  readonly period: Member;
}

/** An empty plan: every cell null, nothing held. Throws an AllocationError or CalendarError for bad input. */
export function createPlan(header: PlanHeader, nodes: readonly MemberInput[]): Plan {
  return {
    header,
    organisation: createAxis('nodes', nodes),
    time: timeAxis(header.period, header.fiscalYearStartMonth),
    rows: new Map(),
    holds: new Map(),
    log: [],
  };
}

/** Finds a cell. Throws `allocation.node.unknown` or `allocation.period.outside`. */
export function boxOf(plan: Plan, ref: CellRef): Box {
  const node = plan.organisation.members.get(ref.node);
  if (node === undefined) throw new AllocationError('allocation.node.unknown', ref.node, 'node');
  const period = plan.time.members.get(ref.period);
  if (period === undefined) throw new AllocationError('allocation.period.outside', ref.period, 'period');
  return { ref: { node: ref.node, period: ref.period }, node, period };
}

/** Key of a cell in `Plan.holds`. */
export function cellKey(ref: CellRef): string {
  return `${ref.period}|${ref.node}`;
}

/** The value of a cell of any level: the sum of its leaves, null when all of them are null. */
export function cellValue(plan: Plan, node: string, period: string): number | null {
  return boxValue(plan, boxOf(plan, { node, period }));
}

/** `cellValue` for a cell already found. */
export function boxValue(plan: Plan, box: Box): number | null {
  let sum: number | null = null;
  for (let leaf = box.node.from; leaf < box.node.to; leaf += 1) {
    const row = plan.rows.get(leaf);
    if (row === undefined) continue;
    for (let month = box.period.from; month < box.period.to; month += 1) {
      const value = row[month];
      if (value !== null && value !== undefined) sum = (sum ?? 0) + value;
    }
  }
  return sum === null ? null : checkAmount(sum);
}

/** One leaf cell: its position and its value. */
export interface Leaf {
  readonly node: string;
  readonly period: string;
  readonly row: number;
  readonly month: number;
  readonly value: number | null;
}

/** The leaves of a cell, by node, then by month. */
export function leavesOf(plan: Plan, box: Box): Leaf[] {
  const leaves: Leaf[] = [];
  for (let row = box.node.from; row < box.node.to; row += 1) {
    const values = plan.rows.get(row);
    for (let month = box.period.from; month < box.period.to; month += 1) {
      const node = plan.organisation.leaves[row] as string;
      const period = plan.time.leaves[month] as string;
      leaves.push({ node, period, row, month, value: values?.[month] ?? null });
    }
  }
  return leaves;
}

/** A leaf's new value. */
export interface LeafValue {
  readonly row: number;
  readonly month: number;
  readonly value: number | null;
}

/** A plan with some leaves changed; rows that stay the same are shared, rows that become empty are dropped. */
export function withLeaves(plan: Plan, changes: readonly LeafValue[]): Plan {
  const rows = new Map(plan.rows);
  const fresh = new Map<number, (number | null)[]>();
  for (const { row, month, value } of changes) {
    let values = fresh.get(row);
    if (values === undefined) {
      values = [...(plan.rows.get(row) ?? plan.time.leaves.map(() => null))];
      fresh.set(row, values);
      rows.set(row, values);
    }
    values[month] = value === null ? null : checkAmount(value);
  }
  for (const [row, values] of fresh) {
    if (values.every((value) => value === null)) rows.delete(row);
  }
  return { ...plan, rows };
}
