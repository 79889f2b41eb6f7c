/** The journal of a year plan in its stored form: one line per cell, with the names of nodes and periods. */
import { refOf } from '../plan.ts';
import { boxOfKey } from '../journal.ts';
import { nodePeriodOf } from './node-period.ts';
import type { Author, Division, Fallback, JournalEntry, Pool } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { NodePeriod } from './node-period.ts';

/** How one cell got its part of a pool: `after` is `pool × weight / of`, rounded so that the parts add up. */
export interface Split extends NodePeriod {
  readonly before: number | null;
  readonly after: number | null;
  /** Method that gave the weight, for example 'prior' or 'proportional'. */
  readonly method: string;
  /** What was divided. */
  readonly pool: number;
  /** 0 also where the method said nothing about the cell; `after` is then null. */
  readonly weight: number;
  /** Sum of the weights the pool was divided by. */
  readonly of: number;
  /** Why another rule than the method's own was used; null when it was not needed. */
  readonly fallback: Fallback | null;
  /** What the cell had before the pool was divided; part of `after`. Left out when nothing was reserved. */
  readonly reserved?: number;
}

/** One change of the plan, as stored. */
export interface LogEntry extends Author {
  /** 1 for the first change. */
  readonly seq: number;
  readonly action: JournalEntry['action'];
  readonly target: NodePeriod;
  /** Value of the target before and after. */
  readonly before: number | null;
  readonly after: number | null;
  /** Top down: a split of a month stands before those of the nodes in it. */
  readonly splits: readonly Split[];
}

/** The stored form of a journal entry. */
export function logEntryOf(plan: Plan, entry: JournalEntry): LogEntry {
  const { seq, action, before, after, by, at, reason } = entry;
  const target = nodePeriodOf(refOf(plan, entry.metric, entry.target));
  const splits = entry.divisions.flatMap((division) => splitsOf(plan, entry, division));
  // Fields of the author that are not given are left out, so that stored forms stay equal.
  const author = Object.fromEntries(Object.entries({ by, at, reason }).filter(([, value]) => value !== undefined));
  return { seq, action, target, before, after, splits, ...author };
}

function splitsOf(plan: Plan, { action, metric }: JournalEntry, division: Division): Split[] {
  const splits: Split[] = [];
  division.keys.forEach((key, index) => {
    const [before, after] = [said(division.before[index]), said(division.after[index])];
    // Clearing what was empty says nothing.
    if (action === 'clear' && before === null && after === null) return;
    const { total, of, fallback, method } = division.pools[division.pool[index] as number] as Pool;
    const weight = said(division.weights[index]) ?? 0;
    const cell = nodePeriodOf(refOf(plan, metric, boxOfKey(plan.grid.axes, key)));
    const split = { ...cell, before, after, method, pool: total, weight, of, fallback };
    splits.push(division.reserved === null ? split : { ...split, reserved: said(division.reserved[index]) ?? 0 });
  });
  return splits;
}

function said(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
