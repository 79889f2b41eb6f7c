/** What callers outside of the package need beside files and words: reading cells, edits, decomposition, explanation. */
export { childrenOf } from './axis.ts';
export { cellValue } from './plan.ts';
export { applyEdit, diffPlans } from './edits/index.ts';
export { decompose } from './decompose/decompose.ts';
export { explainCell } from './edits/explain.ts';
export type { Axis } from './axis.ts';
export type { CellChange, Conflict, Edit, PlanDiff, Refusal } from './edits/index.ts';
export type { CellExplanation } from './edits/explain.ts';
export type { CellRef, Plan } from './plan.ts';
export type { Metric } from './metric.ts';
