export type { Answer, Answers, AnswerValue } from './answer.ts';
export type { Condition } from './conditions/index.ts';
export type {
  ChecklistItem,
  EvidenceRule,
  HiddenAnswerPolicy,
  LawRef,
  Option,
  RiskLevel,
  Section,
  Severity,
  Template,
} from './template.ts';
export { ChecklistError } from './problem.ts';
export type { Problem, Text } from './problem.ts';
export { checkAnswer } from './check-answer.ts';
export { evaluate, evaluateItems } from './evaluate.ts';
export type { Evaluation, ItemStates } from './evaluate.ts';
export type { ItemState } from './item-state.ts';
export { createRun } from './run.ts';
export type { Run } from './run.ts';
export { score } from './score.ts';
export type { ChecklistScore, FailReason, ScoreLine, SectionScore } from './score.ts';
export { draftFinding, nextSteps, transition, verifyFinding } from './findings/finding.ts';
export type { Evidence, Finding, FindingStep, StepInput, TransitionResult } from './findings/finding.ts';
export { transitions } from './findings/transitions.ts';
export type { EvidenceKind, FindingRole, FindingState, Transition } from './findings/transitions.ts';
export { defaultDuePolicy, dueDate, isOverdue } from './findings/due.ts';
export type { DuePolicy, WorkingDays } from './findings/due.ts';
export { checkTemplate } from './check-template.ts';
export { lintTemplate } from './lint-template.ts';
export type { LintProblem } from './lint-template.ts';
export { checkRun, verifyRun } from './check-run.ts';
export type { RunRecord } from './check-run.ts';
export { contractCheck } from './packs/contract-check.ts';
export { visitCheck } from './packs/visit-check.ts';
export { templateSchema } from './schema.ts';
