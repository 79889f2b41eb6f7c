import { solveTransport } from './transport.ts';
import type { Parts } from './round-parts.ts';
import type { Placement } from './round.ts';
import type { Side } from './sides.ts';

/**
 * Rounds where margins form two sides of nested groups. As all targets are exact, each group's need less those of the groups
 * inside it is what the cells directly in it must take: nested sides become a plain transportation problem.
 */
export function placeByFlow(parts: Parts, order: Int32Array, cost: Float64Array, [a, b]: readonly [Side, Side]): Placement {
  const { free, base, lowest, highest, need } = parts;
  const own = need.slice();
  for (const { parent } of [a, b]) {
    parent.forEach((above, group) => {
      if (above >= 0) own[above]! -= need[group]!;
    });
  }
  const cells = order.filter((cell) => free[cell]! > 0 && (a.deepest[cell]! >= 0 || b.deepest[cell]! >= 0));
  const { nodeOf, split, needs } = numberNodes(cells, a, b, own);
  if (own.some((amount, group) => amount !== 0 && nodeOf[group]! < 0)) return 'none';
  const node = (group: number): number => (group < 0 ? needs.length : nodeOf[group]!);
  const steps = solveTransport({
    nodes: needs.length,
    need: needs,
    split,
    tail: cells.map((cell) => node(a.deepest[cell]!)),
    head: cells.map((cell) => node(b.deepest[cell]!)),
    cost: Float64Array.from(cells, (cell) => cost[cell]!),
    down: Float64Array.from(cells, (cell) => base[cell]! - lowest[cell]!),
    up: Float64Array.from(cells, (cell) => highest[cell]! - base[cell]!),
  });
  if (steps === null) return 'none';
  // Cells in no group at all are simply rounded.
  const all = Float64Array.from(cost, (price) => (price < 0 ? 1 : 0));
  cells.forEach((cell, at) => (all[cell] = steps[at]!));
  return all;
}

interface Nodes {
  readonly nodeOf: Int32Array;
  readonly split: number;
  readonly needs: Float64Array;
}

/** Groups that have cells of their own become nodes, those of the first side first. */
function numberNodes(cells: Int32Array, a: Side, b: Side, own: Float64Array): Nodes {
  const nodeOf = new Int32Array(own.length).fill(-1);
  const needs: number[] = [];
  const number = ({ deepest }: Side): void => {
    for (const cell of cells) {
      const group = deepest[cell]!;
      if (group >= 0 && nodeOf[group]! < 0) nodeOf[group] = needs.push(own[group]!) - 1;
    }
  };
  number(a);
  const split = needs.length;
  number(b);
  return { nodeOf, split, needs: Float64Array.from(needs) };
}
