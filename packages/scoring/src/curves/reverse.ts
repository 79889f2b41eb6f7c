import { div, exact, mul, ONE, ZERO } from '../exact.ts';
import type { CurveModule } from './curve.ts';
import { assemble, flat, HUNDRED, polyline } from './piece.ts';

/** Lower is better, measured against the target (attainment = actual ÷ target). */
export interface ReverseCurve {
  readonly kind: 'reverse';
  /** `target-over-actual`: 100 × t ÷ a. `two-minus`: 100 × (2 − a ÷ t), 0 from twice the target on. */
  readonly method: 'target-over-actual' | 'two-minus';
  /** The most that can be earned as a share of 100, reached at a = 0 at the latest. Above 0. */
  readonly cap: number;
}

/** Reverse curve. An actual of 0 (or below) earns the cap, so nothing is divided by zero. */
export const reverse: CurveModule<ReverseCurve> = {
  axis: () => 'attainment',
  full: () => HUNDRED,
  pieces({ method, cap }) {
    const top = mul(exact(cap), HUNDRED);
    if (method === 'two-minus')
      return polyline(
        cap < 2
          ? [
              [Math.max(2 - cap, 0), cap * 100],
              [2, 0],
            ]
          : [
              [0, 200],
              [2, 0],
            ],
      );
    return assemble([flat(top), { kind: 'inverse', factor: HUNDRED }], [cap > 0 ? div(ONE, exact(cap)) : ZERO], () => 'right');
  },
  rule({ method, cap }) {
    const formula = method === 'two-minus' ? '100 × (2 − a ÷ t)' : '100 × t ÷ a';
    return {
      zh: `反向：${formula}（a 实际，t 目标），最高 ${cap * 100} 分`,
      en: `Reverse: ${formula} (a actual, t target), at most ${cap * 100}`,
    };
  },
};
