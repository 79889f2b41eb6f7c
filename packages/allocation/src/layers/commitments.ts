/**
 * Commitments 承诺: what people say they can do, from the bottom up, beside what the plan gives them. null is nobody's word, 0
 * is the word that there will be nothing. People may commit on any level; a commitment above others covers them and
 * whatever is left below it.
 *
 * Statements either lie one in the other or apart. One that crosses another (a person's year against a product's January)
 * cannot be added to it: it is not counted and listed as crossing.
 */
import { isLeaf } from '../axis.ts';
import { coreError } from '../core-error.ts';
import { layerError } from './layer-error.ts';
import { cellCount, positionsOf } from '../grid.ts';
import { cellKey } from '../journal.ts';
import { boxOf, metricOf, refOf } from '../plan.ts';
import { leafFinder } from './leaf-finder.ts';
import type { Box } from '../grid.ts';
import type { Author } from '../journal.ts';
import type { CellRef, Plan } from '../plan.ts';

/** What somebody committed to in one go. Data: serialises to JSON. A later word on the same cell replaces an earlier one. */
export interface CommitmentBatch extends Author {
  /** May be left out when the plan has one. */
  readonly metric?: string;
  readonly cells: readonly {
    /** Member id by axis id, of any level; an axis left out means its top. */
    readonly at: CellRef['at'];
    /** At least 0, in minor units or pieces; null takes an earlier word back. */
    readonly amount: number | null;
  }[];
}

/** A word on more than one leaf cell. */
export interface WideCommitment {
  readonly box: Box;
  readonly amount: number;
  /** The batch it came with. */
  readonly batch: number;
  /** The smallest one around it, by its place in the list; -1 when there is none. */
  readonly parent: number;
  /** Leaf cells of the plan in it. */
  readonly size: number;
}

/** A word that is not counted, because it crosses a larger one. */
export interface Crossing {
  readonly cell: Required<CellRef>;
  readonly amount: number;
  readonly with: Required<CellRef>;
}

/** Commitments ready for sums. */
export interface Commitments {
  readonly metric: number;
  /** By position, NaN where nobody committed for the leaf cell itself. */
  readonly leaves: Float64Array;
  /** The batch behind each of `leaves`, -1 without. */
  readonly batchOf: Int32Array;
  /** Larger ones first. */
  readonly wide: readonly WideCommitment[];
  /** By position, the smallest wide commitment around it, -1 without. */
  readonly owner: Int32Array;
  readonly crossing: readonly Crossing[];
}

interface Word {
  readonly box: Box;
  readonly amount: number | null;
  readonly batch: number;
  readonly path: string;
}

/**
 * Reads batches for one metric, in the order they were given. Throws for a negative amount, a cell that the plan does not
 * have, a cell twice in one batch.
 */
export function readCommitments(plan: Plan, batches: readonly CommitmentBatch[], metricId?: string): Commitments {
  const { grid } = plan;
  const metric = metricOf(plan, metricId);
  const leaves = new Float64Array(cellCount(grid)).fill(NaN);
  const batchOf = new Int32Array(leaves.length).fill(-1);
  const find = leafFinder(grid);
  const words = new Map<number, Word>();
  batches.forEach((batch, number) => {
    if (metricOf(plan, batch.metric) !== metric) return;
    batch.cells.forEach(({ at, amount }, index) => {
      const path = `batches.${number}.cells.${index}`;
      checkCommitted(amount, `${path}.amount`);
      const box = boxOf(plan, at, `${path}.at`);
      const twice = (): never => {
        throw coreError('allocation.id.duplicate', nameOf(plan, metric, box), path);
      };
      if (grid.axes.every((axis, index) => isLeaf(axis, box[index] as number))) {
        const position = find(box);
        if (position < 0) throw layerError('allocation.layers.commitment.outside', nameOf(plan, metric, box), path);
        if (batchOf[position] === number) twice();
        leaves[position] = amount ?? NaN;
        batchOf[position] = number;
        return;
      }
      const key = cellKey(grid.axes, box);
      if (words.get(key)?.batch === number) twice();
      words.set(key, { box, amount, batch: number, path });
    });
  });
  leaves.forEach((amount, position) => {
    if (amount !== amount) batchOf[position] = -1;
  });
  return { metric, leaves, batchOf, ...nested(plan, metric, [...words.values()]) };
}

function checkCommitted(amount: number | null, path: string): void {
  if (amount === null || (Number.isSafeInteger(amount) && amount >= 0)) return;
  throw layerError('allocation.layers.commitment.negative', amount, path);
}

function nameOf(plan: Plan, metric: number, box: Box): string {
  return Object.values(refOf(plan, metric, box).at).join(' · ');
}

/** Paints the larger boxes first: one that finds two colours below itself crosses somebody. */
function nested(plan: Plan, metric: number, words: readonly Word[]): Pick<Commitments, 'wide' | 'owner' | 'crossing'> {
  const { grid } = plan;
  const owner = new Int32Array(cellCount(grid)).fill(-1);
  const wide: WideCommitment[] = [];
  const crossing: Crossing[] = [];
  const given = words.flatMap(({ box, amount, batch, path }) => {
    const positions = positionsOf(grid, box);
    if (positions.length > 0) return amount === null ? [] : [{ box, amount, batch, positions, key: cellKey(grid.axes, box) }];
    throw layerError('allocation.layers.commitment.outside', nameOf(plan, metric, box), path);
  });
  // Of two boxes with the same cells the outer one has the smaller key.
  given.sort((a, b) => b.positions.length - a.positions.length || a.key - b.key);
  for (const { box, amount, batch, positions } of given) {
    const parent = owner[positions[0] as number] as number;
    const other = positions.find((position) => owner[position] !== parent);
    if (other !== undefined) {
      const around = wide[Math.max(parent, owner[other] as number)] as WideCommitment;
      crossing.push({ cell: refOf(plan, metric, box), amount, with: refOf(plan, metric, around.box) });
      continue;
    }
    for (const position of positions) owner[position] = wide.length;
    wide.push({ box, amount, batch, parent, size: positions.length });
  }
  return { wide, owner, crossing };
}
