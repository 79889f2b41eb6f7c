/** Spreading an amount over the free cells of a box, in one step or, to keep each row's pattern over time, in two. */
import { dividePool } from './divide-pool.ts';
import { divideByRows } from './keep-seasonality.ts';
import { spreadWeights } from './spread-weights.ts';
import type { Box } from '../grid.ts';
import type { Part } from './divide-pool.ts';
import type { Spread } from './edit.ts';
import type { Question } from './question.ts';

/** Cells that may move, ascending, all in `box`, with what they have now and in all. */
export interface FreeCells {
  readonly box: Box;
  readonly positions: Int32Array;
  /** NaN for null. */
  readonly before: Float64Array;
  readonly sum: number;
  /** Whether a total of 0 is said about cells nobody spoke about: they turn from null into 0. */
  readonly stated: boolean;
}

/** Divides `total` over free cells. The parts add up to it. */
export function spreadPool(question: Question, free: FreeCells, total: number, spread: Spread): Part[] {
  const { plan, metric } = question;
  const { grid } = plan;
  const { box, positions, before, sum, stated } = free;
  const raw = spreadWeights({ plan, metric, target: box, positions, before }, spread);
  const pool = { grid, method: spread.method, positions, before, raw, sum, stated };
  const timed = question.keepSeasonality && grid.axes.at(-1)?.kind === 'time';
  return timed ? divideByRows(pool, total) : [dividePool(pool, total)];
}
