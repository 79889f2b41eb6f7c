export { applyEdit } from './apply-edit.ts';
export { createHistory, editHistory, keepStep, redo, undo } from './history.ts';
export { diffPlans } from './diff.ts';
export { explainCell } from './explain.ts';
export { mergeEdits } from './merge.ts';
export { manualCells } from './manual-cells.ts';
export type {
  Applied,
  CellChange,
  Conflict,
  Edit,
  EditResult,
  GivenWeight,
  PlanDiff,
  Refusal,
  Spread,
  Spreading,
} from './edit.ts';
export type { CellExplanation, ExplainedChange } from './explain.ts';
export type { DiffOptions } from './diff.ts';
export type { History, HistoryStep } from './history.ts';
export type { Merge } from './merge.ts';
export type { MergeChoice, MergeConflict } from './merge-conflict.ts';
export type { Step } from './read-division.ts';
