import type { ObjectiveWeights } from './visit-problem.ts';

/**
 * A visit is dropped for travel only beyond ten hours of it; being two days late is worth a third of an hour; a published visit moves
 * to another day when that saves half an hour. Chosen by us so that the parts come in the order of the objective.
 */
export const DEFAULT_WEIGHTS: ObjectiveWeights = {
  valueMinutes: 600,
  cadenceMinutesPerDay: 10,
  travel: 1,
  balance: 0.05,
  dayChangeMinutes: 30,
  personChangeMinutes: 60,
};
