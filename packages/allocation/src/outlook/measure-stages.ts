/** Counts, conversion and time of every stage, from journeys. */
import type { BusinessDate } from '@milepost/calendar';
import { sumAmounts } from './check.ts';
import type { DealValue, FunnelMeasures, StageMeasure, Velocity } from './funnel.ts';
import type { Journey } from './journey.ts';
import { proportion } from './proportion.ts';
import type { Stage } from './stages.ts';
import { measureTime } from './time-in-stage.ts';
import type { Stay } from './time-in-stage.ts';
import type { WorkingDayIndex } from './working-day-index.ts';

/** What measuring needs beside the journeys. */
export interface MeasureContext {
  readonly stages: readonly Stage[];
  readonly asOf: BusinessDate;
  readonly days: WorkingDayIndex;
  /** Normal quantile of the intervals. */
  readonly z: number;
}

/** The measures of these journeys. */
export function measureJourneys(journeys: readonly Journey[], context: MeasureContext): FunnelMeasures {
  const wins = journeys.filter(({ outcome }) => outcome === 'won');
  const amounts = wins.map(({ amountMinor }) => amountMinor).filter((amount) => amount !== null);
  const won = { count: amounts.length, amountMinor: sumAmounts(amounts, 'events') };
  return {
    opportunities: journeys.length,
    stages: context.stages.map((stage, place) => measureStage(journeys, stage, place, context)),
    won: { ...won, withoutAmount: wins.length - amounts.length },
    velocity: measureVelocity(journeys, wins, won, context),
  };
}

function measureStage(journeys: readonly Journey[], stage: Stage, place: number, context: MeasureContext): StageMeasure {
  const inside = journeys.filter(({ first, furthest }) => first <= place && place <= furthest);
  const ends = inside.map((journey) => endOf(journey, place));
  const count = (end: Stay['end']): number => ends.filter((one) => one === end).length;
  const [advanced, lost, open] = [count('advanced'), count('lost'), count('open')];
  const stays = inside.flatMap((journey) => {
    const from = journey.entered[place] ?? null;
    return from === null
      ? []
      : [{ days: context.days.between(from, leftOn(journey, place, context.asOf)), end: endOf(journey, place) }];
  });
  return {
    ...{ stage: stage.id, entered: inside.length, advanced, lost, open, skipped: inside.length - stays.length },
    conversion: proportion(advanced, advanced + lost, context.z),
    ofEntered: proportion(advanced, inside.length, context.z),
    time: measureTime(stays),
  };
}

function endOf(journey: Journey, place: number): Stay['end'] {
  if (journey.furthest > place || journey.outcome === 'won') return 'advanced';
  return journey.outcome;
}

/** The day a later stage was first entered, the day of the end, or the day of measuring. */
function leftOn(journey: Journey, place: number, asOf: BusinessDate): BusinessDate {
  return journey.entered.slice(place + 1).find((day) => day !== null) ?? journey.closedOn ?? asOf;
}

function measureVelocity(
  journeys: readonly Journey[],
  wins: readonly Journey[],
  deal: DealValue,
  context: MeasureContext,
): Velocity {
  const openOpportunities = journeys.filter(({ outcome }) => outcome === 'open').length;
  const winRate = proportion(wins.length, journeys.length - openOpportunities, context.z);
  const sum = wins.reduce((days, { entered, first, closedOn }) => {
    return days + context.days.between(entered[first] ?? context.asOf, closedOn ?? context.asOf);
  }, 0);
  const known = deal.count > 0 && winRate.ratio !== null && sum > 0;
  return {
    ...{ openOpportunities, deal, winRate, cycleDays: { sum, wins: wins.length } },
    amountMinorPerDay: known
      ? (openOpportunities * (deal.amountMinor / deal.count) * (winRate.ratio ?? 0)) / (sum / wins.length)
      : null,
  };
}
