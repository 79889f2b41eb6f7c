import { setImmediate } from 'node:timers/promises';
import { startSearch } from '@milepost/routing';
import type { Instance, PlanCost, PlannedRoute, RouteSearch, Solution } from '@milepost/routing';
import type { CommandContext } from '../../context.ts';

/** What to search, and a plan to begin with. */
export interface SearchTask {
  readonly instance: Instance;
  readonly initial?: readonly PlannedRoute[];
}

/** How long to search, and from which seed. */
export interface SearchBudget {
  readonly seconds: number | undefined;
  readonly iterations: number | undefined;
  readonly seed: number;
}

/** A plan that was better than those before. */
export interface BetterPlan {
  /** Since the search was set up. */
  readonly seconds: number;
  readonly iteration: number;
  /** Over all tasks, in their unit. */
  readonly total: number;
  /** Visits promised or required that the plan lacks. */
  readonly missing: number;
}

/** What a search came to. */
export interface SearchOutcome {
  /** One for each task. */
  readonly solutions: readonly Solution[];
  readonly better: readonly BetterPlan[];
  readonly seconds: number;
  readonly iterations: number;
  /** Null: no plan kept every constraint. */
  readonly firstFeasibleSeconds: number | null;
  /** Stopped with Ctrl-C. */
  readonly cancelled: boolean;
}

/** Milliseconds as they pass. */
export const wallClock = (): number => performance.now();

/** Milliseconds that this process has worked, over all its threads: what else runs on the machine does not count. */
export function cpuClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Ctrl-C is only heard between two turns of the event loop, which are this far apart. */
const TURN_MS = 50;

/**
 * Works on one task after the other, each with its share of the budget, until that is used or Ctrl-C is pressed. All have a plan
 * before the first is improved, so that what is there counts at any time.
 */
export async function searchInstances(
  context: CommandContext,
  tasks: readonly SearchTask[],
  { seconds, iterations, seed }: SearchBudget,
  onBetter: (better: BetterPlan) => void = () => undefined,
  clock: () => number = wallClock,
): Promise<SearchOutcome> {
  const begun = clock();
  const since = (): number => (clock() - begun) / 1000;
  const searches = tasks.map(({ instance, initial }) => startSearch(instance, { seed, initial }));
  const better: BetterPlan[] = [];
  const note = (iteration: number): void => {
    const { total, brokenPromises, missedRequired } = costOf(searches);
    const plan = { iteration, total, missing: brokenPromises + missedRequired, seconds: since() };
    better.push(plan);
    onBetter(plan);
  };
  note(0);
  // What setting up took is part of the budget.
  const left = seconds === undefined ? undefined : Math.max(0.001, seconds - since());
  const shares = sharesOf(tasks);
  let [done, turned] = [0, performance.now()];
  for (const [index, search] of searches.entries()) {
    const share = shares[index]!;
    const budget = {
      seconds: left === undefined ? undefined : left * share,
      iterations: iterations === undefined ? undefined : Math.max(1, Math.round(iterations * share)),
    };
    let iteration = 0;
    for (const event of search.run({ ...budget, now: clock })) {
      iteration = event.iteration;
      if (event.kind === 'better') note(done + iteration);
      if (performance.now() - turned < TURN_MS) continue;
      await setImmediate();
      turned = performance.now();
      if (context.signal.aborted) break;
    }
    done += iteration;
    if (context.signal.aborted) break;
  }
  return {
    ...{ solutions: searches.map((search) => search.best()), better, iterations: done, seconds: since() },
    firstFeasibleSeconds: better.find(({ missing }) => missing === 0)?.seconds ?? null,
    cancelled: context.signal.aborted,
  };
}

/** By visits wanted: a part with twice as many gets twice the time. */
function sharesOf(tasks: readonly SearchTask[]): number[] {
  const visits = tasks.map(({ instance: { clients } }) => clients.visits.reduce((sum, count) => sum + count, 1));
  const all = visits.reduce((sum, count) => sum + count, 0);
  return visits.map((count) => count / all);
}

function costOf(searches: readonly RouteSearch[]): PlanCost {
  let [total, brokenPromises, missedRequired] = [0, 0, 0];
  for (const search of searches) {
    const cost = search.cost();
    total += cost.total;
    brokenPromises += cost.brokenPromises;
    missedRequired += cost.missedRequired;
  }
  return { total, brokenPromises, missedRequired };
}
