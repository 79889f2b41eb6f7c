/** The chance of reaching a target, run by run: what the pipeline may bring, and what comes by itself. */
import { worseStatus } from '@milepost/calendar';
import type { BusinessDate, DayStatus, PeriodId, WorkingCalendar } from '@milepost/calendar';
import { outlookError } from './outlook-error.ts';
import { drawBeta } from './beta.ts';
import { checkAmount, checkAmountUp, sumAmounts } from './check.ts';
import { checkStages } from './check-stages.ts';
import type { ComparableRate } from './comparable-rates.ts';
import type { Funnel, StageMeasure } from './funnel.ts';
import { valuePipeline } from './pipeline.ts';
import type { OpenOpportunity, ValuedOpportunity } from './pipeline.ts';
import { createRandom } from './random.ts';
import type { RandomSource } from './random.ts';
import { remainingWindow } from './remaining-window.ts';
import type { RemainingWindow } from './remaining-window.ts';
import { summarise } from './reaching-summary.ts';
import type { Reaching } from './reaching-summary.ts';

/** What is asked. */
export interface ReachingInput {
  readonly targetMinor: number;
  readonly actualMinor: number;
  readonly period: PeriodId;
  readonly today: BusinessDate;
  readonly calendar: WorkingCalendar;
  /** Needed when there is a pipeline. */
  readonly funnel?: Pick<Funnel, 'stages' | 'dayStatus'>;
  readonly pipeline?: readonly OpenOpportunity[];
  /**
   * Stretches of the past whose working-day rate is drawn, one a run, and carried over the remaining working days. They
   * must hold only business that is in no opportunity, or it is counted twice.
   */
  readonly history?: readonly ComparableRate[];
  /** A whole number from 0 to 4294967295: the same seed gives the same answer. */
  readonly seed: number;
  /** 10000 when left out. */
  readonly runs?: number;
  /** 'beta' draws each stage's conversion anew in every run, as uncertain as its counts; 'point' takes it as measured. */
  readonly conversion?: 'point' | 'beta';
}

/** How far a simulation is. */
export interface ReachingProgress {
  readonly done: number;
  readonly runs: number;
  /** Runs so far that reached the target. */
  readonly reached: number;
}

/** What the runs need, made once. */
interface Prepared {
  readonly input: ReachingInput;
  readonly window: RemainingWindow;
  readonly valued: readonly ValuedOpportunity[];
  readonly dayStatus: DayStatus;
}

/** Runs between two reports: some milliseconds with hundreds of opportunities. */
const CHUNK = 500;

/**
 * Simulates in steps, so that a page stays alive and may stop: iterate for progress, stop iterating to cancel; the value
 * returned at the end is the answer, the same however it was stepped through.
 *
 * A run: every open opportunity wins or not by its chance to win times its chance to close in time (both from the measured
 * funnel, the times convolved exactly instead of drawn); one stretch of history is drawn with replacement. The sum, with
 * the actual, is compared with the target. Opportunities are independent of each other given the conversions.
 */
export function* simulateReaching(input: ReachingInput): Generator<ReachingProgress, Reaching> {
  const prepared = prepare(input);
  const runs = input.runs ?? 10_000;
  const totals = new Float64Array(runs);
  const parts = { pipeline: 0, history: 0 };
  const run = makeRun(prepared, createRandom(input.seed));
  let reached = 0;
  for (let done = 0; done < runs;) {
    const stop = Math.min(done + CHUNK, runs);
    for (; done < stop; done += 1) {
      const { pipeline, history } = run();
      const total = input.actualMinor + pipeline + history;
      totals[done] = total;
      parts.pipeline += pipeline;
      parts.history += history;
      if (total >= input.targetMinor) reached += 1;
    }
    yield { done, runs, reached };
  }
  return summarise({ ...prepared, totals, reached, parts });
}

function prepare(input: ReachingInput): Prepared {
  checkAmountUp(input.targetMinor, 'targetMinor');
  checkAmount(input.actualMinor, 'actualMinor');
  const runs = input.runs ?? 10_000;
  if (!Number.isInteger(runs) || runs < 1 || runs > 10_000_000) {
    throw outlookError('allocation.outlook.runs.invalid', runs, 'runs');
  }
  const pipeline = input.pipeline ?? [];
  if (input.funnel !== undefined) checkStages(input.funnel.stages);
  if (pipeline.length > 0 && input.funnel === undefined) {
    throw outlookError('allocation.outlook.stages.empty', '', 'funnel.stages');
  }
  const window = remainingWindow(input.period, input.today, input.calendar);
  const valued = valuePipeline(pipeline, input.funnel ?? { stages: [] }, window, input.today, input.calendar);
  checkRange(input, window);
  const dayStatus = worseStatus(window.status, input.funnel?.dayStatus ?? 'official');
  return { input, window, valued, dayStatus };
}

/** The highest sum a run can have must be an exact integer. */
function checkRange(input: ReachingInput, window: RemainingWindow): void {
  const brought = (input.history ?? []).map(({ amountMinor, workingDays, label }, index) => {
    checkAmount(amountMinor, `history.${index}.amountMinor`);
    if (!Number.isSafeInteger(workingDays) || workingDays < 1) {
      throw outlookError('allocation.outlook.days.missing', label, `history.${index}.workingDays`);
    }
    return Math.abs(Math.round((amountMinor / workingDays) * window.remaining));
  });
  const amounts = (input.pipeline ?? []).map(({ amountMinor }) => amountMinor ?? 0);
  const most = brought.reduce((high, amount) => Math.max(high, amount), 0);
  sumAmounts([Math.abs(input.actualMinor), ...amounts, checkAmount(most, 'history')], 'pipeline');
}

/** One run as a function: arrays instead of objects, because it is called for every run. */
function makeRun({ input, window, valued }: Prepared, random: RandomSource): () => { pipeline: number; history: number } {
  const live = valued.filter(({ amountMinor, win, inTime }) => amountMinor !== null && win !== null && inTime !== null);
  const amounts = Float64Array.from(live, ({ amountMinor }) => amountMinor ?? 0);
  const chances = Float64Array.from(live, ({ win, inTime }) => (win ?? 0) * (inTime ?? 0));
  // Sorted, as the opportunities are: the order in which things were given must not change what is drawn.
  const outcomes = (input.history ?? [])
    .map(({ amountMinor, workingDays }) => Math.round((amountMinor / workingDays) * window.remaining))
    .sort((left, right) => left - right);
  const stages = input.funnel?.stages ?? [];
  const redraw = input.conversion === 'beta' && live.some(({ given }) => !given);
  return () => {
    if (redraw) redrawChances(live, drawWins(stages, random), chances);
    let pipeline = 0;
    for (let index = 0; index < chances.length; index += 1) {
      if (random() < (chances[index] ?? 0)) pipeline += amounts[index] ?? 0;
    }
    const history = outcomes.length === 0 ? 0 : (outcomes[Math.floor(random() * outcomes.length)] ?? 0);
    return { pipeline, history };
  };
}

/** Chances to win from each stage in this run: conversions drawn from Beta(advanced + ½, lost + ½), Jeffreys' prior. */
function drawWins(stages: readonly StageMeasure[], random: RandomSource): number[] {
  const wins: number[] = [];
  let chance = 1;
  for (let place = stages.length - 1; place >= 0; place -= 1) {
    const { numerator = 0, denominator = 0 } = stages[place]?.conversion ?? {};
    chance *= drawBeta(numerator + 0.5, denominator - numerator + 0.5, random);
    wins[place] = chance;
  }
  return wins;
}

function redrawChances(live: readonly ValuedOpportunity[], wins: readonly number[], chances: Float64Array): void {
  for (let index = 0; index < chances.length; index += 1) {
    const one = live[index];
    if (one !== undefined && !one.given) chances[index] = (wins[one.place] ?? 0) * (one.inTime ?? 0);
  }
}
