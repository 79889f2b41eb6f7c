/** Spreading an amount over the free cells of a box, in one step or, to keep each row's pattern over time, in two. */
import { gather } from '../values.ts';
import { dividePool } from './divide-pool.ts';
import { divideByRows } from './keep-seasonality.ts';
import { spreadWeights } from './spread-weights.ts';
import type { Values } from '../values.ts';
import type { Box } from '../grid.ts';
import type { Part } from './divide-pool.ts';
import type { Spread } from './edit.ts';
import type { Question } from './question.ts';

/** Divides `total` over the cells at the positions, all in `box`. The parts add up to it. */
export function spreadPool(question: Question, box: Box, positions: Int32Array, total: number, spread: Spread): Part[] {
  const { plan, metric } = question;
  const { grid } = plan;
  const before = gather(plan.values[metric] as Values, positions);
  const raw = spreadWeights({ plan, metric, target: box, positions, before }, spread);
  const pool = { grid, method: spread.method, positions, before, raw };
  const timed = question.keepSeasonality && grid.axes.at(-1)?.kind === 'time';
  return timed ? divideByRows(pool, total) : [dividePool(pool, total)];
}
