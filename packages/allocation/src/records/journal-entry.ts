/** A stored change read back into the columns of the journal. */
import { cellKey } from '../journal.ts';
import { boxOf } from '../plan.ts';
import { cellAt, organisationOf } from './node-period.ts';
import type { Division, JournalEntry, Pool } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { LogEntry, Split } from './log-entry.ts';

/**
 * A stored change for a plan's journal. A target outside of the plan, as of a change entered above the branch that somebody sees,
 * becomes the top of the plan in that period; its name is in the stored form. Throws `allocation.member.unknown` for a split
 * outside.
 */
export function journalEntryOf(plan: Plan, entry: LogEntry): JournalEntry {
  const { target, splits, ...rest } = entry;
  const organisation = organisationOf(plan);
  const node = organisation.numberOf.has(target.node) ? target.node : (organisation.ids[0] as string);
  const box = boxOf(plan, cellAt(node, target.period).at, 'target');
  return { ...rest, metric: 0, target: box, divisions: splits.length === 0 ? [] : [divisionOf(plan, splits)] };
}

function divisionOf(plan: Plan, splits: readonly Split[]): Division {
  const numbers = new Map<string, number>();
  const pools: Pool[] = [];
  const poolOf = ({ pool: total, of, fallback, method }: Split): number => {
    const key = `${total}|${of}|${fallback}|${method}`;
    const known = numbers.get(key) ?? pools.length;
    if (known === pools.length) pools.push({ total, of, fallback, method });
    numbers.set(key, known);
    return known;
  };
  const column = (read: (split: Split) => number | null): Float64Array =>
    Float64Array.from(splits, (split) => read(split) ?? NaN);
  return {
    keys: column(({ node, period }) => cellKey(plan.grid.axes, boxOf(plan, cellAt(node, period).at, 'splits'))),
    before: column(({ before }) => before),
    after: column(({ after }) => after),
    weights: column(({ weight }) => weight),
    reserved: splits.some(({ reserved }) => reserved !== undefined) ? column(({ reserved }) => reserved ?? NaN) : null,
    pool: Int32Array.from(splits, poolOf),
    pools,
  };
}
