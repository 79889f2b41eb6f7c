export { applyEdit } from './apply-edit.ts';
export { diffPlans } from './diff.ts';
export { manualCells } from './manual-cells.ts';
export type {
  CellChange,
  Conflict,
  Edit,
  EditResult,
  Applied,
  GivenWeight,
  PlanDiff,
  Refusal,
  Spread,
  Spreading,
} from './edit.ts';
export type { DiffOptions } from './diff.ts';
