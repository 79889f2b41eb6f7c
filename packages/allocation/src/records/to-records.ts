import { cellValue } from '../plan.ts';
import { leafIds, parentId } from '../axis-ids.ts';
import { heldCells } from '../holds.ts';
import { logEntryOf } from './log-entry.ts';
import { cellAt, nodePeriodOf, organisationOf, timeOf } from './node-period.ts';
import type { Plan } from '../plan.ts';
import type { LogEntry } from './log-entry.ts';
import type { PlanRecord } from './plan-record.ts';

/** The stored form of a year plan: one record per node, parents before children. Equal plans give equal JSON. */
export function toRecords(plan: Plan): PlanRecord[] {
  const organisation = organisationOf(plan);
  const months = leafIds(timeOf(plan));
  const held = new Map<string, string[]>(organisation.ids.map((node) => [node, []]));
  for (const ref of heldCells(plan)) {
    const { node, period } = nodePeriodOf(ref);
    held.get(node)?.push(period);
  }
  const edits = new Map<string, LogEntry[]>(organisation.ids.map((node) => [node, []]));
  for (const entry of plan.journal) {
    const stored = logEntryOf(plan, entry);
    edits.get(stored.target.node)?.push(stored);
  }
  return organisation.ids.map((nodeId) => ({
    nodeId,
    parentId: parentId(organisation, nodeId),
    months: Object.fromEntries(months.map((month) => [month, cellValue(plan, cellAt(nodeId, month))])),
    held: (held.get(nodeId) as string[]).sort(),
    edits: edits.get(nodeId) as LogEntry[],
  }));
}
