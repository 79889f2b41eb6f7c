/** Between a plan of the engine and its records: one per node, each with the part of the log that explains it. */
import { childIds, parentId } from '@milepost/allocation';
import type { Plan } from '@milepost/allocation';
import {
  createYearPlan,
  fromRecords,
  journalEntryOf,
  logEntryOf,
  organisationOf,
  timeOf,
  toRecords,
} from '@milepost/allocation/records';
import type { LogEntry, PlanRecord, YearHeader } from '@milepost/allocation/records';
import { amountAt } from './amount-at.ts';
import { editKey } from './edit-key.ts';
import { rootsOf } from './roots.ts';
import { sameMonths } from './same-months.ts';
import { maxEdits } from './types.ts';
import type { AllocationValue, PlanNode, PlanValue, StoredEdit, StoredSplit } from './types.ts';

/** The node that stands above the visible ones when they have no common parent. It is never stored. */
export const virtualRoot = '*';

/** The engine's header of a stored plan. */
export function headerOf(plan: Pick<PlanValue, 'period' | 'fiscalYearStartMonth' | 'currency'>): YearHeader {
  const { period, fiscalYearStartMonth, currency } = plan;
  return { period, fiscalYearStartMonth, metric: { id: 'sales', kind: 'money', currency, tax: 'included' } };
}

/**
 * The plan of the records a person may see. A branch becomes a plan of its own; several branches stand under `virtualRoot`.
 * `log` is what `logOf` answers for them.
 * @throws AllocationError `allocation.records.parent` when the stored sums do not hold.
 */
export function planOf(header: YearHeader, values: readonly AllocationValue[], log = logOf(values)): Plan {
  const roots = new Set(rootsOf(values));
  const above = roots.size > 1 ? virtualRoot : null;
  const records = orderedByTree(values).map((value): PlanRecord => ({
    nodeId: value.nodeId,
    parentId: roots.has(value.nodeId) ? above : value.parentId,
    months: value.months,
    held: value.held,
    edits: [],
  }));
  if (above !== null) records.unshift(rootRecord(records.filter((record) => record.parentId === above)));
  const plan = fromRecords(header, records);
  return { ...plan, journal: log.map((entry) => journalEntryOf(plan, entry)) };
}

/** An empty plan over nodes. */
export function emptyPlan(header: YearHeader, nodes: readonly PlanNode[]): Plan {
  return createYearPlan(
    header,
    nodes.map(({ id, parentId }) => ({ id, parentId })),
  );
}

function rootRecord(children: readonly PlanRecord[]): PlanRecord {
  const months: Record<string, number | null> = {};
  for (const child of children) {
    for (const [month, value] of Object.entries(child.months)) {
      months[month] = value === null ? (months[month] ?? null) : (months[month] ?? 0) + value;
    }
  }
  return { nodeId: virtualRoot, parentId: null, months, held: [], edits: [] };
}

/** Siblings in one order on every machine, whatever order the records came in. */
function orderedByTree(values: readonly AllocationValue[]): AllocationValue[] {
  return [...values].sort((a, b) => (a.kind === b.kind ? (a.nodeId < b.nodeId ? -1 : 1) : a.kind === 'person' ? -1 : 1));
}

/**
 * One log from the parts that the nodes keep, oldest first. A target may be a node above all that are seen, which the plan then
 * has not.
 */
export function logOf(values: readonly AllocationValue[]): LogEntry[] {
  const merged = new Map<string, { edit: StoredEdit; splits: LogEntry['splits'][number][] }>();
  for (const value of orderedByTree(values)) {
    for (const edit of value.edits) {
      const key = editKey(edit);
      const known = merged.get(key) ?? { edit, splits: [] };
      const own = edit.target.node === value.nodeId ? edit : known.edit;
      known.splits.push(...edit.splits.map((split) => ({ ...split, node: value.nodeId })));
      merged.set(key, { edit: own, splits: known.splits });
    }
  }
  return [...merged.values()]
    .sort((a, b) => (a.edit.at < b.edit.at ? -1 : a.edit.at > b.edit.at ? 1 : 0))
    .map(({ edit, splits }, index) => ({ ...edit, seq: index + 1, splits }));
}

/** Who stands above a node in a plan, itself included. */
function pathUp(plan: Plan, node: string): string[] {
  const path: string[] = [];
  for (let id: string | null = node; id !== null; id = parentId(organisationOf(plan), id)) path.push(id);
  return path;
}

/** The changes with a `seq` above `since`, by the node they touched. */
export function editsByNode(
  plan: Plan,
  since: number,
  author: { readonly by: string; readonly at: string },
): Map<string, StoredEdit[]> {
  const byNode = new Map<string, StoredEdit[]>();
  for (const journalled of plan.journal) {
    if (journalled.seq <= since) continue;
    const entry = logEntryOf(plan, journalled);
    for (const [node, splits] of touchedNodes(plan, entry)) {
      const here = entry.target.node === node;
      const { action, target, reason } = entry;
      const edit: StoredEdit = {
        action,
        target,
        before: here ? entry.before : null,
        after: here ? entry.after : null,
        by: entry.by ?? author.by,
        at: entry.at ?? author.at,
        ...(reason === undefined ? {} : { reason }),
        splits,
      };
      byNode.set(node, [...(byNode.get(node) ?? []), edit]);
    }
  }
  return byNode;
}

function touchedNodes(plan: Plan, entry: LogEntry): Map<string, StoredSplit[]> {
  const touched = new Map<string, StoredSplit[]>();
  const open = (node: string): StoredSplit[] => {
    const known = touched.get(node) ?? [];
    touched.set(node, known);
    return known;
  };
  open(entry.target.node);
  for (const { node, ...split } of entry.splits) {
    if (split.before === split.after && node !== entry.target.node && entry.action !== 'decompose') continue;
    open(node).push(split);
    for (const above of pathUp(plan, node)) open(above);
  }
  touched.delete(virtualRoot);
  return touched;
}

/** First edit and the latest ones, at most `maxEdits`. */
export function keepEdits(edits: readonly StoredEdit[]): readonly StoredEdit[] {
  return edits.length <= maxEdits ? edits : [...edits.slice(0, 1), ...edits.slice(1 - maxEdits)];
}

/** The values of a new plan. `hidden` holds are not the person's own and are not stored. */
export function newValues(
  plan: Plan,
  nodes: readonly PlanNode[],
  planId: string,
  author: { readonly by: string; readonly at: string },
): AllocationValue[] {
  const edits = editsByNode(plan, 0, author);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const [period = ''] = timeOf(plan).ids;
  return toRecords(plan).flatMap((record) => {
    const node = byId.get(record.nodeId);
    if (!node) return [];
    const { kind, label, from, to } = node;
    const { nodeId, parentId, months, held } = record;
    const own = keepEdits(edits.get(nodeId) ?? []);
    return [{ planId, period, nodeId, parentId, kind, label, from, to, months, held, edits: own }];
  });
}

/** The values that differ from the stored ones: months or holds of the person's own. `hiddenHolds` are cells held for them. */
export function changedValues(
  plan: Plan,
  stored: readonly AllocationValue[],
  options: { readonly since: number; readonly by: string; readonly at: string; readonly hiddenHolds: ReadonlySet<string> },
): AllocationValue[] {
  const edits = editsByNode(plan, options.since, options);
  const byNode = new Map(stored.map((value) => [value.nodeId, value]));
  return toRecords(plan).flatMap((record) => {
    const before = byNode.get(record.nodeId);
    if (!before) return [];
    const held = record.held.filter(
      (period) => before.held.includes(period) || !options.hiddenHolds.has(`${period}|${record.nodeId}`),
    );
    if (sameMonths(before.months, record.months) && sameList(before.held, held)) return [];
    const own = keepEdits([...before.edits, ...(edits.get(record.nodeId) ?? [])]);
    return [{ ...before, months: record.months, held, edits: own }];
  });
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

/** Every cell of a plan that can be checked against its children: nodes with children by month, and every node's year. */
export function proofOf(plan: Plan): { readonly cells: number; readonly wrong: number } {
  const [organisation, time] = [organisationOf(plan), timeOf(plan)];
  const amounts = new Map(
    organisation.ids.map((node) => [node, new Map(time.ids.map((period) => [period, amountAt(plan, node, period)]))]),
  );
  let cells = 0;
  let wrong = 0;
  const check = (value: number | null, parts: readonly (number | null)[]): void => {
    if (parts.length === 0) return;
    cells += 1;
    const given = parts.filter((part) => part !== null);
    const sum = given.length === 0 ? null : given.reduce((total, part) => total + part, 0);
    if (sum !== value) wrong += 1;
  };
  const parts = time.ids.map((period) => [period, childIds(time, period)] as const);
  for (const [node, own] of amounts) {
    const below = childIds(organisation, node).map((child) => amounts.get(child));
    for (const [period, children] of parts) {
      const value = own.get(period) ?? null;
      check(
        value,
        below.map((child) => child?.get(period) ?? null),
      );
      check(
        value,
        children.map((child) => own.get(child) ?? null),
      );
    }
  }
  return { cells, wrong };
}
