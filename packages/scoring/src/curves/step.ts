import { exact } from '../exact.ts';
import { axisWords } from './curve.ts';
import type { Axis, CurveModule } from './curve.ts';
import { assemble, flat, HUNDRED } from './piece.ts';

/** 层差法: a table of intervals, each with its points. */
export interface StepCurve {
  readonly kind: 'step';
  readonly axis: Axis;
  /** `lower` makes intervals [from, next), `upper` makes (from, next]. */
  readonly includedEdge: 'lower' | 'upper';
  /** Points before the first step. Default 0. */
  readonly below?: number;
  /** In rising order of `from`. Points out of 100. */
  readonly steps: readonly { readonly from: number; readonly points: number }[];
}

/** Step curve: constant inside an interval, a jump at each edge. */
export const step: CurveModule<StepCurve> = {
  axis: (curve) => curve.axis,
  full: () => HUNDRED,
  pieces({ steps, below = 0, includedEdge }) {
    const shapes = [below, ...steps.map((s) => s.points)].map((p) => flat(exact(p)));
    const owner = includedEdge === 'lower' ? 'right' : 'left';
    return assemble(
      shapes,
      steps.map((s) => exact(s.from)),
      () => owner,
    );
  },
  rule({ axis, steps, below = 0, includedEdge }, ratio) {
    const x = axisWords(axis, ratio);
    const sign = includedEdge === 'lower' ? '≥' : '>';
    const rows = steps.map((s) => `${sign} ${x(s.from)}: ${s.points}`).join('; ');
    return { zh: `层差法：${rows}；其余 ${below}`, en: `Steps: ${rows}; otherwise ${below}` };
  },
};
