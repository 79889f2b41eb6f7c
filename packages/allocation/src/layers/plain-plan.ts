import type { Grid } from '../grid.ts';
import type { JournalEntry } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';

/** A plan over another grid with the metrics of the first: nothing held, no journal but the one given. */
export function plainPlan({ metrics }: Plan, grid: Grid, values: readonly Values[], journal: readonly JournalEntry[] = []): Plan {
  return { metrics, grid, values, holds: new Map(), journal };
}
