/** The difference of two versions of a plan, at any level: what a person sees before keeping an edit. */
import { boxValue, refOf } from '../plan.ts';
import { boxOfKey } from '../journal.ts';
import { isLeafBox } from './boxes.ts';
import { changedCells } from './changed-cells.ts';
import { changedTotals } from './changed-totals.ts';
import type { Plan } from '../plan.ts';
import type { CellChange, PlanDiff } from './edit.ts';
import type { ChangedTotals } from './changed-totals.ts';

/** Which changes are wanted. */
export interface DiffOptions {
  /**
   * Depths to look at by axis id, 0 for the top: `{ organisation: [0, 1], time: [0] }`. An axis left out: all of its levels.
   * Fewer levels are counted faster.
   */
  readonly levels?: Readonly<Record<string, readonly number[]>>;
  /** Most cells listed, 500 when left out; the others are counted. */
  readonly limit?: number;
}

/** What differs in one metric. */
interface MetricDiff {
  readonly metric: number;
  readonly leaves: number;
  readonly totals: ChangedTotals;
}

/**
 * Every cell of the chosen levels that differs, metric by metric, parents before children. Where there are more than the
 * limit, the levels nearest to the top are listed. Both plans must have the same axes. The cost grows with what changed, not
 * with the plan: chunks that both share are not looked at.
 */
export function diffPlans(before: Plan, after: Plan, { levels, limit = 500 }: DiffOptions = {}): PlanDiff {
  const found = after.values.flatMap((values, metric): MetricDiff[] => {
    const old = before.values[metric];
    if (old === undefined || old === values) return [];
    const changed = changedCells(after.grid, old, values);
    if (changed.positions.length === 0) return [];
    const differs = (key: number): boolean => {
      const box = boxOfKey(after.grid.axes, key);
      return boxValue(before, metric, box) !== boxValue(after, metric, box);
    };
    return [{ metric, leaves: changed.positions.length, totals: changedTotals(after.grid, changed, levels ?? {}, differs) }];
  });
  const cells: CellChange[] = [];
  let [count, leaves] = [0, 0];
  for (const { metric, totals, leaves: own } of found) {
    count += totals.keys.length;
    leaves += own;
    for (const index of nearestTop(totals, limit - cells.length)) cells.push(changeAt(before, after, metric, totals, index));
  }
  return { cells, rest: count - cells.length, leaves };
}

/** At most so many entries, those nearest to the top, in the order of their keys: parents stand before children. */
function nearestTop({ keys, depths }: ChangedTotals, limit: number): number[] {
  const byKey = (a: number, b: number): number => (keys[a] as number) - (keys[b] as number);
  const least = Math.max(0, limit);
  const chosen: number[] = [];
  // Level by level, so that a million changed leaves need not be sorted to show the first few hundred cells.
  for (let depth = 0; chosen.length < least && chosen.length < keys.length; depth += 1) {
    const level: number[] = [];
    for (let index = 0; index < keys.length; index += 1) if (depths[index] === depth) level.push(index);
    chosen.push(...level.sort(byKey).slice(0, least - chosen.length));
  }
  return chosen.sort(byKey);
}

function changeAt(before: Plan, after: Plan, metric: number, { keys, moved }: ChangedTotals, index: number): CellChange {
  const box = boxOfKey(after.grid.axes, keys[index] as number);
  const was = boxValue(before, metric, box);
  const by = moved[index] as number;
  // As many leaves as before have a value: nothing became null, and the sum need not be taken twice.
  const is = was !== null && by === by ? was + by : boxValue(after, metric, box);
  return { ...refOf(after, metric, box), before: was, after: is, leaf: isLeafBox(after.grid, box) };
}
