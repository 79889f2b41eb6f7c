import { exact } from '../exact.ts';
import type { CurveModule } from './curve.ts';
import { polyline } from './piece.ts';

/** 减分法: start with everything, lose points with every event. */
export interface DeductionCurve {
  readonly kind: 'deduction';
  /** Points without any event; they earn the whole weight. */
  readonly start: number;
  /** Points lost per unit of the value (per event, or per 1.0 of a rate). */
  readonly perUnit: number;
  /** The least that is left. Default 0. May be negative. */
  readonly floor?: number;
}

/** Deduction curve; continuous, so its edges do not matter. Negative values count as 0. */
export const deduction: CurveModule<DeductionCurve> = {
  axis: () => 'value',
  full: ({ start }) => exact(start),
  pieces({ start, perUnit, floor = 0 }) {
    return polyline([
      [0, start],
      [(start - floor) / perUnit, floor],
    ]);
  },
  rule({ start, perUnit, floor = 0 }, ratio) {
    // A share of 1 is 100 points of percentage: what one of them costs is what people can follow.
    const unit = ratio ? { zh: '个百分点', en: 'percentage point' } : { zh: '单位', en: 'unit' };
    const lost = ratio ? Number((perUnit / 100).toFixed(6)) : perUnit;
    return {
      zh: `减分法：起点 ${start} 分，每${unit.zh}扣 ${lost} 分，最低 ${floor} 分`,
      en: `Deduction: start at ${start}, minus ${lost} per ${unit.en}, not below ${floor}`,
    };
  },
};
