/** Writing divisions into a plan: amounts, the journal, and the answer. */
import { boxAt } from '../grid.ts';
import { cellKey } from '../journal.ts';
import { boxValue, withValues } from '../plan.ts';
import { scatter } from '../values.ts';
import { diffPlans } from './diff.ts';
import { keysAt } from './region.ts';
import type { Author, Division, JournalEntry } from '../journal.ts';
import type { Box } from '../grid.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { Part } from './divide-pool.ts';
import type { Applied, PlanDiff } from './edit.ts';

let zeros = new Int32Array(0);

/** A list of zeros that nobody writes into: most divisions have one pool. */
function firstPool(length: number): Int32Array {
  if (zeros.length !== length) zeros = new Int32Array(length);
  return zeros;
}

/** The plan with the leaf cells of the parts set. Chunks in which nothing changes stay shared. */
export function withParts(plan: Plan, metric: number, parts: readonly Part[]): Plan {
  const before = plan.values[metric] as Values;
  let values = before;
  for (const part of parts) if (part.wide !== true) values = writeChanged(values, part);
  return values === before ? plan : withValues(plan, metric, values);
}

function writeChanged(values: Values, { positions, before, after }: Part): Values {
  if (before === after) return values;
  const { length } = positions;
  const moved = new Int32Array(length);
  let count = 0;
  for (let index = 0; index < length; index += 1) {
    const [old, fresh] = [before[index] as number, after[index] as number];
    if (old === fresh || (old !== old && fresh !== fresh)) continue;
    moved[count++] = index;
    // Where most cells move every chunk is copied anyway, and a run is copied fastest as a whole.
    if (2 * count > length) return scatter(values, positions, after);
  }
  if (count === 0) return values;
  const at = new Int32Array(count);
  const amounts = new Float64Array(count);
  for (let next = 0; next < count; next += 1) {
    at[next] = positions[moved[next] as number] as number;
    amounts[next] = after[moved[next] as number] as number;
  }
  return scatter(values, at, amounts);
}

/** The journal's form of the parts. Wide parts name the rows of `target`. */
export function divisionsOf(plan: Plan, target: Box, parts: readonly Part[]): Division[] {
  return parts.map(({ positions, before, after, weights, reserved, pool, pools, wide }): Division => {
    const keys = wide === true ? rowKeys(plan, target, positions) : keysAt(plan.grid, positions);
    return { keys, before, after, weights, reserved, pool: pool ?? firstPool(positions.length), pools };
  });
}

/** Keys of the cells that are a row over the whole time of the target. */
function rowKeys({ grid }: Plan, target: Box, positions: Int32Array): Float64Array {
  const last = grid.axes.length - 1;
  return Float64Array.from(positions, (position) => {
    const box = boxAt(grid, position);
    box[last] = target[last] as number;
    return cellKey(grid.axes, box);
  });
}

/** What was done to a plan, and where. */
export interface Deed {
  readonly action: JournalEntry['action'];
  readonly metric: number;
  readonly target: Box;
  readonly divisions: readonly Division[];
  readonly given?: JournalEntry['given'];
  /** Values of the target before and after, where they are known; else they are summed. */
  readonly before?: number | null;
  readonly after?: number | null;
}

/** Adds the entry to the journal and answers. Fields of the author that are not given are left out, so that stored forms stay equal. */
export function finish(before: Plan, changed: Plan, deed: Deed, author: Author): Applied {
  const { by, at, reason } = author;
  const given = Object.entries({ by, at, reason }).filter(([, value]) => value !== undefined);
  const { action, metric, target, divisions } = deed;
  const was = deed.before === undefined ? boxValue(before, metric, target) : deed.before;
  const entry: JournalEntry = {
    seq: (before.journal.at(-1)?.seq ?? 0) + 1,
    action,
    metric,
    target,
    before: was,
    after: changed.values === before.values ? was : deed.after === undefined ? boxValue(changed, metric, target) : deed.after,
    divisions,
    ...(deed.given === undefined ? {} : { given: deed.given }),
    ...Object.fromEntries(given),
  };
  const plan = { ...changed, journal: [...before.journal, entry] };
  return new AppliedEdit(before, plan, entry);
}

/** Counts its difference when it is first read. */
class AppliedEdit implements Applied {
  readonly ok = true;
  readonly plan: Plan;
  readonly entry: JournalEntry;
  readonly #before: Plan;
  #diff: PlanDiff | null = null;

  constructor(before: Plan, plan: Plan, entry: JournalEntry) {
    this.#before = before;
    this.plan = plan;
    this.entry = entry;
  }

  get diff(): PlanDiff {
    this.#diff ??= diffPlans(this.#before, this.plan);
    return this.#diff;
  }
}
