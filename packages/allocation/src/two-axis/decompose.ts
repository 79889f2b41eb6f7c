/**
 * Decomposing a total over time and organisation. Nested: first over one axis with its method, then each part over the
 * other; over the organisation level by level, so that every level shows its own share. Crossed: all leaf cells at once by
 * the prior year's cells. Every step is logged as a split, so that the way to any number can be read back.
 */
import { checkAmount } from '../exact.ts';
import { logEntry, restoreTo, withSplits } from './apply-edit.ts';
import { diffPlans } from './diff.ts';
import { divide } from './divide.ts';
import { boxOf, leavesOf } from './plan.ts';
import { heldBoxes, refuse } from './refusal.ts';
import { overlaps } from './box.ts';
import { spreadOver } from './spread.ts';
import type { Applied, CellWeights, Refusal } from './edit.ts';
import type { Author, Split } from './log.ts';
import type { FallbackNote, Method } from './methods/method.ts';
import type { Box, CellRef, Plan } from './plan.ts';

/** What to decompose and how. */
export type DecomposeSpec = Author & {
  readonly total: number;
  /** Where the total stands; the whole plan when left out. */
  readonly target?: CellRef;
} & (
    | {
        readonly order: 'time-first' | 'organisation-first';
        readonly time: Method;
        readonly organisation: Method;
      }
    /** One weight per leaf cell: node, then month of this plan. */
    | { readonly order: 'crossed'; readonly cells: CellWeights }
  );

/** The plan, or why not. `fallbacks` lists every division whose base was all zero. */
export type DecomposeResult = (Applied<Plan> & { readonly fallbacks: readonly FallbackNote[] }) | Refusal;

/**
 * Fills the target from its total. Held cells in it are refused: release them, or set the total with `applyEdit`, which
 * works around holds. Fixed values of a method that do not fit are refused as `noRoom` or `belowZero`.
 */
export function decompose(plan: Plan, spec: DecomposeSpec): DecomposeResult {
  const total = checkAmount(spec.total, 'total');
  const root = { node: plan.organisation.root, period: plan.time.root };
  const target = boxOf(plan, spec.target ?? root);
  const held = heldBoxes(plan).filter((hold) => overlaps(hold, target));
  if (held.length > 0) return refuse(plan, 'held', held, 0);
  const splits = spec.order === 'crossed' ? crossed(plan, target, total, spec.cells) : nested(plan, target, total, spec);
  if ('ok' in splits) return splits;
  const changed = withSplits(plan, splits);
  const { by, at, reason } = spec;
  const entry = logEntry(plan, changed, target, 'decompose', splits, { by, at, reason });
  const next = { ...changed, log: [...plan.log, entry] };
  const fallbacks = splits.flatMap(({ node, period, method, fallback }) =>
    fallback === null ? [] : [{ node, period, method, used: fallback }],
  );
  return {
    ok: true,
    plan: next,
    diff: diffPlans(plan, next),
    inverse: restoreTo(plan, next),
    entry,
    fallbacks,
  };
}

function crossed(plan: Plan, target: Box, total: number, cells: CellWeights): readonly Split[] {
  const leaves = leavesOf(plan, target);
  return spreadOver(plan, target, leaves, total, { method: 'weights', weights: cells }).map((split) => ({
    ...split,
    method: 'crossed',
    after: split.after ?? 0,
  }));
}

type Nested = Extract<DecomposeSpec, { readonly order: 'time-first' | 'organisation-first' }>;

function nested(plan: Plan, target: Box, total: number, spec: Nested): readonly Split[] | Refusal {
  const overTime = (cell: CellRef, pool: number): Step => divideMonths(plan, cell, pool, spec.time);
  const overNodes = (cell: CellRef, pool: number): Step => divideNodes(plan, cell, pool, spec.organisation);
  const [first, second] = spec.order === 'time-first' ? [overTime, overNodes] : [overNodes, overTime];
  const outer = first(target.ref, total);
  if ('ok' in outer) return outer;
  const splits = [...outer.splits, ...outer.silent.flatMap((ref) => silence(plan, ref))];
  for (const { ref, pool } of outer.parts) {
    if (pool === null) {
      splits.push(...silence(plan, ref));
      continue;
    }
    const inner = second(ref, pool);
    if ('ok' in inner) return inner;
    splits.push(...inner.splits, ...inner.silent.flatMap((cell) => silence(plan, cell)));
  }
  return splits;
}

interface Part {
  readonly ref: CellRef;
  /** Null when the method said nothing about the cell. */
  readonly pool: number | null;
}

/** One axis divided: every split, the parts at its leaves, and cells above the leaves that the method left out. */
type Step =
  | {
      readonly splits: readonly Split[];
      readonly parts: readonly Part[];
      readonly silent: readonly CellRef[];
    }
  | Refusal;

function partOf({ node, period, after }: Split): Part {
  return { ref: { node, period }, pool: after };
}

function divideMonths(plan: Plan, ref: CellRef, pool: number, method: Method): Step {
  const { period } = boxOf(plan, ref);
  if (period.children.length === 0) return { splits: [], parts: [{ ref, pool }], silent: [] };
  const months = plan.time.leaves.slice(period.from, period.to);
  const splits = divide(plan, method, ref, pool, 'time', months);
  return 'ok' in splits ? splits : { splits, parts: splits.map(partOf), silent: [] };
}

function divideNodes(plan: Plan, cell: CellRef, total: number, method: Method): Step {
  const all: Split[] = [];
  const parts: Part[] = [];
  const silent: CellRef[] = [];
  const queue: Part[] = [{ ref: cell, pool: total }];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { node } = boxOf(plan, next.ref);
    if (node.children.length === 0) parts.push(next);
    else if (next.pool === null) silent.push(next.ref);
    else {
      const splits = divide(plan, method, next.ref, next.pool, 'organisation', node.children);
      if ('ok' in splits) return splits;
      all.push(...splits);
      queue.push(...splits.map(partOf));
    }
  }
  return { splits: all, parts, silent };
}

/** Empties the leaves below a cell that the method left out; a leaf cell was already emptied by its own split. */
function silence(plan: Plan, ref: CellRef): Split[] {
  const box = boxOf(plan, ref);
  if (box.node.children.length === 0 && box.period.children.length === 0) return [];
  return leavesOf(plan, box).map(({ node, period, value: before }) => ({
    node,
    period,
    before,
    after: null,
    method: 'silent',
    pool: 0,
    weight: 0,
    of: 0,
    fallback: null,
  }));
}
