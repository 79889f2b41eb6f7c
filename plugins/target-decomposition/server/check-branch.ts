/**
 * The plan keeps the organisation of its day; the branch that a manager sees is today's. A unit that has moved since is missing
 * from the sums of its old branch, or stands in its new one without its parent. Both were so before the batch.
 */
import { verifySums } from '@milepost/allocation/records';
import type { SumError } from '@milepost/allocation/records';
import type { PendingWrite } from '@milepost/gateway/server-part';
import { sameMonths } from '../src/domain/same-months.ts';
import type { AllocationValue } from '../src/domain/types.ts';

type Writes = readonly PendingWrite<AllocationValue>[];

/** The cells that a batch puts wrong: what is missing from a sum is the same before and after it. `values` are those in sight. */
export function sumsBroken(values: readonly AllocationValue[], writes: Writes): SumError[] {
  const missing = new Map(verifySums(valuesBefore(values, writes)).map((error) => [cellOf(error), gapOf(error)]));
  return verifySums(values).filter((error) => error.code !== 'sum' || missing.get(cellOf(error)) !== gapOf(error));
}

const cellOf = ({ node, period }: SumError): string => `${node}|${period}`;
const gapOf = ({ value, expected }: SumError): number => (value ?? 0) - (expected ?? 0);

/**
 * The changed units without anything below them in sight. All of it may have moved to another branch; only who sees the top of
 * the plan (`wholeInSight`) knows that there is nothing.
 */
export function unitsWithoutParts(values: readonly AllocationValue[], writes: Writes, wholeInSight: boolean): string[] {
  if (wholeInSight) return [];
  const parents = new Set(values.map((value) => value.parentId));
  const before = new Map(valuesBefore(values, writes).map((value) => [value.nodeId, value.months]));
  return values
    .filter(
      ({ kind, nodeId, months }) => kind === 'unit' && !parents.has(nodeId) && !sameMonths(before.get(nodeId) ?? {}, months),
    )
    .map(({ nodeId }) => nodeId);
}

/** The same nodes with the months they had before the batch. */
function valuesBefore(values: readonly AllocationValue[], writes: Writes): AllocationValue[] {
  const before = new Map(
    writes.flatMap(({ previous }) => (previous ? [[keyOf(previous.value), previous.value.months] as const] : [])),
  );
  return values.map((value) => ({ ...value, months: before.get(keyOf(value)) ?? value.months }));
}

const keyOf = ({ planId, nodeId }: AllocationValue): string => `${planId}.${nodeId}`;
