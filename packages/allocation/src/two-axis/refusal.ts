/** Refusals with their remedies: an edit that cannot be done is an answer, not an exception. */
import { boxOf, boxValue } from './plan.ts';
import type { Conflict, Refusal } from './edit.ts';
import type { Box, Plan } from './plan.ts';

const REMEDIES: Readonly<Record<Refusal['code'], Refusal['remedy']>> = {
  held: {
    zh: '该单元格已锁定。请先解除锁定，再修改数值。',
    en: 'This cell is held. Release it, then change the value.',
  },
  noRoom: {
    zh: '其余单元格均已锁定，没有可以让出的余量。请解除列出的任一锁定，或按其所需值修改。',
    en: 'Every cell that could give way is held. Release one of those listed, or enter a value that fits them.',
  },
  belowZero: {
    zh: '按此数值，其余单元格将变成负数。请改小数值，或解除列出的锁定。',
    en: 'This value would push the other cells below zero. Enter a smaller one, or release a hold listed.',
  },
  interlocked: {
    zh: '多个锁定相互交叉，找不到同时满足的整数解。请解除列出的任一锁定后重试。',
    en: 'The holds cross each other and no whole-number answer was found. Release one of those listed and try again.',
  },
};

/** The refusal for a set of held boxes that would have to move by `shortfall` in all. */
export function refuse(plan: Plan, code: Refusal['code'], boxes: readonly Box[], shortfall: number): Refusal {
  const conflicts = boxes.map((box): Conflict => {
    const held = boxValue(plan, box);
    return { ...box.ref, held, needed: (held ?? 0) + shortfall };
  });
  return { ok: false, code, conflicts, remedy: REMEDIES[code] };
}

/** The held cells of a plan as boxes, in the order they were held. */
export function heldBoxes(plan: Plan): Box[] {
  return [...plan.holds.values()].map((ref) => boxOf(plan, ref));
}
