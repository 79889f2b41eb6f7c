/** Carrying a journal over to an axis whose members have other numbers. */
import type { Axis } from '../axis.ts';
import type { Box } from '../grid.ts';
import type { Division, JournalEntry } from '../journal.ts';

/** A change of one axis: `to` is the new member number by old member number. */
export interface Renumbering {
  readonly axes: readonly Axis[];
  /** Position of the axis that changes. */
  readonly at: number;
  readonly axis: Axis;
  readonly to: Int32Array;
}

/** A box in new numbers. */
export function renumberBox({ at, to }: Renumbering, box: Box): Box {
  const moved = box.slice();
  moved[at] = to[box[at] as number] as number;
  return moved;
}

/** `cellKey`s in new numbers: one digit of the mixed radix changes, and its base. */
export function renumberKeys({ axes, at, axis, to }: Renumbering, keys: Float64Array): Float64Array {
  const below = axes.slice(at + 1).reduce((product, { ids }) => product * ids.length, 1);
  const size = (axes[at] as Axis).ids.length;
  return keys.map((key) => {
    const rest = key % below;
    const upper = Math.floor(key / below);
    const high = Math.floor(upper / size);
    return (high * axis.ids.length + (to[upper % size] as number)) * below + rest;
  });
}

/** A journal in new numbers; what it says stays the same. */
export function renumberJournal(change: Renumbering, journal: readonly JournalEntry[]): JournalEntry[] {
  return journal.map((entry) => ({
    ...entry,
    target: renumberBox(change, entry.target),
    ...(entry.given === undefined
      ? {}
      : { given: entry.given.map(({ box, total }) => ({ box: renumberBox(change, box), total })) }),
    divisions: entry.divisions.map((division): Division => ({ ...division, keys: renumberKeys(change, division.keys) })),
  }));
}
