export { evaluate } from './curves/evaluate.ts';
export type { CurveScore } from './curves/evaluate.ts';
export { trailOf } from './curves/trail.ts';
export type { TrailStep } from './curves/trail.ts';
export { curveKinds } from './curves/index.ts';
export { outline } from './curves/outline.ts';
export type { Outline, OutlinePart } from './curves/outline.ts';
export type { Axis } from './curves/curve.ts';
export type { Curve } from './curves/index.ts';
export { builtInIndicators } from './indicators.ts';
export type { IndicatorDefinition } from './indicators.ts';
export { itemsOf } from './card.ts';
export type { CardGroup, CardItem, GradeBand, ScoreCard, VetoRule, VetoScope } from './card.ts';
export { checkCard } from './check-card.ts';
export { checkFacts } from './check-facts.ts';
export type { Fact, Target } from './facts.ts';
export { scoreCard } from './score-card.ts';
export { gradeOf, scoreChecked } from './score-people.ts';
export type { ScoreOptions } from './score-people.ts';
export type {
  Adjustment,
  GroupResult,
  ItemResult,
  ItemStatus,
  MilliPoints,
  PersonResult,
  ScoreResult,
} from './result.ts';
export { competitionRanks } from './rank.ts';
export { ScoringError } from './problem.ts';
export type { Problem, Text } from './problem.ts';
export { representativeMonth } from './cards/representative-month.ts';
export { managerQuarter } from './cards/manager-quarter.ts';
export { explain } from './explain.ts';
export type { Explanation } from './explain.ts';
export { canonicalJson, hashSnapshot, replay, SCORING_VERSION, snapshot, verifyResult } from './snapshot.ts';
export type { Digest, SnapshotInputs } from './snapshot.ts';
export { lintCard } from './lint-card.ts';
export type { LintOptions, LintProblem } from './lint-card.ts';
export { whatIf } from './what-if.ts';
export type { Needed, WhatIf } from './what-if.ts';
export { scoreTeams } from './team.ts';
export type { Team, TeamScoreResult } from './team.ts';
export { cardSchema } from './schema.ts';
