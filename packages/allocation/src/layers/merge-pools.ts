/** The target of a merge and the wide commitments in it, as pools one in the other. */
import { wideWithin } from './committed-in.ts';
import { groupByCell } from './group-by-cell.ts';
import type { Box } from '../grid.ts';
import type { Commitments, WideCommitment } from './commitments.ts';

/** A total and what is right below it. Positions are places in the target's list. */
export interface MergePool {
  readonly box: Box;
  readonly total: number;
  /** Numbers of the pools right inside; all larger than its own. */
  readonly pools: readonly number[];
  /** Leaf cells with a word of their own. */
  readonly spoken: Int32Array;
  /** Leaf cells nobody spoke for. */
  readonly open: Int32Array;
}

/** The pools, the target first, outer ones before inner ones. */
export function mergePools(commitments: Commitments, box: Box, total: number, positions: Int32Array): MergePool[] {
  const { wide, owner, leaves } = commitments;
  const { inside } = wideWithin(commitments, positions);
  const chosen = wide.map((_, index) => index).filter((index) => inside[index] === 1);
  const numberOf = new Map(chosen.map((index, at) => [index, at + 1]));
  const poolOf = (index: number): number => numberOf.get(index) ?? 0;
  const groups = groupByCell(
    Int32Array.from(positions, (position) => poolOf(owner[position] as number)),
    chosen.length + 1,
  );
  const inner: number[][] = Array.from({ length: chosen.length + 1 }, () => []);
  for (const index of chosen) inner[poolOf((wide[index] as WideCommitment).parent)]?.push(poolOf(index));
  return inner.map((pools, number) => {
    const own = groups.order.subarray(groups.starts[number], groups.starts[number + 1]);
    const spoke = (place: number): boolean => !Number.isNaN(leaves[positions[place] as number]);
    const word = number === 0 ? { box, amount: total } : (wide[chosen[number - 1] as number] as WideCommitment);
    return {
      box: word.box,
      total: word.amount,
      pools,
      spoken: own.filter(spoke),
      open: own.filter((place) => !spoke(place)),
    };
  });
}
