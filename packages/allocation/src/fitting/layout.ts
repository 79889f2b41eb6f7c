import { denseLayout, scaleDense, sumDense } from './dense.ts';
import { groupLayout, scaleGroups, sumGroups } from './groups.ts';
import type { DenseLayout } from './dense.ts';
import type { GroupLayout } from './groups.ts';
import type { FitProblem, Margin } from './problem.ts';

/** A margin made ready for the kernels. */
export interface MarginKernel {
  readonly layout: DenseLayout | GroupLayout;
  /** Targets in the order of the kernel's sums. */
  readonly targets: Float64Array;
  /** Room for the sums: one place more than targets when there are cells in no group. */
  readonly sums: Float64Array;
}

/** Chooses the kernel of a margin: dense where it lies over axes, by slots where it names groups. */
export function marginKernel({ dims }: FitProblem, margin: Margin): MarginKernel {
  if ('group' in margin) {
    const { targets } = margin;
    return { layout: groupLayout(margin.group, targets.length), targets, sums: new Float64Array(targets.length + 1) };
  }
  const axes = [...margin.axes].sort((a, b) => a - b);
  const targets = inAscendingOrder(dims, margin.axes, axes, margin.targets);
  return { layout: denseLayout(dims, axes), targets, sums: new Float64Array(targets.length) };
}

/** Adds up the values into the margin's own sums. */
export function sumMargin(values: Float64Array, { layout, sums }: MarginKernel): void {
  if (layout.kind === 'dense') sumDense(values, layout, sums);
  else sumGroups(values, layout, sums);
}

/** Multiplies every cell by the factor that stands in the place of its sum. */
export function scaleMargin(values: Float64Array, { layout }: MarginKernel, factors: Float64Array): void {
  if (layout.kind === 'dense') scaleDense(values, layout, factors);
  else scaleGroups(values, layout, factors);
}

function inAscendingOrder(
  dims: readonly number[],
  named: readonly number[],
  ascending: readonly number[],
  targets: Float64Array,
): Float64Array {
  if (named.every((axis, at) => axis === ascending[at])) return targets;
  const result = new Float64Array(targets.length);
  for (let at = 0; at < targets.length; at += 1) {
    const position = new Map<number, number>();
    let left = at;
    for (const axis of [...named].reverse()) {
      const size = dims[axis] ?? 1;
      position.set(axis, left % size);
      left = Math.floor(left / size);
    }
    result[ascending.reduce((sum, axis) => sum * (dims[axis] ?? 1) + (position.get(axis) ?? 0), 0)] = targets[at] ?? 0;
  }
  return result;
}
