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
    const less = target < baseline;
    const top =
      stretch === undefined
        ? { zh: '', en: '' }
        : { zh: `，到 ${x(stretch)} 得 ${stretchPoints} 分`, en: `, ${stretchPoints} at ${x(stretch)}` };
    return {
      zh: `${x(baseline)} ${less ? '以上' : '以下'} 0 分，到 ${x(target)} 满分（100 分）${top.zh}，之间按比例`,
      en: `0 points ${less ? 'above' : 'below'} ${x(baseline)}, full points (100) at ${x(target)}${top.en}, in proportion between`,
    };
  },
};
