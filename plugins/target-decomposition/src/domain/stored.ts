/** Between a plan of the engine and its records: one per node, each with the part of the log that explains it. */
import { cellValue, createPlan, fromRecords, toRecords } from '@milepost/allocation';
import type { LogEntry, Plan, PlanHeader, PlanRecord } from '@milepost/allocation';
import { editKey } from './edit-key.ts';
import { rootsOf } from './roots.ts';
import { sameMonths } from './same-months.ts';
import { maxEdits } from './types.ts';
import type { AllocationValue, PlanNode, PlanValue, StoredEdit, StoredSplit } from './types.ts';

/** The node that stands above the visible ones when they have no common parent. It is never stored. */
export const virtualRoot = '*';

/** The engine's header of a stored plan. */
export function headerOf(plan: Pick<PlanValue, 'period' | 'fiscalYearStartMonth' | 'currency'>): PlanHeader {
  const { period, fiscalYearStartMonth, currency } = plan;
  return { period, fiscalYearStartMonth, metric: { kind: 'money', currency, tax: 'included' } };
}

/**
 * The plan of the records a person may see. A branch becomes a plan of its own; several branches stand under `virtualRoot`.
 * @throws AllocationError `allocation.records.parent` when the stored sums do not hold.
 */
export function planOf(header: PlanHeader, values: readonly AllocationValue[]): Plan {
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
  return { ...fromRecords(header, records), log: mergeLog(values) };
}

/** An empty plan over nodes. */
export function emptyPlan(header: PlanHeader, nodes: readonly PlanNode[]): Plan {
  return createPlan(
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

/** One log from the parts that the nodes keep, oldest first. */
function mergeLog(values: readonly AllocationValue[]): LogEntry[] {
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
  for (let id: string | null = node; id !== null; id = plan.organisation.members.get(id)?.parentId ?? null) path.push(id);
  return path;
}

/** The changes with a `seq` above `since`, by the node they touched. */
export function editsByNode(
  plan: Plan,
  since: number,
  author: { readonly by: string; readonly at: string },
): Map<string, StoredEdit[]> {
  const byNode = new Map<string, StoredEdit[]>();
  for (const entry of plan.log) {
    if (entry.seq <= since) continue;
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
  return toRecords(plan).flatMap((record) => {
    const node = byId.get(record.nodeId);
    if (!node) return [];
    const { kind, label, from, to } = node;
    const { nodeId, parentId, months, held } = record;
    const own = keepEdits(edits.get(nodeId) ?? []);
    return [{ planId, period: plan.header.period, nodeId, parentId, kind, label, from, to, months, held, edits: own }];
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
  let cells = 0;
  let wrong = 0;
  const check = (value: number | null, parts: readonly (number | null)[]): void => {
    cells += 1;
    const given = parts.filter((part) => part !== null);
    const sum = given.length === 0 ? null : given.reduce((total, part) => total + part, 0);
    if (sum !== value) wrong += 1;
  };
  for (const node of plan.organisation.members.values()) {
    for (const period of plan.time.members.values()) {
      const value = cellValue(plan, node.id, period.id);
      if (node.children.length > 0)
        check(
          value,
          node.children.map((child) => cellValue(plan, child, period.id)),
        );
      if (period.children.length > 0)
        check(
          value,
          period.children.map((child) => cellValue(plan, node.id, child)),
        );
    }
  }
  return { cells, wrong };
}
