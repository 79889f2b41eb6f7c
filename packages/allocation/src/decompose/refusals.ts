/** Refusals of a decomposition, with what stands against it and what to do. */
import { boxAt } from '../grid.ts';
import { conflictOf } from '../edits/refusal.ts';
import { overlaps } from '../edits/boxes.ts';
import { outermost } from '../edits/nested.ts';
import { boxValue, refOf } from '../plan.ts';
import type { Conflict } from '../edits/edit.ts';
import type { Kept } from '../edits/refusal.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { DecomposeRefusal } from './spec.ts';

const REMEDIES: Readonly<Record<DecomposeRefusal['code'], DecomposeRefusal['remedy']>> = {
  held: {
    zh: '目标单元格或包含它的单元格已锁定，总额不能改变。请先解除所列锁定，或按现有总额分解。',
    en: 'The target, or a cell around it, is held, so its total cannot change. Release what is listed, or decompose the total it has.',
  },
  empty: {
    zh: '计划在这里没有明细单元格，无处分解。请选择实际存在的组合。',
    en: 'The plan has no leaf cell here to divide a total over. Choose a combination that exists.',
  },
  noRoom: {
    zh: '能接收余额的单元格都已锁定或已填定。请解除所列的任一项，或按其所需值修改。',
    en: 'Everything that could take the rest is held or given. Release one of those listed, or change it to what is needed.',
  },
  belowZero: {
    zh: '已锁定或已填定的数额超过了总额。请提高总额，或减少所列的任一项。',
    en: 'What is held or given is more than the total. Raise the total, or lower one of those listed.',
  },
  noBase: {
    zh: '所列单元格没有可用的分解依据（权重全为 0 或缺失）。请补充依据，或指定备用方法。',
    en: 'There is nothing to divide the cell listed by: all weights are 0 or missing. Give a base, or name a fallback.',
  },
  interlocked: {
    zh: '给定的合计与锁定相互交叉，没有找到整数解。请放宽所列的任一项。',
    en: 'The totals and holds cross each other and no whole numbers were found that meet them. Relax one of those listed.',
  },
  margins: {
    zh: '所列的合计彼此矛盾，或与锁定的数额矛盾。请修改其中任意一项。',
    en: 'The totals listed contradict each other or what is held. Change any one of them.',
  },
};

/** What stays in a box, and the sum of what is too much to name. */
export interface Standing {
  readonly kept: readonly Kept[];
  readonly unlisted: number;
}

/** A refusal with its conflicts worked out. */
export function refusal(
  code: DecomposeRefusal['code'],
  conflicts: readonly Conflict[],
  sides?: DecomposeRefusal['sides'],
): DecomposeRefusal {
  return { ok: false, code, conflicts, ...(sides === undefined ? {} : { sides }), remedy: REMEDIES[code] };
}

/** The cell itself stands against it: it has `held`, and would have to have `needed`. */
export function refuseCell(
  plan: Plan,
  metric: number,
  code: DecomposeRefusal['code'],
  box: Box,
  held: number,
  needed: number,
): DecomposeRefusal {
  return refusal(code, [{ ...refOf(plan, metric, box), held, needed, cause: 'target' }]);
}

/**
 * Kept cells stand against it: those of them in `box` would have to move by `shift` in all. Too much is kept: the fewest cells
 * that are too much by themselves; no room: every one of them.
 */
export function refuseKept(plan: Plan, metric: number, box: Box, { kept, unlisted }: Standing, shift: number): DecomposeRefusal {
  const inside = outermost(
    plan.grid,
    kept.filter((one) => overlaps(plan.grid, one.box, box)),
  );
  const standing = shift < 0 ? tooMuch(plan, metric, inside, -shift - unlisted) : inside;
  return refusal(
    shift < 0 ? 'belowZero' : 'noRoom',
    standing.map((one) => conflictOf(plan, metric, one, shift)),
  );
}

/** All exceed the room by `excess`: small ones can be left out while the others still do, the smallest first. All where that is 0 or less. */
function tooMuch(plan: Plan, metric: number, kept: readonly Kept[], excess: number): Kept[] {
  const sized = kept.map((one) => ({ one, held: boxValue(plan, metric, one.box) ?? 0 })).sort((a, b) => a.held - b.held);
  let spare = excess;
  const needed = sized.filter(({ held }) => {
    if (held >= spare) return true;
    spare -= held;
    return false;
  });
  return kept.filter((one) => needed.some((found) => found.one === one));
}

/** Leaf cells as kept ones. */
export function keptLeaves(plan: Plan, positions: Iterable<number>, cause: Conflict['cause']): Kept[] {
  return Array.from(positions, (position) => ({ box: boxAt(plan.grid, position), cause }));
}
