/** The chance of reaching a target, in one call. */
import { simulateReaching } from './simulate-reaching.ts';
import type { ReachingInput } from './simulate-reaching.ts';
import type { Reaching } from './reaching-summary.ts';

/**
 * Runs the whole simulation; `simulateReaching` does the same step by step. Throws AllocationError for bad amounts, ids
 * twice, an unknown stage, a bad seed or number of runs.
 */
export function probabilityOfReaching(input: ReachingInput): Reaching {
  const steps = simulateReaching(input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
