/** A cell as people type it: `organisation=north,time=2026-Q1`, or members alone: `north,2026-Q1`. */
import { coreError } from '../core-error.ts';
import { fileError } from './file-error.ts';
import { metricOf } from '../plan.ts';
import { readAt } from './cell-file.ts';
import type { CellRef, Plan } from '../plan.ts';

/**
 * Reads a cell. A member alone is looked up on all axes and must be on one of them; `metric=` names the metric. An empty text
 * or `*` is the whole plan. Throws with the part that is wrong.
 */
export function readCellText(plan: Plan, text: string): CellRef {
  const at: Record<string, string> = {};
  let metric: string | undefined;
  for (const part of text === '*' ? [] : text.split(',').map((piece) => piece.trim())) {
    if (part === '') continue;
    const cut = part.indexOf('=');
    const [axis, member] = cut < 0 ? [axisWith(plan, part), part] : [part.slice(0, cut).trim(), part.slice(cut + 1).trim()];
    if (axis === 'metric') metric = member;
    else if (at[axis] !== undefined) throw coreError('allocation.id.duplicate', axis, part);
    else at[axis] = member;
  }
  readAt(plan, at, text);
  metricOf(plan, metric);
  return metric === undefined ? { at } : { metric, at };
}

function axisWith(plan: Plan, member: string): string {
  const axes = plan.grid.axes.filter((axis) => axis.numberOf.has(member)).map(({ id }) => id);
  const [only, ...others] = axes;
  if (only === undefined) throw coreError('allocation.member.unknown', member, member);
  if (others.length > 0)
    throw fileError('allocation.file.choice', `"${member}" (${axes.map((id) => `${id}=${member}`).join(' | ')})`, member);
  return only;
}
