/** What an edit asks of the plan, checked and in numbers, and what the solvers answer. */
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { Part } from './divide-pool.ts';
import type { Refusal, Spread } from './edit.ts';
import type { Kept } from './refusal.ts';

/** A value wanted at a cell while others stay. */
export interface Question {
  readonly plan: Plan;
  readonly metric: number;
  readonly target: Box;
  /** Null: the cell is cleared. */
  readonly value: number | null;
  /** What is there now, null read as 0. */
  readonly current: number;
  /** Whether nobody has said anything about the target. */
  readonly empty: boolean;
  readonly spread: Spread;
  readonly keepSeasonality: boolean;
  /** Cells of this metric that keep their total, held or for this edit only. */
  readonly kept: readonly Kept[];
  /** 1 for leaf cells, by position, that must stay because a person set them; null: none. */
  readonly manual: Uint8Array | null;
}

/** The divisions that answer it, or why there are none. */
export type Solution = { readonly ok: true; readonly parts: readonly Part[] } | Refusal;
