import { binary } from './binary.ts';
import type { BinaryCurve } from './binary.ts';
import type { CurveModule } from './curve.ts';
import { deduction } from './deduction.ts';
import type { DeductionCurve } from './deduction.ts';
import { eitherOr } from './either-or.ts';
import type { EitherOrCurve } from './either-or.ts';
import { fourLevel } from './four-level.ts';
import type { FourLevelCurve } from './four-level.ts';
import { goalRedFlag } from './goal-red-flag.ts';
import type { GoalRedFlagCurve } from './goal-red-flag.ts';
import { ratio } from './ratio.ts';
import type { RatioCurve } from './ratio.ts';
import { reverse } from './reverse.ts';
import type { ReverseCurve } from './reverse.ts';
import { step } from './step.ts';
import type { StepCurve } from './step.ts';
import { threePoint } from './three-point.ts';
import type { ThreePointCurve } from './three-point.ts';
import { veto } from './veto.ts';
import type { VetoCurve } from './veto.ts';

/** Every curve a card may declare, told apart by `kind`. */
export type Curve =
  | RatioCurve
  | ThreePointCurve
  | StepCurve
  | GoalRedFlagCurve
  | ReverseCurve
  | BinaryCurve
  | EitherOrCurve
  | DeductionCurve
  | VetoCurve
  | FourLevelCurve;

type Modules = { readonly [K in Curve['kind']]: CurveModule<Extract<Curve, { kind: K }>> };

const modules: Modules = {
  ratio,
  'three-point': threePoint,
  step,
  'goal-red-flag': goalRedFlag,
  reverse,
  binary,
  'either-or': eitherOr,
  deduction,
  veto,
  'four-level': fourLevel,
};

/** The kinds a card may name, for validation and editors. */
export const curveKinds = Object.keys(modules) as readonly Curve['kind'][];

/** The file that implements a curve. The table is keyed by the same `kind`. */
export function moduleOf(curve: Curve): CurveModule<Curve> {
  return modules[curve.kind];
}
