/** How many effective visits an opportunity takes to advance, per customer class and stage, counted from the past. */
import { diffDays } from '@milepost/calendar';
import type { BusinessDate } from '@milepost/calendar';
import { readJourneys } from './journey.ts';
import type { Journey, StageEvent } from './journey.ts';
import type { ClassEffort } from './required-visits.ts';
import { indexStages } from './stages.ts';
import type { Stage } from './stages.ts';

/** A completed visit for an opportunity. */
export interface OpportunityVisit {
  readonly opportunityId: string;
  readonly day: BusinessDate;
  /** By the company's own definition of 有效拜访. */
  readonly effective: boolean;
}

/** The efforts, and the visits that could not be placed. */
export interface MeasuredEffort {
  readonly classes: readonly ClassEffort[];
  /** Visits for unknown opportunities or such without a class, before their first stage, or after their end. */
  readonly unplaced: number;
}

/**
 * Counts each visit in the furthest stage its opportunity had reached that day, lost and open opportunities included:
 * what the lost ones cost is part of what a win costs. Weights are the wins of each class.
 */
export function measureVisitEffort(
  visits: readonly OpportunityVisit[],
  events: readonly StageEvent[],
  options: { readonly stages: readonly Stage[]; readonly asOf: BusinessDate },
): MeasuredEffort {
  const { journeys } = readJourneys(events, indexStages(options.stages), options.asOf);
  const byId = new Map(journeys.map((journey) => [journey.id, journey]));
  const counts = new Map<string, { stages: number[]; effective: number; completed: number }>();
  let unplaced = 0;
  for (const { opportunityId, day, effective } of visits) {
    const journey = byId.get(opportunityId);
    const place = journey === undefined || diffDays(day, options.asOf) < 0 ? -1 : placeOn(journey, day);
    const key = journey?.customerClass ?? null;
    if (key === null || place < 0) {
      unplaced += 1;
      continue;
    }
    const at = counts.get(key) ?? { stages: options.stages.map(() => 0), effective: 0, completed: 0 };
    counts.set(key, at);
    at.completed += 1;
    if (!effective) continue;
    at.effective += 1;
    at.stages[place] = (at.stages[place] ?? 0) + 1;
  }
  const keys = [...new Set(journeys.flatMap(({ customerClass }) => customerClass ?? []))].sort();
  const classes = keys.map((customerClass): ClassEffort => {
    const own = journeys.filter((journey) => journey.customerClass === customerClass);
    const counted = counts.get(customerClass);
    return {
      customerClass,
      weight: own.filter(({ outcome }) => outcome === 'won').length,
      effort: options.stages.map(({ id }, place) => ({
        ...{ stage: id, effectiveVisits: counted?.stages[place] ?? 0 },
        advanced: own.filter(
          (one) => one.first <= place && (one.furthest > place || (one.furthest === place && one.outcome === 'won')),
        ).length,
      })),
      effective: { effective: counted?.effective ?? 0, completed: counted?.completed ?? 0 },
    };
  });
  return { classes, unplaced };
}

/** The furthest stage reached by that day; -1 before the first and after the end. */
function placeOn(journey: Journey, day: BusinessDate): number {
  if (journey.closedOn !== null && diffDays(journey.closedOn, day) > 0) return -1;
  return journey.entered.findLastIndex((entered) => entered !== null && diffDays(entered, day) >= 0);
}
