/** Given totals as margins: those of one level on every axis share no cell, so they make one margin. */
import { changeError } from '../change-error.ts';
import { coreError } from '../core-error.ts';
import { cellCount, covers, eachRun } from '../grid.ts';
import { boxOf } from '../plan.ts';
import { checkTotal } from './check-spec.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { GivenTotal } from './spec.ts';

/** Totals of one level. */
export interface MarginGroup {
  readonly boxes: readonly Box[];
  readonly targets: Float64Array;
  /** Group of every leaf cell, by position; -1: in none. */
  readonly groups: Int32Array;
}

/** A total with its cell found. */
export interface BoxTotal {
  readonly box: Box;
  readonly total: number;
}

/**
 * Finds the cells. Throws for no totals, unknown cells, cells outside of the target, a cell given twice, a total that is
 * negative or no safe integer.
 */
export function checkMargins(plan: Plan, target: Box, margins: readonly GivenTotal[]): BoxTotal[] {
  if (margins.length === 0) throw changeError('allocation.margins.empty', '', 'margins');
  const { axes } = plan.grid;
  const seen = new Set<string>();
  return margins.map(({ at, total }, index) => {
    const box = boxOf(plan, at, `margins.${index}.at`);
    const shown = axes.map(({ ids }, axis) => ids[box[axis] as number]).join(' × ');
    if (!covers(plan.grid, target, box)) throw changeError('allocation.margin.outside', shown, `margins.${index}.at`);
    if (seen.has(shown)) throw coreError('allocation.id.duplicate', shown, `margins.${index}.at`);
    seen.add(shown);
    return { box, total: checkTotal(total, `margins.${index}.total`) };
  });
}

/** Sorts totals by their levels. */
export function marginGroups({ grid }: Plan, totals: readonly BoxTotal[]): MarginGroup[] {
  const levels = new Map<string, BoxTotal[]>();
  for (const one of totals) {
    const level = grid.axes.map(({ depth }, axis) => depth[one.box[axis] as number]).join('.');
    const known = levels.get(level);
    if (known === undefined) levels.set(level, [one]);
    else known.push(one);
  }
  return [...levels.values()].map((level) => {
    const groups = new Int32Array(cellCount(grid)).fill(-1);
    level.forEach(({ box }, number) => eachRun(grid, box, (start, end) => groups.fill(number, start, end)));
    return { boxes: level.map(({ box }) => box), targets: Float64Array.from(level, ({ total }) => total), groups };
  });
}

/**
 * The total that totals of one level add up to where they cover every cell; null where none of the levels does. Levels that
 * disagree are left to the fit, which names them.
 */
export function totalOf(margins: readonly MarginGroup[], positions: Int32Array): number | null {
  const complete = margins.find(({ groups }) => positions.every((position) => (groups[position] as number) >= 0));
  return complete === undefined
    ? null
    : checkTotal(
        complete.targets.reduce((sum, total) => sum + total, 0),
        'margins',
      );
}
