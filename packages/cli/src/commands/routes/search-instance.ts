import { setImmediate } from 'node:timers/promises';
import { startSearch } from '@milepost/routing';
import type { Solution } from '@milepost/routing';
import type { NamedInstance } from '@milepost/routing/formats';
import type { CommandContext } from '../../context.ts';

/** How long to search, and from which seed. */
export interface SearchBudget {
  readonly seconds: number | undefined;
  readonly iterations: number | undefined;
  readonly seed: number;
}

/** A plan that was better than those before. */
export interface Improvement {
  /** Since the search was set up. */
  readonly seconds: number;
  readonly iteration: number;
  /** Whole way, in the unit of the file. */
  readonly cost: number;
  /** Vehicles used, where they come first. */
  readonly vehicles: number | null;
  /** Visits that the plan lacks. */
  readonly missing: number;
}

/** What a search came to. */
export interface SearchOutcome {
  readonly solution: Solution;
  readonly improvements: readonly Improvement[];
  readonly seconds: number;
  readonly iterations: number;
  /** Null: no plan kept every constraint. */
  readonly firstFeasibleSeconds: number | null;
  /** Stopped with Ctrl-C. */
  readonly cancelled: boolean;
}

/** Ctrl-C is only heard between two turns of the event loop, which are this far apart. */
const TURN_MS = 50;

/** Searches until the budget is used or Ctrl-C is pressed; the best plan so far counts either way. */
export async function searchInstance(
  context: CommandContext,
  named: NamedInstance,
  { seconds, iterations, seed }: SearchBudget,
  onBetter: (improvement: Improvement) => void = () => undefined,
): Promise<SearchOutcome> {
  const begun = performance.now();
  const improvements: Improvement[] = [];
  const search = startSearch(named.instance, { seed });
  const setUpSeconds = (performance.now() - begun) / 1000;
  let [iteration, turned] = [0, performance.now()];
  // What setting up took is part of the budget.
  const left = seconds === undefined ? undefined : Math.max(0.001, seconds - setUpSeconds);
  for (const event of search.run({ seconds: left, iterations, now: () => performance.now() })) {
    iteration = event.iteration;
    if (event.kind === 'better' || improvements.length === 0) {
      const { total, missedRequired, brokenPromises } = event.cost;
      const vehicles = named.vehicleCost === 0 ? null : Math.floor(total / named.vehicleCost);
      const improvement: Improvement = {
        ...{ iteration, vehicles, seconds: (performance.now() - begun) / 1000, missing: missedRequired + brokenPromises },
        // The search adds up differences; the plan's own cost is summed anew.
        cost: Number(((total - (vehicles ?? 0) * named.vehicleCost) / named.scale).toFixed(6)),
      };
      improvements.push(improvement);
      onBetter(improvement);
    }
    if (performance.now() - turned < TURN_MS) continue;
    await setImmediate();
    turned = performance.now();
    if (context.signal.aborted) break;
  }
  return {
    ...{ solution: search.best(), improvements, iterations: iteration, cancelled: context.signal.aborted },
    seconds: (performance.now() - begun) / 1000,
    firstFeasibleSeconds: improvements.find(({ missing }) => missing === 0)?.seconds ?? null,
  };
}
