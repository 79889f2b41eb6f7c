/** What stands against a decomposition: held cells, and with the switch those a person set. */
import { holdsAll } from '../edits/boxes.ts';
import { manualCells } from '../edits/manual-cells.ts';
import { conflictOf } from '../edits/refusal.ts';
import { regionOf } from '../edits/region.ts';
import { boxValue } from '../plan.ts';
import { gather } from '../values.ts';
import { keptInside } from './kept.ts';
import { keptLeaves, refusal } from './refusals.ts';
import type { Kept } from '../edits/refusal.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { Standing } from './refusals.ts';
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

/** More cells set by a person are not looked at one by one: nobody would read them. */
const MOST_BY_HAND = 200;

/** Everything that stays and shares cells with a box inside the target; of the leaf cells a person set the largest. */
export function standingIn({ plan, metric, target, holds, manual }: Place, box: Box): Standing {
  const inside = keptInside(plan, target, holds);
  if (manual === null) return { kept: inside, unlisted: 0 };
  const byHand = regionOf(plan.grid, box).filter((position) => manual[position] === 1);
  const amounts = gather(plan.values[metric] as Values, byHand);
  const largest = byHand.map((_, at) => at).sort((a, b) => (amounts[b] as number) - (amounts[a] as number));
  const positions = Array.from(largest.subarray(0, MOST_BY_HAND), (at) => byHand[at] as number);
  let unlisted = 0;
  for (const at of largest.subarray(MOST_BY_HAND)) unlisted += plusZero(amounts[at]);
  return { kept: [...inside, ...keptLeaves(plan, positions, 'manual')], unlisted };
}

/** NaN as 0. */
function plusZero(amount: number | undefined): number {
  return amount === undefined || amount !== amount ? 0 : amount;
}
