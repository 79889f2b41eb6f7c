/**
 * The certificate of a published plan. It states the total of every member of every axis and of the crossed top levels, so
 * that a reader who trusts neither the engine nor the file can add up again; and a hash over the whole file. The hash shows
 * that bytes changed; it is no signature: who can change the file can compute it again, but not make wrong sums right.
 */
import { coreError } from '../core-error.ts';
import { refOf } from '../plan.ts';
import { valueAt } from '../values.ts';
import { authorFile } from './journal-file.ts';
import { canonicalPieces } from './canonical.ts';
import { planFileOf } from './write-plan.ts';
import { sha256 } from './sha256.ts';
import { instantOf, textOf } from './shape.ts';
import type { Axis } from '../axis.ts';
import type { Author } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { AmountList, CalendarStatement, PlanDocument, PlanFile } from './plan-file.ts';

/** The format of the certificate inside a plan file. */
export const CERTIFICATE_FORMAT = 'milepost.target-certificate/1';

/** A pair of axes is stated crossed, down to the children of the tops, unless that makes more cells than this. */
export const MOST_CROSSED = 100_000;

/** Totals of one metric. */
export interface StatedTotals {
  readonly metric: string;
  /** The whole plan; null when nobody has said anything. */
  readonly total: number | null;
  /** For every axis, the total of each member over all the other axes, by member number. */
  readonly axes: readonly { readonly axis: string; readonly totals: AmountList }[];
  /** For every pair of axes, the top and its children on one (rows) against those on the other (columns). */
  readonly crossed: readonly { readonly axes: readonly [string, string]; readonly totals: readonly AmountList[] }[];
}

/** See the head of this file. */
export interface Certificate extends Author {
  readonly format: typeof CERTIFICATE_FORMAT;
  /** Version of the engine that published. */
  readonly engine: string;
  readonly calendar: CalendarStatement | null;
  readonly totals: readonly StatedTotals[];
  /** SHA-256 of the canonical file without this hash. */
  readonly hash: string;
}

/** Who publishes, when, and with what: the engine has no clock. */
export interface Publication extends Author {
  readonly by: string;
  readonly at: string;
  readonly engine: string;
}

/** The file of a published plan, with its certificate. Throws `allocation.total.invalid` for a sum that is not exact. */
export function publishPlan(document: PlanDocument, publication: Publication): PlanFile {
  const { plan, calendar } = document;
  instantOf(publication.at, 'at');
  textOf(publication.by, 'by');
  const draft = {
    ...planFileOf(document),
    certificate: {
      format: CERTIFICATE_FORMAT,
      engine: publication.engine,
      ...authorFile(publication),
      calendar,
      totals: plan.metrics.map((_, metric) => totalsOf(plan, metric)),
    },
  } as const;
  const hash = sha256(canonicalPieces(draft));
  return { ...draft, certificate: { ...draft.certificate, hash } };
}

function totalsOf(plan: Plan, metric: number): StatedTotals {
  const { axes } = plan.grid;
  const byLeaf = axes.map((axis) => tally(axis.leaves.length));
  const pairs = crossedPairs(axes).map(([left, right]) => ({ left, right, sums: pairTally(axes, left, right) }));
  eachCell(plan, metric, (leaves, amount) => {
    byLeaf.forEach((sums, at) => add(sums, leaves[at] as number, amount));
    for (const { left, right, sums } of pairs) {
      const row = sums.group[0]?.[leaves[left] as number] as number;
      add(sums, row * sums.width + (sums.group[1]?.[leaves[right] as number] as number), amount);
    }
  });
  const totals = axes.map((axis, at) => ({ axis: axis.id, totals: rollUp(axis, byLeaf[at] as Tally) }));
  return {
    metric: refOf(plan, metric, new Int32Array(axes.length)).metric,
    total: totals[0]?.totals[0] ?? null,
    axes: totals,
    crossed: pairs.map(({ left, right, sums }) => ({
      axes: [(axes[left] as Axis).id, (axes[right] as Axis).id],
      totals: crossTable(sums),
    })),
  };
}

/** Sums and how many amounts are in them. */
interface Tally {
  readonly sums: Float64Array;
  readonly counts: Int32Array;
}

/** A table of the children of two tops; `group` says by leaf in which row or column it falls. */
interface PairTally extends Tally {
  readonly width: number;
  readonly height: number;
  /** How many rows and columns to state: a top without children stands alone. */
  readonly stated: readonly [number, number];
  readonly group: readonly Int32Array[];
}

function tally(length: number): Tally {
  return { sums: new Float64Array(length), counts: new Int32Array(length) };
}

function add({ sums, counts }: Tally, at: number, amount: number): void {
  sums[at] = (sums[at] as number) + amount;
  counts[at] = (counts[at] as number) + 1;
  if (!Number.isSafeInteger(sums[at])) throw coreError('allocation.total.invalid', sums[at], 'totals');
}

function eachCell(plan: Plan, metric: number, visit: (leaves: Int32Array, amount: number) => void): void {
  const { rows, rowCount, width } = plan.grid;
  const values = plan.values[metric] as Plan['values'][number];
  const leaves = new Int32Array(rows.length + 1);
  for (let row = 0; row < rowCount; row += 1) {
    rows.forEach((column, at) => (leaves[at] = column[row] as number));
    for (let at = 0; at < width; at += 1) {
      const amount = valueAt(values, row * width + at);
      if (amount !== amount) continue;
      leaves[rows.length] = at;
      visit(leaves, amount);
    }
  }
}

function rollUp(axis: Axis, { sums, counts }: Tally): AmountList {
  const all = tally(axis.ids.length);
  axis.leaves.forEach((member, leaf) => {
    all.sums[member] = sums[leaf] as number;
    all.counts[member] = counts[leaf] as number;
  });
  for (let member = axis.ids.length - 1; member > 0; member -= 1) {
    const count = all.counts[member] as number;
    if (count === 0) continue;
    const above = axis.parent[member] as number;
    add(all, above, all.sums[member] as number);
    all.counts[above] = (all.counts[above] as number) + count - 1;
  }
  return Array.from(all.sums, (sum, member) => (all.counts[member] === 0 ? null : sum));
}

function upperMembers(axis: Axis): number[] {
  return Array.from(axis.ids.keys()).filter((member) => (axis.depth[member] as number) === 1);
}

function crossedPairs(axes: readonly Axis[]): [number, number][] {
  const sizes = axes.map((axis) => upperMembers(axis).length + 1);
  const pairs: [number, number][] = [];
  for (let left = 0; left < axes.length; left += 1) {
    for (let right = left + 1; right < axes.length; right += 1) {
      if ((sizes[left] as number) * (sizes[right] as number) <= MOST_CROSSED) pairs.push([left, right]);
    }
  }
  return pairs;
}

function pairTally(axes: readonly Axis[], left: number, right: number): PairTally {
  const [first, second] = [groups(axes[left] as Axis), groups(axes[right] as Axis)];
  const [height, width] = [Math.max(1, first.upper), Math.max(1, second.upper)];
  const stated = [first.upper + 1, second.upper + 1] as const;
  return { ...tally(height * width), width, height, stated, group: [first.group, second.group] };
}

function groups(axis: Axis): { group: Int32Array; upper: number } {
  const upper = upperMembers(axis);
  const group = new Int32Array(axis.leaves.length);
  upper.forEach((member, at) => group.fill(at, axis.from[member], axis.to[member]));
  return { group, upper: upper.length };
}

/** The table with the tops: row 0 and column 0 are the sums of the others. */
function crossTable(table: PairTally): AmountList[] {
  const { width, height } = table;
  const whole = tally((height + 1) * (width + 1));
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [sum, count] = [table.sums[row * width + column] as number, table.counts[row * width + column] as number];
      if (count === 0) continue;
      for (const [r, c] of [[0, 0], [0, column + 1], [row + 1, 0], [row + 1, column + 1]] as const) add(whole, r * (width + 1) + c, sum); // prettier-ignore
    }
  }
  return Array.from({ length: table.stated[0] }, (_, row) =>
    Array.from({ length: table.stated[1] }, (_, column) => {
      const at = row * (width + 1) + column;
      return whole.counts[at] === 0 ? null : (whole.sums[at] as number);
    }),
  );
}
