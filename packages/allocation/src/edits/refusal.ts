/** Refusals with their remedies: an edit that cannot be done is an answer, not an exception. */
import { boxValue, refOf } from '../plan.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { Conflict, Refusal } from './edit.ts';

/** A cell that must keep its value, and why. */
export interface Kept {
  readonly box: Box;
  readonly cause: Conflict['cause'];
}

/** More conflicts than this are not listed: nobody reads them. */
export const MOST_LISTED = 200;

const REMEDIES: Readonly<Record<Refusal['code'], Refusal['remedy']>> = {
  held: {
    zh: '该单元格已锁定。请先解除锁定，再修改数值。',
    en: 'This cell is held. Release it, then change the value.',
  },
  noRoom: {
    zh: '其余单元格都已锁定，没有可以让出的余量。请解除所列的任一锁定，或按其所需值修改。',
    en: 'Every cell that could give way is held. Release one of those listed, or enter a value that fits them.',
  },
  belowZero: {
    zh: '按此数值，会有单元格变成负数，而目标不能小于 0。请换一个数值，或解除所列的锁定。',
    en: 'This value would push cells below zero, and a target is at least 0. Enter another one, or release a hold listed.',
  },
  interlocked: {
    zh: '几处锁定相互交叉，没有能同时满足它们的整数解。请解除所列的任一锁定，或换一个数值。',
    en: 'The holds cross each other and no whole numbers meet all of them. Release one of those listed, or enter another value.',
  },
  unsolved: {
    zh: '几处锁定相互交叉，没有找到整数解。请解除所列的任一锁定后重试。',
    en: 'The holds cross each other and no whole-number answer was found. Release one of those listed and try again.',
  },
  empty: {
    zh: '计划在这里没有明细单元格，无处填数。请选择实际存在的组合。',
    en: 'The plan has no leaf cell here that could take a value. Choose a combination that exists.',
  },
};

/** The refusal for cells that would have to move by `shift` in all, each alone. */
export function refuse(plan: Plan, metric: number, code: Refusal['code'], kept: readonly Kept[], shift: number): Refusal {
  const conflicts = kept.slice(0, MOST_LISTED).map((one) => conflictOf(plan, metric, one, shift));
  return { ok: false, code, conflicts, remedy: REMEDIES[code] };
}

/** One held cell, and what it would be after a shift. */
export function conflictOf(plan: Plan, metric: number, { box, cause }: Kept, shift: number): Conflict {
  const held = boxValue(plan, metric, box);
  return { ...refOf(plan, metric, box), held, needed: (held ?? 0) + shift, cause };
}

/** A refusal with its conflicts already worked out. */
export function refusalWith(code: Refusal['code'], conflicts: readonly Conflict[]): Refusal {
  return { ok: false, code, conflicts, remedy: REMEDIES[code] };
}
