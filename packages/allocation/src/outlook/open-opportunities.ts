/** The open opportunities of a stage history, ready to be valued. */
import type { BusinessDate } from '@milepost/calendar';
import { readJourneys } from './journey.ts';
import type { StageEvent } from './journey.ts';
import type { OpenOpportunity } from './pipeline.ts';
import { indexStages } from './stages.ts';
import type { Stage } from './stages.ts';

/**
 * Opportunities open as of a day, by id. One that stepped back stands at the furthest stage it reached: conversions are
 * measured on the furthest stage too, so its chance already holds those who stepped back.
 */
export function openOpportunities(
  events: readonly StageEvent[],
  options: { readonly stages: readonly Stage[]; readonly asOf: BusinessDate },
): OpenOpportunity[] {
  const { journeys } = readJourneys(events, indexStages(options.stages), options.asOf);
  return journeys
    .filter(({ outcome }) => outcome === 'open')
    .map(({ id, furthest, entered, amountMinor, customerClass }) => ({
      ...{ id, amountMinor, customerClass },
      stage: options.stages[furthest]?.id ?? '',
      enteredOn: entered[furthest] ?? options.asOf,
    }));
}
