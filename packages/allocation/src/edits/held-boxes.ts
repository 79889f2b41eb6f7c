/** The held cells of one metric that have a leaf cell in the plan: a hold on cells that do not exist stands against nothing. */
import { eachRun } from '../grid.ts';
import type { Box, Grid } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { Kept } from './refusal.ts';

/** By metric. Versions of a plan share their holds, so one look serves many edits. */
type ByMetric = Map<number, readonly Kept[]>;

const known = new WeakMap<Plan['holds'], { readonly grid: Grid; readonly byMetric: ByMetric }>();

/** See the head of this file; in the order they were held. */
export function heldBoxes({ grid, holds }: Plan, metric: number): readonly Kept[] {
  let facts = known.get(holds);
  if (facts?.grid !== grid) known.set(holds, (facts = { grid, byMetric: new Map() }));
  let kept = facts.byMetric.get(metric);
  if (kept === undefined) {
    const own = [...holds.values()].filter((hold) => hold.metric === metric && hasCells(grid, hold.box));
    facts.byMetric.set(metric, (kept = own.map(({ box }) => ({ box, cause: 'hold' }))));
  }
  return kept;
}

function hasCells(grid: Grid, box: Box): boolean {
  const { present } = grid;
  let found = false;
  eachRun(grid, box, (start, end) => {
    for (let at = start; at < end && !found; at += 1) found = present === null || present[at] === 1;
  });
  return found;
}
