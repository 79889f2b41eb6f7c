export { fit } from './fit.ts';
export { roundToMargins } from './round.ts';
export { findContradiction } from './contradiction.ts';
export type { FitOptions, FitResult } from './fit.ts';
export type { MovedFurther, RoundOptions, RoundResult } from './round.ts';
export type { Claim, Contradiction, FitProblem, Margin } from './problem.ts';
