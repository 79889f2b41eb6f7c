/** How two cells of any level lie to each other. */
import type { Box, Leaf } from './plan.ts';

/** Whether they share a leaf. */
export function overlaps(a: Box, b: Box): boolean {
  return a.node.from < b.node.to && b.node.from < a.node.to && a.period.from < b.period.to && b.period.from < a.period.to;
}

/** Whether every leaf of `inner` is one of `outer`. */
export function covers(outer: Box, inner: Box): boolean {
  return (
    outer.node.from <= inner.node.from &&
    inner.node.to <= outer.node.to &&
    outer.period.from <= inner.period.from &&
    inner.period.to <= outer.period.to
  );
}

/** Whether a leaf lies in a box. */
export function hasLeaf(box: Box, leaf: Leaf): boolean {
  return box.node.from <= leaf.row && leaf.row < box.node.to && box.period.from <= leaf.month && leaf.month < box.period.to;
}

/** Number of leaves. */
export function boxSize(box: Box): number {
  return (box.node.to - box.node.from) * (box.period.to - box.period.from);
}
