export { commitmentGap, commitmentGaps } from './commitment-gap.ts';
export { mergeCommitments } from './commitment-merge.ts';
export { readCommitments } from './commitments.ts';
export { fingerprintOf } from './fingerprint.ts';
export { unclearParts } from './market-division.ts';
export { commitmentEdit, commitmentMergeEdits } from './commitment-edits.ts';
export { overlayReport } from './overlay-report.ts';
export { addDirect, directAmount } from './overlay.ts';
export { ownEdit, ownId, ownNumber, withOwnLeaves } from './own-number.ts';
export { checkPadding, paddedValue } from './padded-value.ts';
export { padPlan } from './padding.ts';
export { anyAssignment, checkAssignment } from './policy.ts';
export { receivedPlan } from './received-plan.ts';
export { draftSheet } from './sheet.ts';
export { customerCoverage, productConcentration } from './territory-figures.ts';
export { heldId, visiblePlan } from './visible-plan.ts';
export { draft, recall, release } from './waterfall-events.ts';
export { openWaterfall, stateOf, withSheets } from './waterfall.ts';
export type { CommitmentGap } from './commitment-gap.ts';
export type {
  CommitmentConflict,
  CommitmentMergeChoice,
  CommitmentMergeInput,
  CommitmentMergeProposal,
  CommitmentMergeResult,
} from './commitment-merge.ts';
export type { CommitmentBatch, Commitments, Crossing, WideCommitment } from './commitments.ts';
export type { PaddingStep } from './hand-out.ts';
export type { DivisionCriterion, MarketPart, UnclearPart } from './market-division.ts';
export type { OverlayLine, OverlayRegion, OverlayReport } from './overlay-report.ts';
export type { DirectAmount, Overlay, OverlayAmount } from './overlay.ts';
export type { OwnLeaves, OwnNumber, OwnPolicy } from './own-number.ts';
export type { PaddedValue } from './padded-value.ts';
export type { PaddingPlace, PaddingRule, PaddingSize } from './padding-rule.ts';
export type { Padding, PaddingSpec } from './padding.ts';
export type { AssignmentPolicy } from './policy.ts';
export type { Ratio } from './ratio.ts';
export type { Received } from './received-plan.ts';
export type { LayerCode, LayerRefusal } from './refusal.ts';
export type { DraftOptions } from './sheet.ts';
export type { Concentration, Coverage, TerritoryAxes } from './territory-figures.ts';
export type { VisiblePlan } from './visible-plan.ts';
export type { StepState, Waterfall, WaterfallMoved, WaterfallStep } from './waterfall.ts';
