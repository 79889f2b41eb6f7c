export { childrenOf, createAxis, isLeaf, isWithin, memberOf } from './axis.ts';
export { childIds, leafIds, parentId } from './axis-ids.ts';
export { timeAxis } from './time-axis.ts';
export { boxOf, boxValue, cellValue, createPlan, metricOf, refOf } from './plan.ts';
export { heldCells, isHeld, withHolds } from './holds.ts';
export {
  applyEdit,
  createHistory,
  diffPlans,
  editHistory,
  explainCell,
  keepStep,
  manualCells,
  mergeEdits,
  redo,
  undo,
} from './edits/index.ts';
export { cellWeights, decompose, decomposeToMargins } from './decompose/index.ts';
export { countPeriodDays, driver, even, manual, periodDaysStatus, seasonality, workingDays } from './methods/index.ts';
export { shareOut, shareOutBounded } from './share/index.ts';
export { AllocationError } from './error.ts';
export type { Axis, AxisInput, AxisKind, MemberInput } from './axis.ts';
export type { TimeAxisInput } from './time-axis.ts';
export type { Box } from './grid.ts';
export type { CellRef, Hold, Plan, PlanInput } from './plan.ts';
export type { Metric } from './metric.ts';
export type { Author, Division, Fallback, JournalEntry, Pool } from './journal.ts';
export type {
  Applied,
  CellChange,
  CellExplanation,
  Conflict,
  DiffOptions,
  Edit,
  EditResult,
  ExplainedChange,
  GivenWeight,
  History,
  HistoryStep,
  Merge,
  MergeChoice,
  MergeConflict,
  PlanDiff,
  Refusal,
  Spread,
  Spreading,
  Step,
} from './edits/index.ts';
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
  WeightRow,
} from './decompose/index.ts';
export type { GivenAmount, Method, PeriodDays, Pooling } from './methods/index.ts';
export type { BoundedShare } from './share/index.ts';
export type { AllocationErrorCode } from './error.ts';
