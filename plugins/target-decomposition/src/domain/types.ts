import type { LogEntry, Split } from '@milepost/allocation/records';

/** How a year is spread over its months. */
export type TimeMethod = 'workingDays' | 'lastYear' | 'springFestival' | 'even';

/** How a month is spread down the organisation. */
export type OrganisationMethod = 'lastYear' | 'even' | 'headcount';

/** What the collection `plans` stores: everything about a plan but its numbers. */
export interface PlanValue {
  readonly name: string;
  /** Fiscal year, `YYYY`. */
  readonly period: string;
  /** 1–12. */
  readonly fiscalYearStartMonth: number;
  readonly currency: string;
  readonly status: 'draft' | 'published';
  /** The methods of the first decomposition; null for a plan that was entered by hand. */
  readonly basis: { readonly time: TimeMethod; readonly organisation: OrganisationMethod } | null;
  /** The day whose organisation the plan was made for. */
  readonly organisationAsOf: string;
  readonly copiedFrom: string | null;
  readonly publishedAt: string | null;
}

/** One cell's part of a pool, kept with the node it belongs to. See `Split` of the engine's records. */
export interface StoredSplit {
  readonly period: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly method: string;
  readonly pool: number;
  readonly weight: number;
  readonly of: number;
  readonly fallback: Split['fallback'];
  readonly reserved?: number;
}

/** A change that touched a node. `before` and `after` are only kept where it was entered: they are the target's, not the node's. */
export interface StoredEdit {
  readonly action: LogEntry['action'];
  readonly target: { readonly node: string; readonly period: string };
  readonly before: number | null;
  readonly after: number | null;
  /** Person id. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly reason?: string;
  readonly splits: readonly StoredSplit[];
}

/** What the collection `allocations` stores: one node of a plan with its months. */
export interface AllocationValue {
  readonly planId: string;
  readonly period: string;
  readonly nodeId: string;
  readonly parentId: string | null;
  readonly kind: 'unit' | 'person';
  /** The name at the time, so that people who left still have one. */
  readonly label: string;
  /** First and last month the node takes part in; null where it is the year's own border. */
  readonly from: string | null;
  readonly to: string | null;
  /** 分 by month; null is "nobody said", 0 is "nothing to get". */
  readonly months: Readonly<Record<string, number | null>>;
  /** Held periods: months, quarters or the year. */
  readonly held: readonly string[];
  /** Oldest first. */
  readonly edits: readonly StoredEdit[];
}

/** A node of a plan, before it has numbers. Parents stand before their children. */
export interface PlanNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: 'unit' | 'person';
  readonly unitId: string;
  readonly personId: string | null;
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Amounts in 分 by node, then by month. */
export type NodeMonths = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** Most edits that a node keeps; the first one and the latest stay. */
export const maxEdits = 200;

/** The id of a node's record. */
export function recordId(planId: string, nodeId: string): string {
  return `${planId}.${nodeId}`;
}

/** The id of a person's node: the same person in another unit is another node. */
export function personNodeId(unitId: string, personId: string): string {
  return `${unitId}~${personId}`;
}
