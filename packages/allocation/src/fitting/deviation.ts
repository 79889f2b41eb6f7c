import { marginKernel, sumMargin } from './layout.ts';
import type { MarginKernel } from './layout.ts';
import type { FitProblem } from './problem.ts';

/** A problem with its held cells taken out: they stand at 0, and the targets are what the free cells must add up to. */
export interface Held {
  readonly values: Float64Array;
  readonly kernels: readonly MarginKernel[];
  /** What deviations are measured against: the targets before the held cells were taken out, 1 for a target of 0. */
  readonly scales: readonly Float64Array[];
}

/** What is left of a target this small beside the target is the noise of summing doubles. */
const NOISE = 1e-12;

/** Takes the held cells out of the margins. A target that the held cells exceed comes out negative. */
export function holdFixed(problem: FitProblem): Held {
  const { seed, fixed } = problem;
  const all = problem.margins.map((margin) => marginKernel(problem, margin));
  const scales = all.map(({ targets }) => targets.map((target) => target || 1));
  if (fixed === undefined || !fixed.includes(1)) return { values: seed.slice(), kernels: all, scales };
  const values = seed.map((value, cell) => (fixed[cell] ? 0 : value));
  const held = seed.map((value, cell) => (fixed[cell] ? value : 0));
  const kernels = all.map((kernel) => {
    sumMargin(held, kernel);
    const targets = kernel.targets.map((target, at) => {
      const left = target - kernel.sums[at]!;
      return Math.abs(left) <= NOISE * target ? 0 : left;
    });
    return { ...kernel, targets };
  });
  return { values, kernels, scales };
}

/** The greatest distance of any sum from its target, as a share of the target; a target of 0 counts as 1. */
export function deviationOf(problem: FitProblem, values: Float64Array): number {
  let worst = 0;
  for (const margin of problem.margins) {
    const kernel = marginKernel(problem, margin);
    sumMargin(values, kernel);
    for (let at = 0; at < kernel.targets.length; at += 1) {
      worst = Math.max(worst, Math.abs(kernel.sums[at]! - kernel.targets[at]!) / (kernel.targets[at]! || 1));
    }
  }
  return worst;
}
