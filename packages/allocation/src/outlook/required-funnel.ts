/** From a target back to opportunities per stage and visits per class. */
import type { BusinessDate, DayStatus, PeriodId, WorkingCalendar } from '@milepost/calendar';
import { worseStatus } from '@milepost/calendar';
import { checkAmount, checkAmountOrNull, checkAmountUp, checkCount, checkShare } from './check.ts';
import { checkStages } from './check-stages.ts';
import type { DealValue, Funnel } from './funnel.ts';
import { ceilDivide } from './integer-ratio.ts';
import { obstacle } from './obstacle.ts';
import type { Obstacle } from './obstacle.ts';
import { pipelineValue } from './pipeline-value.ts';
import type { PipelineValue } from './pipeline-value.ts';
import { valuePipeline } from './pipeline.ts';
import type { OpenOpportunity } from './pipeline.ts';
import { remainingWindow } from './remaining-window.ts';
import type { RemainingWindow } from './remaining-window.ts';
import { requiredCounts, scheduleStages } from './required-stages.ts';
import type { Needed, StageNeed } from './required-stages.ts';
import { requiredVisits } from './required-visits.ts';
import type { ClassEffort, VisitCapacity, VisitDemand } from './required-visits.ts';

/** What is asked. */
export interface RequiredFunnelInput {
  /** Minor units; null: no target, and nothing is asked of the funnel. */
  readonly targetMinor: number | null;
  readonly actualMinor: number;
  readonly period: PeriodId;
  readonly today: BusinessDate;
  readonly calendar: WorkingCalendar;
  readonly funnel: Pick<Funnel, 'stages' | 'won' | 'dayStatus'>;
  /** Open opportunities, counted by their stage conversions; none when left out. */
  readonly pipeline?: readonly OpenOpportunity[];
  /** Business that comes without an opportunity until the end of the period, for example repeat orders. 0 when left out. */
  readonly otherMinor?: number;
  /** Sum and number of the deals whose average is expected; the wins of the funnel when left out. */
  readonly averageDeal?: DealValue;
  /** Which share of the wins has to fall inside the period for a stage to be in time; 0.8 when left out. */
  readonly leadTimeQuantile?: number;
  readonly visits?: { readonly classes: readonly ClassEffort[]; readonly capacity?: VisitCapacity };
}

/** The answer. Counts are beyond the pipeline: what still has to be found. */
export interface RequiredFunnel {
  /** 'reached': actual, pipeline and other business already make the target. 'over': no working day is left. */
  readonly state: 'noTarget' | 'reached' | 'open' | 'over';
  /** Nothing blocking stands in the way; null without a target. */
  readonly feasible: boolean | null;
  /** target − actual, at least 0. */
  readonly missingMinor: number | null;
  readonly pipeline: PipelineValue;
  /** missing − pipeline − other, at least 0: what new opportunities have to bring. */
  readonly needMinor: number | null;
  readonly wins: Needed;
  /** First stage first. */
  readonly stages: readonly StageNeed[];
  /** null when no classes were given or there is no target. */
  readonly visits: VisitDemand | null;
  readonly remainingDays: number;
  /** As sure as the calendar of the period and of the measured times. */
  readonly dayStatus: DayStatus;
  readonly obstacles: readonly Obstacle[];
}

/**
 * Solves the funnel backwards: amount still needed, wins by the average deal, opportunities stage by stage by conversion
 * (rounded up at each, exact in integers), the day by which each stage has to be filled, the visits, and what cannot be.
 * Throws AllocationError for bad figures; what cannot be reached is in `obstacles`.
 */
export function requiredFunnel(input: RequiredFunnelInput): RequiredFunnel {
  checkInput(input);
  const window = remainingWindow(input.period, input.today, input.calendar);
  const valued = valuePipeline(input.pipeline ?? [], input.funnel, window, input.today, input.calendar);
  const { value, obstacles } = pipelineValue(valued);
  const missingMinor = input.targetMinor === null ? null : Math.max(input.targetMinor - input.actualMinor, 0);
  const needMinor =
    missingMinor === null
      ? null
      : Math.max(checkAmount(missingMinor - value.expectedMinor - (input.otherMinor ?? 0), 'otherMinor'), 0);
  const wins = winsFor(needMinor, input.averageDeal ?? input.funnel.won);
  if (needMinor !== null && needMinor > 0 && wins.count === null)
    obstacles.push(obstacle('deal.unmeasured', true, { needMinor }));
  const counted = requiredCounts(wins, input.funnel.stages);
  if (wins.count !== null) obstacles.push(...counted.obstacles);
  const quantile = input.leadTimeQuantile ?? 0.8;
  const stages = scheduleStages(counted.needs, input.funnel.stages, { ...input, window, quantile });
  obstacles.push(...timeObstacles(needMinor ?? 0, stages, window));
  const visits = visitsFor(input, { stages, valued, wins, window, obstacles });
  return {
    ...{ state: stateOf(needMinor, window), missingMinor, needMinor, wins, stages, visits, obstacles, pipeline: value },
    feasible: needMinor === null ? null : !obstacles.some(({ blocking }) => blocking),
    remainingDays: window.remaining,
    dayStatus: worseStatus(window.status, input.funnel.dayStatus),
  };
}

function checkInput(input: RequiredFunnelInput): void {
  checkStages(input.funnel.stages);
  checkAmountOrNull(input.targetMinor, 'targetMinor');
  if (input.targetMinor !== null) checkAmountUp(input.targetMinor, 'targetMinor');
  checkAmount(input.actualMinor, 'actualMinor');
  checkAmount(input.otherMinor ?? 0, 'otherMinor');
  checkShare(input.leadTimeQuantile ?? 0.8, 'leadTimeQuantile');
  checkCount(input.averageDeal?.count ?? 0, 'averageDeal.count');
  checkAmountUp(input.averageDeal?.amountMinor ?? 0, 'averageDeal.amountMinor');
  checkAmount((input.targetMinor ?? 0) - input.actualMinor, 'targetMinor');
}

function winsFor(needMinor: number | null, deal: DealValue): Needed {
  if (needMinor === 0) return { count: 0, unrounded: 0 };
  if (needMinor === null || deal.count === 0 || deal.amountMinor <= 0) return { count: null, unrounded: null };
  return {
    count: ceilDivide(BigInt(needMinor) * BigInt(deal.count), BigInt(deal.amountMinor)),
    unrounded: needMinor / (deal.amountMinor / deal.count),
  };
}

function stateOf(needMinor: number | null, window: RemainingWindow): RequiredFunnel['state'] {
  if (needMinor === null) return 'noTarget';
  if (needMinor === 0) return 'reached';
  return window.remaining === 0 ? 'over' : 'open';
}

/** New opportunities begin at the first stage: when its day is over, part of what they would bring comes too late. */
function timeObstacles(needMinor: number, stages: readonly StageNeed[], window: RemainingWindow): Obstacle[] {
  const [first] = stages;
  if (needMinor === 0 || first === undefined) return [];
  if (window.remaining === 0) return [obstacle('period.over', true, { needMinor })];
  const { stage, leadDays, enterBy, inTimeShare } = first;
  const remainingDays = window.remaining;
  if (inTimeShare === null) {
    const gap = stages.findLast((one) => one.leadDays === null)?.stage ?? stage;
    return [obstacle('velocity.unmeasured', false, { stage: gap })];
  }
  if (first.late !== true) return [];
  const lateMinor = needMinor - Math.floor(needMinor * inTimeShare * (1 + 1e-12));
  return [obstacle('time.short', true, { stage, leadDays, enterBy, remainingDays, inTimeShare, lateMinor })];
}

function visitsFor(
  input: RequiredFunnelInput,
  parts: {
    readonly stages: readonly StageNeed[];
    readonly valued: ReturnType<typeof valuePipeline>;
    readonly wins: Needed;
    readonly window: RemainingWindow;
    readonly obstacles: Obstacle[];
  },
): VisitDemand | null {
  if (input.visits === undefined || input.targetMinor === null) return null;
  const { demand, obstacles } = requiredVisits({
    classes: input.visits.classes,
    capacity: input.visits.capacity ?? null,
    ...{ needs: parts.stages, wins: parts.wins.count, pipeline: parts.valued, window: parts.window },
  });
  parts.obstacles.push(...obstacles);
  return demand;
}
