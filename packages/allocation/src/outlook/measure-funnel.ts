/** From the stage history of opportunities to conversion and velocity per stage. */
import { addDays } from '@milepost/calendar';
import type { BusinessDate, WorkingCalendar } from '@milepost/calendar';
import { outlookError } from './outlook-error.ts';
import { checkNumber } from './check.ts';
import { countControlPoints } from './control-points.ts';
import type { Funnel, FunnelSegment } from './funnel.ts';
import { readJourneys } from './journey.ts';
import type { Journey, StageEvent } from './journey.ts';
import { measureJourneys } from './measure-stages.ts';
import type { MeasureContext } from './measure-stages.ts';
import { NORMAL_95 } from './proportion.ts';
import { indexStages } from './stages.ts';
import type { Stage } from './stages.ts';
import { indexWorkingDays } from './working-day-index.ts';

/** How a funnel is measured. */
export interface FunnelOptions {
  /** In their order. */
  readonly stages: readonly Stage[];
  /** The day of measuring; later events are not looked at. */
  readonly asOf: BusinessDate;
  readonly calendar: WorkingCalendar;
  /** Only opportunities that entered their first stage in [start, end): a cohort. */
  readonly cohort?: { readonly start: BusinessDate; readonly end: BusinessDate };
  /** Normal quantile of the intervals; 1.96 (95 %) when left out. */
  readonly z?: number;
}

/**
 * Measures every stage: how many entered, advanced, were lost and are open; conversion with counts and Wilson interval;
 * time in working days by Kaplan–Meier and Aalen–Johansen. An opportunity counts in every stage from the one it began in
 * to the furthest it reached, once, also where it jumped one or stepped back. Throws AllocationError for bad stages,
 * events or mixed currencies, CalendarError for bad days.
 */
export function measureFunnel(events: readonly StageEvent[], options: FunnelOptions): Funnel {
  const places = indexStages(options.stages);
  const { journeys: all, later, withoutStage } = readJourneys(events, places, options.asOf);
  const journeys = inCohort(all, options.cohort);
  const start = earliest(journeys) ?? options.asOf;
  const days = indexWorkingDays(options.calendar, start, addDays(options.asOf, 1));
  const z = checkNumber(options.z ?? NORMAL_95, 'options.z');
  const context: MeasureContext = { stages: options.stages, asOf: options.asOf, days, z };
  return {
    ...measureJourneys(journeys, context),
    asOf: options.asOf,
    currency: currencyOf(journeys),
    dayStatus: days.status,
    controlPoints: countControlPoints(journeys, options.stages),
    byCustomerClass: segments(journeys, ({ customerClass }) => customerClass, context),
    byProductCategory: segments(journeys, ({ productCategory }) => productCategory, context),
    laterEvents: later,
    withoutStage,
  };
}

function inCohort(journeys: readonly Journey[], cohort: FunnelOptions['cohort']): readonly Journey[] {
  if (cohort === undefined) return journeys;
  return journeys.filter(({ entered, first }) => {
    const day = entered[first] ?? '';
    return cohort.start <= day && day < cohort.end;
  });
}

function earliest(journeys: readonly Journey[]): BusinessDate | null {
  return journeys.reduce((least: BusinessDate | null, { entered, first }) => {
    const day = entered[first] ?? null;
    return least === null || (day !== null && day < least) ? day : least;
  }, null);
}

function currencyOf(journeys: readonly Journey[]): string | null {
  const known = [...new Set(journeys.flatMap(({ currency }) => currency ?? []))].sort();
  if (known.length > 1) throw outlookError('allocation.outlook.currency.mixed', known.join(', '), 'events');
  return known[0] ?? null;
}

function segments(
  journeys: readonly Journey[],
  keyOf: (journey: Journey) => string | null,
  context: MeasureContext,
): FunnelSegment[] {
  const keys = [...new Set(journeys.map(keyOf))].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return keys.map((key) => ({
    key,
    ...measureJourneys(
      journeys.filter((journey) => keyOf(journey) === key),
      context,
    ),
  }));
}
