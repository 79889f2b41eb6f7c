import { axisWords } from './curve.ts';
import type { Axis, CurveModule } from './curve.ts';
import { HUNDRED, polyline } from './piece.ts';

/** Baseline earns 0, target 100, stretch the maximum; straight lines between, flat outside. */
export interface ThreePointCurve {
  readonly kind: 'three-point';
  readonly axis: Axis;
  /** Earns 0. Above the target when lower is better. */
  readonly baseline: number;
  /** Earns 100. On the attainment axis usually 1. */
  readonly target: number;
  /** Earns `stretchPoints`; without it the curve stops growing at the target. */
  readonly stretch?: number;
  readonly stretchPoints?: number;
}

/** Three-point linear curve; continuous, so its edges do not matter. */
export const threePoint: CurveModule<ThreePointCurve> = {
  axis: (curve) => curve.axis,
  full: () => HUNDRED,
  pieces({ baseline, target, stretch, stretchPoints = 100 }) {
    const points: [number, number][] = [
      [baseline, 0],
      [target, 100],
    ];
    if (stretch !== undefined) points.push([stretch, stretchPoints]);
    return polyline(points);
  },
  rule({ axis, baseline, target, stretch, stretchPoints = 100 }, ratio) {
    const x = axisWords(axis, ratio);
    const top = stretch === undefined ? '' : ` → ${x(stretch)}: ${stretchPoints}`;
    return {
      zh: `三点线性：${x(baseline)}: 0 → ${x(target)}: 100${top}，其间线性`,
      en: `Three points: ${x(baseline)}: 0 → ${x(target)}: 100${top}, straight lines between`,
    };
  },
};
