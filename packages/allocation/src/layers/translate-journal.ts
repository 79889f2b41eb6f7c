import { boxOfKey, cellKey } from '../journal.ts';
import type { Axis } from '../axis.ts';
import type { Box } from '../grid.ts';
import type { JournalEntry } from '../journal.ts';

/** The same entries for another plan that has the members of the first under the same ids. Numbered from `seq`. */
export function translateJournal(
  entries: readonly JournalEntry[],
  from: readonly Axis[],
  to: readonly Axis[],
  seq: number,
): JournalEntry[] {
  const moves = from.map((axis, at) => {
    const target = to[at] as Axis;
    return axis === target ? null : Int32Array.from(axis.ids, (id) => target.numberOf.get(id) as number);
  });
  const move = (box: Box): Box => box.map((member, at) => moves[at]?.[member] ?? member);
  return entries.map((entry, index) => ({
    ...entry,
    seq: seq + index,
    target: move(entry.target),
    ...(entry.given === undefined ? {} : { given: entry.given.map(({ box, total }) => ({ box: move(box), total })) }),
    divisions: entry.divisions.map((division) => ({
      ...division,
      keys: division.keys.map((key) => cellKey(to, move(boxOfKey(from, key)))),
    })),
  }));
}
