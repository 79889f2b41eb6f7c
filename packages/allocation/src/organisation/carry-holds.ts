import { boxValue, holdKey, refOf } from '../plan.ts';
import { renumberBox } from './renumber.ts';
import type { Axis } from '../axis.ts';
import type { CellRef, Hold, Plan } from '../plan.ts';
import type { Renumbering } from './renumber.ts';
import type { SeatLinks } from './seat-links.ts';

/** Holds on the new axis, or the cells that are held and would change. */
export interface CarriedHolds {
  readonly holds: ReadonlyMap<string, Hold>;
  readonly conflicts: readonly Required<CellRef>[];
}

/**
 * Carries holds over to a plan after a move. A held cell of the person that moves as a whole is held in the new unit; any other
 * must have the value that it had.
 */
export function carryHolds(plan: Plan, after: Plan, change: Renumbering, links: SeatLinks): CarriedHolds {
  const holds = new Map<string, Hold>();
  const conflicts: Required<CellRef>[] = [];
  for (const hold of plan.holds.values()) {
    const seat = seatMovedTo(plan, hold, change, links);
    const box = renumberBox(change, hold.box);
    if (seat !== null) box[change.at] = seat;
    if (boxValue(plan, hold.metric, hold.box) === boxValue(after, hold.metric, box)) {
      holds.set(holdKey(hold.metric, box), { ...hold, box });
    } else conflicts.push(refOf(plan, hold.metric, hold.box));
  }
  return { holds, conflicts };
}

/** The member that a held leaf of the axis goes to when all its periods do; null otherwise. */
function seatMovedTo({ grid }: Plan, { box }: Hold, { at, axis }: Renumbering, { go, goAt }: SeatLinks): number | null {
  const [old, time] = [grid.axes[at] as Axis, grid.axes.at(-1) as Axis];
  const [member, period] = [box[at] as number, box.at(-1) as number];
  if (old.next[member] !== member + 1) return null;
  const lists = new Set(goAt.subarray(time.from[period], time.to[period]));
  const [list] = lists;
  if (lists.size !== 1 || list === undefined || list < 0) return null;
  const position = go[list]?.[old.from[member] as number] ?? -1;
  return position < 0 ? null : (axis.leaves[position] as number);
}
