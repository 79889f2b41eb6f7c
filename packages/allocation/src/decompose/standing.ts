/** What stands against a decomposition: held cells, and with the switch those a person set. */
import { holdsAll } from '../edits/boxes.ts';
import { manualCells } from '../edits/manual-cells.ts';
import { conflictOf } from '../edits/refusal.ts';
import { boxValue } from '../plan.ts';
import { keptInside } from './kept.ts';
import { keptLeaves, refusal } from './refusals.ts';
import type { Kept } from '../edits/refusal.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { DecomposeRefusal } from './spec.ts';

/** Where a total is decomposed, and what stays there. */
export interface Place {
  readonly plan: Plan;
  readonly metric: number;
  readonly target: Box;
  readonly holds: readonly Kept[];
  /** 1 by position for leaf cells a person set; null when there are none, or they need not stay. */
  readonly manual: Uint8Array | null;
}

/** Looks up what stays. */
export function placeOf(plan: Plan, metric: number, target: Box, keepManual = false): Place {
  const own = [...plan.holds.values()].filter((hold) => hold.metric === metric);
  const holds = own.map(({ box }): Kept => ({ box, cause: 'hold' }));
  return { plan, metric, target, holds, manual: keepManual ? manualCells(plan, metric, target) : null };
}

/** A hold of the target or around it keeps the total it has. */
export function heldTotal({ plan, metric, target, holds }: Place, total: number): DecomposeRefusal | null {
  const around = holds.filter(({ box }) => holdsAll(plan.grid, box, target));
  const current = boxValue(plan, metric, target);
  // A held null is held, too: 0 would be a statement.
  if (around.length === 0 || current === total) return null;
  return refusal(
    'held',
    around.map((one) => conflictOf(plan, metric, one, total - (current ?? 0))),
  );
}

/** Everything that stays and shares cells with a box inside the target. */
export function standingIn({ plan, target, holds, manual }: Place, box: Box): Kept[] {
  const byHand: number[] = [];
  manual?.forEach((mark, position) => {
    if (mark === 1) byHand.push(position);
  });
  const inside = [...keptInside(plan, target, holds), ...keptLeaves(plan, byHand, 'manual')];
  return inside.filter((one) => one.cause === 'hold' || holdsAll(plan.grid, box, one.box));
}
