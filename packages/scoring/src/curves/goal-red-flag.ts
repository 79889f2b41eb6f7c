import { exact } from '../exact.ts';
import { axisWords } from './curve.ts';
import type { Axis, CurveModule } from './curve.ts';
import { polyline } from './piece.ts';

/**
 * Goal and red flag on a scale of 0 to 10: the goal earns 6.67, the red flag 3.33. The line runs on by the same
 * distance on both sides, so with goal 700 and red flag 500, 900 earns 10 and 300 earns 0.
 */
export interface GoalRedFlagCurve {
  readonly kind: 'goal-red-flag';
  readonly axis: Axis;
  readonly goal: number;
  /** Above the goal when lower is better. */
  readonly redFlag: number;
}

/** Goal/red-flag curve; continuous, so its edges do not matter. */
export const goalRedFlag: CurveModule<GoalRedFlagCurve> = {
  axis: (curve) => curve.axis,
  full: () => exact(10),
  pieces: ({ goal, redFlag }) =>
    polyline([
      [2 * redFlag - goal, 0],
      [2 * goal - redFlag, 10],
    ]),
  rule({ axis, goal, redFlag }, ratio) {
    const x = axisWords(axis, ratio);
    return {
      zh: `目标与红线：目标 ${x(goal)} 得 6.67 分，红线 ${x(redFlag)} 得 3.33 分，10 分封顶`,
      en: `Goal and red flag: ${x(goal)} earns 6.67, ${x(redFlag)} earns 3.33, 10 at most`,
    };
  },
};
