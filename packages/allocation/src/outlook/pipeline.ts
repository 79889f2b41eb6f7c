/** What the open opportunities are worth to a period: by stage conversion, and by whether they can close in time. */
import { diffDays } from '@milepost/calendar';
import type { BusinessDate, WorkingCalendar } from '@milepost/calendar';
import { outlookError } from './outlook-error.ts';
import { checkAmountUp, checkIds, checkShare } from './check.ts';
import type { FunnelMeasures, StageMeasure } from './funnel.ts';
import { leadTimes, shareWithin } from './lead-time.ts';
import type { LeadTime } from './lead-time.ts';
import type { RemainingWindow } from './remaining-window.ts';
import { indexWorkingDays } from './working-day-index.ts';

/** An opportunity that has not ended. */
export interface OpenOpportunity {
  readonly id: string;
  /** Id of a stage of the funnel. */
  readonly stage: string;
  /** The day it entered that stage. */
  readonly enteredOn: BusinessDate;
  /** Minor units; null where nobody said: such an opportunity is told and adds no value. */
  readonly amountMinor: number | null;
  readonly customerClass?: string | null;
  /** Replaces the measured chance to win, where somebody knows better. 0 to 1. */
  readonly winProbability?: number;
}

/** An open opportunity seen from a period. */
export interface ValuedOpportunity {
  readonly id: string;
  /** Place of its stage. */
  readonly place: number;
  readonly amountMinor: number | null;
  readonly customerClass: string | null;
  /** Working days in its stage so far. */
  readonly ageDays: number;
  /** Chance to win at all: the conversions from its stage on, multiplied, or what was given. null: a stage is unmeasured. */
  readonly win: number | null;
  /** Whether `win` was given, not measured. */
  readonly given: boolean;
  /** If won, the chance that it closes inside the period; null: a stage was never seen to be passed. */
  readonly inTime: number | null;
  /** Longer in its stage than any that ever advanced: by the measured times it no longer will, and `inTime` is 0. */
  readonly stale: boolean;
}

/**
 * Values every open opportunity, in the order of ids. The time left in its stage is the measured one of those that
 * needed at least as long as it has been there. Throws for unknown stages, ids twice, bad amounts and days after today.
 */
export function valuePipeline(
  pipeline: readonly OpenOpportunity[],
  funnel: Pick<FunnelMeasures, 'stages'>,
  window: RemainingWindow,
  today: BusinessDate,
  calendar: WorkingCalendar,
): ValuedOpportunity[] {
  checkIds(
    pipeline.map(({ id }) => id),
    'pipeline',
  );
  pipeline.forEach((opportunity, index) => checkOpportunity(opportunity, today, `pipeline.${index}`));
  const places = new Map(funnel.stages.map(({ stage }, place) => [stage, place]));
  const since = pipeline.reduce((least, { enteredOn }) => (enteredOn < least ? enteredOn : least), today);
  const days = indexWorkingDays(calendar, since, today);
  const times = leadTimes(funnel.stages);
  const wins = winChances(funnel.stages);
  const valued = pipeline.map((opportunity, index): ValuedOpportunity => {
    const { id, stage, amountMinor, winProbability } = opportunity;
    const place = places.get(stage);
    if (place === undefined) throw outlookError('allocation.outlook.stage.unknown', stage, `pipeline.${index}.stage`);
    const ageDays = days.between(opportunity.enteredOn, today);
    const timing = timingOf(funnel.stages[place], times[place + 1] ?? null, ageDays, window);
    return {
      ...{ id, place, amountMinor, ageDays, customerClass: opportunity.customerClass ?? null },
      ...{ win: winProbability ?? wins[place] ?? null, given: winProbability !== undefined },
      ...timing,
    };
  });
  return valued.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Chance to win from each stage: the conversions from it on, multiplied; null where one is unmeasured. */
export function winChances(stages: readonly StageMeasure[]): (number | null)[] {
  let chance: number | null = 1;
  return stages
    .toReversed()
    .map(({ conversion }) => {
      chance = chance === null || conversion.ratio === null ? null : chance * conversion.ratio;
      return chance;
    })
    .reverse();
}

function checkOpportunity(opportunity: OpenOpportunity, today: BusinessDate, path: string): void {
  if (opportunity.amountMinor !== null) checkAmountUp(opportunity.amountMinor, `${path}.amountMinor`);
  if (opportunity.winProbability !== undefined) checkShare(opportunity.winProbability, `${path}.winProbability`);
  if (diffDays(opportunity.enteredOn, today) < 0) {
    throw outlookError('allocation.outlook.day.later', opportunity.enteredOn, `${path}.enteredOn`);
  }
}

function timingOf(
  stage: StageMeasure | undefined,
  after: LeadTime | null,
  ageDays: number,
  window: RemainingWindow,
): { inTime: number | null; stale: boolean } {
  const shares = stage?.time.advance ?? [];
  if (shares.length === 0 || after === null) return { inTime: null, stale: false };
  const possible = shares.filter(({ days }) => days >= ageDays);
  const whole = possible.reduce((sum, { share }) => sum + share, 0);
  if (whole === 0) return { inTime: 0, stale: true };
  let inTime = 0;
  for (const { days, share } of possible) {
    const left = days - ageDays;
    inTime += (share / whole) * shareInWindow(after, left, window);
  }
  return { inTime: Math.min(inTime, 1), stale: false };
}

/** Share of the wins inside the window when `days` more working days pass before the lead time begins. */
export function shareInWindow(time: LeadTime, days: number, window: RemainingWindow): number {
  if (window.remaining === 0) return 0;
  return shareWithin(time, window.ahead - days, window.ahead + window.remaining - 1 - days);
}
