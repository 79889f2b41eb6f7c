export { compileProblem } from '../compile/compile-problem.ts';
export { initialRoutes } from '../compile/initial-routes.ts';
export { PLAN_FORMAT } from '../compile/visit-plan.ts';
export { writePlan } from '../compile/write-plan.ts';
export { DEFAULT_WEIGHTS } from './default-weights.ts';
export { parseVisitProblem, readVisitProblem } from './parse-visit-problem.ts';
export { PROBLEM_FORMAT } from './visit-problem.ts';
export type { CompiledGroup, Origin } from '../compile/compile-group.ts';
export type { CompiledProblem, CompileOptions, ProblemPart } from '../compile/compile-problem.ts';
export type { CompiledSlot } from '../compile/compile-slots.ts';
export type { Excluded } from '../compile/excluded.ts';
export type { Notice, NoticeCode, ReasonCode, Texts } from '../compile/notice.ts';
export type { PlannedDay, PlannedVisit, VisitPlan } from '../compile/visit-plan.ts';
export type { SolvedPart } from '../compile/write-plan.ts';
export type {
  Appointment,
  Customer,
  DateException,
  DayName,
  DayPattern,
  Frequency,
  Lunch,
  ObjectiveWeights,
  Place,
  PromisedVisit,
  PublishedVisit,
  Representative,
  RepresentativeDay,
  StatedTravel,
  TimeRange,
  VisitProblem,
  WeekHours,
} from './visit-problem.ts';
