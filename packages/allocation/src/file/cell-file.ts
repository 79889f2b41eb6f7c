/** A cell, a metric and who said so, as files write them. */
import { fileError } from './file-error.ts';
import { coreError } from '../core-error.ts';
import { boxOf } from '../plan.ts';
import { fieldsOf, join, textOf, textsOf } from './shape.ts';
import type { Box } from '../grid.ts';
import type { CellRef, Plan } from '../plan.ts';

/** The number of the metric a file names. It may leave the name out where the plan has one. */
export function readMetric(plan: Plan, value: unknown, path: string): number {
  if (value === undefined && plan.metrics.length === 1) return 0;
  if (value === undefined) throw fileError('allocation.file.metric', plan.metrics.map(({ id }) => id).join(' | '), path);
  const id = textOf(value, path);
  const found = plan.metrics.findIndex((metric) => metric.id === id);
  if (found < 0) throw coreError('allocation.metric.unknown', id, path);
  return found;
}

/** Reads a cell reference `{ metric?, at }` and checks that the plan has it. */
export function readCell(plan: Plan, value: unknown, path: string): CellRef {
  const fields = fieldsOf(value, path, ['metric', 'at']);
  readMetric(plan, fields['metric'], join(path, 'metric'));
  const at = readAt(plan, fields['at'], join(path, 'at'));
  return fields['metric'] === undefined ? { at } : { metric: textOf(fields['metric'], path), at };
}

/** Reads the members of a cell by axis and checks them; a missing one is the top. */
export function readAt(plan: Plan, value: unknown, path: string): CellRef['at'] {
  const at = value === undefined ? {} : textsOf(value, path);
  boxOf(plan, at, path);
  return at;
}

/** The same as a box. */
export function readBox(plan: Plan, value: unknown, path: string): Box {
  return boxOf(plan, value === undefined ? {} : textsOf(value, path), path);
}
