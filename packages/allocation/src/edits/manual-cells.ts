/**
 * Which leaf cells stand as a person set them, read from the journal: a cell is manual when the last change that gave it its
 * value was an edit (set, add, percent) entered at a cell that does not contain the one now being spread. A spread from the
 * same place or above was no statement about the cells below; a later decomposition, clearing or spread takes the mark away.
 */
import { holdsAll } from './boxes.ts';
import { positionOfKey } from './region.ts';
import { cellCount } from '../grid.ts';
import type { Box, Grid } from '../grid.ts';
import type { Division, JournalEntry } from '../journal.ts';
import type { Plan } from '../plan.ts';

/** 1 by position for manual leaf cells, seen from a spread over `target`; null when there are none. */
export function manualCells(plan: Plan, metric: number, target: Box): Uint8Array | null {
  const { grid } = plan;
  const entries = plan.journal.filter((entry) => entry.metric === metric && entry.divisions.length > 0);
  const byHand = entries.map((entry) => isByHand(entry) && !holdsAll(grid, entry.target, target));
  // Before the first of them nothing can be manual: a plan that was decomposed and then edited is quick.
  const first = byHand.indexOf(true);
  if (first < 0) return null;
  const marks = new Uint8Array(cellCount(grid));
  for (let at = first; at < entries.length; at += 1) {
    for (const division of (entries[at] as JournalEntry).divisions) {
      mark(grid, division, (entries[at] as JournalEntry).target, byHand[at] === true, marks);
    }
  }
  return marks.includes(1) ? marks : null;
}

function isByHand({ action }: JournalEntry): boolean {
  return action === 'set' || action === 'add' || action === 'percent';
}

/** Cells of the target were set by hand; siblings that gave way were not. */
function mark(grid: Grid, { keys }: Division, target: Box, byHand: boolean, marks: Uint8Array): void {
  const inTarget = byHand ? insideOf(grid, target) : null;
  for (const key of keys) {
    const position = positionOfKey(grid, key);
    if (position < 0) continue;
    marks[position] = inTarget?.(position) === true ? 1 : 0;
  }
}

/** Whether a position lies in a box. */
function insideOf(grid: Grid, box: Box): (position: number) => boolean {
  const ranges = grid.axes.map(
    (axis, at) => [axis.from[box[at] as number] as number, axis.to[box[at] as number] as number] as const,
  );
  const [from, to] = ranges.at(-1) as readonly [number, number];
  return (position) => {
    const row = Math.floor(position / grid.width);
    const leaf = position - row * grid.width;
    if (leaf < from || leaf >= to) return false;
    return grid.rows.every((column, at) => {
      const [start, end] = ranges[at] as readonly [number, number];
      return (column[row] as number) >= start && (column[row] as number) < end;
    });
  };
}
