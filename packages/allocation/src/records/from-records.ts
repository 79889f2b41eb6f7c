import { recordError } from './record-error.ts';
import { checkAmount } from '../exact.ts';
import { cellCount, positionOf } from '../grid.ts';
import { isLeaf } from '../axis.ts';
import { withHolds } from '../holds.ts';
import { boxOf, withValues } from '../plan.ts';
import { valuesOf } from '../values.ts';
import { journalEntryOf } from './journal-entry.ts';
import { cellAt, organisationOf, timeOf } from './node-period.ts';
import { verifySums } from './verify-sums.ts';
import { createYearPlan } from './year-plan.ts';
import type { Plan } from '../plan.ts';
import type { PlanRecord } from './plan-record.ts';
import type { YearHeader } from './year-plan.ts';

/**
 * The year plan of stored records, their log read into its journal. Throws an AllocationError for a broken tree, an unknown
 * period, an amount that is no safe integer, and `allocation.records.parent` when a parent is not the sum of its children.
 */
export function fromRecords(header: YearHeader, records: readonly PlanRecord[]): Plan {
  const empty = createYearPlan(
    header,
    records.map(({ nodeId, parentId }) => ({ id: nodeId, parentId })),
  );
  const [wrong] = verifySums(records);
  if (wrong !== undefined) {
    throw recordError('allocation.records.parent', `${wrong.node} × ${wrong.period}`, wrong.path);
  }
  const held = records.flatMap(({ nodeId, held }) => held.map((period) => cellAt(nodeId, period)));
  const journal = records
    .flatMap((record) => record.edits)
    .sort((a, b) => a.seq - b.seq)
    .map((entry) => journalEntryOf(empty, entry));
  return { ...withHolds(withValues(empty, 0, valuesOf(leafAmounts(empty, records))), held), journal };
}

/** By position; NaN where nobody has said anything. */
function leafAmounts(plan: Plan, records: readonly PlanRecord[]): Float64Array {
  const amounts = new Float64Array(cellCount(plan.grid)).fill(NaN);
  const [organisation, time] = [organisationOf(plan), timeOf(plan)];
  records.forEach(({ nodeId, months }, index) => {
    for (const [period, value] of Object.entries(months)) {
      const box = boxOf(plan, cellAt(nodeId, period).at);
      if (value === null || !isLeaf(organisation, box[0] as number) || !isLeaf(time, box[1] as number)) continue;
      amounts[positionOf(plan.grid, box)] = checkAmount(value, `records.${index}.months.${period}`);
    }
  });
  return amounts;
}
