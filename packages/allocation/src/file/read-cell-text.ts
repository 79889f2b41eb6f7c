/** A cell as people type it: `organisation=north,time=2026-Q1`, or members alone: `north,2026-Q1`. */
import { coreError } from '../core-error.ts';
import { fileError } from './file-error.ts';
import { readAt, readMetric } from './cell-file.ts';
import type { Axis } from '../axis.ts';
import type { CellRef, Plan } from '../plan.ts';
import type { PlanDocument } from './plan-file.ts';

/**
 * Reads a cell. A member alone is looked up on all axes, by id and else by name, and must be one member; a metric may stand
 * beside it by its id or as `metric=`. An empty text or `*` is the whole plan. Throws with the part that is wrong.
 */
export function readCellText({ plan, names }: Pick<PlanDocument, 'plan' | 'names'>, text: string): CellRef {
  const at: Record<string, string> = {};
  let metric: string | undefined;
  for (const part of text === '*' ? [] : text.split(/[,，]/).map((piece) => piece.trim())) {
    if (part === '') continue;
    const [axis, member] = readPart(plan, names, part);
    if (axis === 'metric') metric = member;
    else if (at[axis] !== undefined) throw coreError('allocation.id.duplicate', axis, part);
    else at[axis] = member;
  }
  readAt(plan, at, text);
  readMetric(plan, metric, 'metric');
  return metric === undefined ? { at } : { metric, at };
}

function readPart(plan: Plan, names: PlanDocument['names'], part: string): readonly [axis: string, member: string] {
  const cut = part.indexOf('=');
  if (cut >= 0) {
    const [id, member] = [part.slice(0, cut).trim(), part.slice(cut + 1).trim()];
    const axis = plan.grid.axes.find((one) => one.id === id);
    if (axis === undefined || axis.numberOf.has(member)) return [id, member];
    return only(called(names, axis, member), part) ?? [id, member];
  }
  const byId = plan.grid.axes.flatMap(({ id, numberOf }) => (numberOf.has(part) ? [[id, part] as const] : []));
  const isMetric = plan.metrics.some(({ id }) => id === part);
  const found = only([...byId, ...(isMetric ? [['metric', part] as const] : [])], part);
  const named = found ?? only(plan.grid.axes.flatMap((axis) => called(names, axis, part)), part); // prettier-ignore
  if (named === undefined) throw coreError('allocation.member.unknown', part, part);
  return named;
}

/** Members of an axis that people call by a name: two may share it. */
function called(names: PlanDocument['names'], { id }: Axis, name: string): (readonly [axis: string, member: string])[] {
  return [...(names.get(id) ?? [])].flatMap(([member, own]) => (own === name ? [[id, member] as const] : []));
}

function only<T extends readonly [axis: string, member: string]>(found: readonly T[], part: string): T | undefined {
  if (found.length < 2) return found[0];
  const choices = found.map(([axis, member]) => `${axis}=${member}`).join(' | ');
  throw fileError('allocation.file.choice', `"${part}" (${choices})`, part);
}
