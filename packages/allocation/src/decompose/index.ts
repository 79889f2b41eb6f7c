export { cellWeights } from './cell-weights.ts';
export { decompose } from './decompose.ts';
export { decomposeToMargins } from './margins.ts';
export type { WeightRow } from './cell-weights.ts';
export type {
  CellWeights,
  DeclaredFallback,
  DecomposeBase,
  DecomposeRefusal,
  DecomposeResult,
  DecomposeSpec,
  DivisionStep,
  GivenTotal,
  MarginsResult,
  MarginsSpec,
  MovedCell,
} from './spec.ts';
