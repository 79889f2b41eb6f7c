export { buildInstance } from './build-instance.ts';
export { NEVER_VISITED } from './instance.ts';
export type { Clients, FixedVisits, Instance, Patterns, Reference, Slots, Weights, Windows } from './instance.ts';
export type { ClientSpec, FixedSpec, FrequencySpec, InstanceSpec, ReferenceSpec, SlotSpec } from './instance-spec.ts';
export type { CostParts, Route, Solution, Unserved, UnservedReason, Visit } from './solution.ts';
export { startSearch } from './search/start-search.ts';
export type { PlannedRoute } from './search/initial-plan.ts';
export type { Budget, RouteSearch, SearchEvent, SearchOptions } from './search/start-search.ts';
export { afterIterations } from './search/stop/after-iterations.ts';
export { afterSeconds } from './search/stop/after-seconds.ts';
export { firstFeasible } from './search/stop/first-feasible.ts';
export { noImprovement } from './search/stop/no-improvement.ts';
export { targetCost } from './search/stop/target-cost.ts';
export type { PlanCost, Progress, Stop } from './search/stop/stop.ts';
export { checkPlan, constraints } from './constraints/check-plan.ts';
export type { Constraint, Violation } from './constraints/constraint.ts';
export { replan } from './replan/replan.ts';
export type { ChangeBudget, HeldVisit, ReplanRequest } from './replan/replan-request.ts';
export type {
  BrokenPromise,
  DroppedVisit,
  ExplainedMove,
  MoveReason,
  ReplanAnswer,
  ReplanOption,
} from './replan/replan-answer.ts';
export type { NewClient, NewPlace, PlanEvent } from './replan/plan-event.ts';
export { diffPlans } from './replan/diff-plans.ts';
export type { LoneVisit, MovedVisit, PlanDiff } from './replan/diff-plans.ts';
export { costOfChanges, countChanges } from './replan/change-count.ts';
export type { ChangeCount } from './replan/change-count.ts';
export { visitsOf } from './replan/planned-visit.ts';
export type { PlannedVisit } from './replan/planned-visit.ts';
export { brokenWords, choiceWords, differenceWords, dropWords, moveWords, shiftWords } from './replan/replan-words.ts';
export type { ReplanSpeech } from './replan/replan-words.ts';
export { nextValues } from './value/next-values.ts';
export type { NextValueSettings } from './value/next-values.ts';
export { plannedValues } from './value/planned-values.ts';
export type { NextVisit, NextVisitValue, PlannedVisitValue } from './value/marginal-value.ts';
export { nextValueWords, plannedValueWords } from './value/value-words.ts';
