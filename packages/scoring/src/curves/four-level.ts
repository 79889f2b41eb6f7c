import { exact } from '../exact.ts';
import { axisWords } from './curve.ts';
import type { Axis, CurveModule } from './curve.ts';
import { polyline } from './piece.ts';

/** 四级线性: four levels with the coefficients 1 to 4, straight lines between them, 0 before the first. */
export interface FourLevelCurve {
  readonly kind: 'four-level';
  readonly axis: Axis;
  /** Values that earn 1, 2, 3 and 4, rising, or falling when lower is better. Each edge belongs to its level. */
  readonly levels: readonly [number, number, number, number];
}

/** Four-level curve with a jump from 0 to 1 at the first level. */
export const fourLevel: CurveModule<FourLevelCurve> = {
  axis: (curve) => curve.axis,
  full: () => exact(4),
  pieces({ levels }) {
    const rising = levels[0] < levels[3];
    return polyline(
      levels.map((x, i) => [x, i + 1] as const),
      rising ? { before: 0 } : { after: 0 },
    );
  },
  rule: ({ axis, levels }, ratio) => ({
    zh: `四级线性：${levels.map(axisWords(axis, ratio)).join(' / ')} 对应系数 1 / 2 / 3 / 4，其间线性，未达首级为 0`,
    en: `Four levels: ${levels.map(axisWords(axis, ratio)).join(' / ')} earn 1 / 2 / 3 / 4, straight lines between, 0 before the first`,
  }),
};
