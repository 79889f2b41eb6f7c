import type { Instance } from '../instance.ts';
import type { Solution } from '../solution.ts';
import { buildModel } from './build-model.ts';
import { checkBudget } from './check-budget.ts';
import { describe } from './describe.ts';
import { findGroups } from './groups/find-groups.ts';
import { mergeSolutions } from './groups/merge-solutions.ts';
import { partOfPlan } from './groups/part-of-plan.ts';
import { subInstance } from './groups/sub-instance.ts';
import type { Part } from './groups/sub-instance.ts';
import type { PlannedRoute } from './initial-plan.ts';
import { advance, beginSearch } from './search.ts';
import type { Search } from './search.ts';
import { settingsFor } from './settings.ts';
import type { SearchSettings } from './settings.ts';
import { BROKEN, COST, MISSED_REQUIRED, PENALTY } from './state.ts';
import { afterIterations } from './stop/after-iterations.ts';
import { afterSeconds } from './stop/after-seconds.ts';
import type { PlanCost, Progress, Stop } from './stop/stop.ts';

/** What a search begins with. */
export interface SearchOptions {
  /** The same seed and number of iterations give the same plan; 1 when left out. */
  readonly seed?: number;
  readonly settings?: Partial<SearchSettings>;
  /** A plan to begin with, such as the one published; frozen slots keep theirs exactly. */
  readonly initial?: readonly PlannedRoute[];
}

/** How long a run goes on. Cooling follows `seconds` or `iterations`, whichever is nearer to its end. */
export interface Budget {
  readonly iterations?: number;
  readonly seconds?: number;
  /** A clock in milliseconds, such as `() => performance.now()`; needed with `seconds`. */
  readonly now?: () => number;
  /** Further reasons to stop. */
  readonly until?: readonly Stop[];
}

/** A better plan was found, or time has passed. */
export interface SearchEvent extends Progress {
  readonly kind: 'better' | 'progress';
}

/** A search with a complete plan at any time. */
export interface RouteSearch {
  /** Cost of the best plan so far. */
  cost(): PlanCost;
  /** The best plan so far as plain data. */
  best(): Solution;
  /** Goes on; ends at its budget, or when the caller stops iterating. Can be called again. Throws for a budget that is none, see `checkBudget`. */
  run(budget: Budget): Generator<SearchEvent, void, void>;
}

/** Moves between two looks at the clock, over all groups. */
const CHUNK = 64;
/** Moves over which a run without iterations or seconds cools down. */
const COOLING_MOVES = 200_000;

/**
 * Begins to plan: a first complete plan is there at once, `run` yields better ones. Representatives who share no customer are planned
 * apart, in turns.
 */
export function startSearch(instance: Instance, options: SearchOptions = {}): RouteSearch {
  const parts = findGroups(instance).map((group) => subInstance(instance, group));
  const searches = parts.map((part, index) => {
    const plan = partOfPlan(part, options.initial ?? []);
    const model = buildModel(part.instance);
    return beginSearch(model, (options.seed ?? 1) + index * 7919, { ...settingsFor(model), ...options.settings }, plan);
  });
  return {
    cost: () => costOf(searches),
    best: () => bestOf(parts, searches),
    run: (budget) => {
      checkBudget(budget);
      return run(searches, budget);
    },
  };
}

function costOf(searches: readonly Search[]): PlanCost {
  let brokenPromises = 0;
  let missedRequired = 0;
  let total = 0;
  for (const { best, state } of searches) {
    brokenPromises += best.sums[BROKEN]!;
    missedRequired += best.sums[MISSED_REQUIRED]!;
    total += best.sums[COST]! + best.sums[PENALTY]! - best.sums[MISSED_REQUIRED]! * state.model.requiredCost;
  }
  return { brokenPromises, missedRequired, total };
}

function bestOf(parts: readonly Part[], searches: readonly Search[]): Solution {
  return mergeSolutions(
    parts,
    searches.map(({ state, best }) => describe(state.model, best)),
  );
}

function* run(searches: readonly Search[], budget: Budget): Generator<SearchEvent, void, void> {
  const { iterations = Infinity, seconds = Infinity, now } = budget;
  const stops = [...(budget.until ?? []), afterIterations(iterations), afterSeconds(seconds)];
  const begun = now?.() ?? 0;
  const chunks = chunkSizes(searches);
  let iteration = 0;
  let betterAt = 0;
  for (;;) {
    const elapsed = now === undefined ? null : (now() - begun) / 1000;
    const progress: Progress = { iteration, seconds: elapsed, sinceBetter: iteration - betterAt, cost: costOf(searches) };
    const found = betterAt === iteration && iteration > 0;
    yield { kind: found ? 'better' : 'progress', ...progress };
    if (stops.some((stop) => stop(progress))) return;
    const share = shareDone(iteration, elapsed, budget);
    let better = false;
    for (const [index, search] of searches.entries()) {
      const moves = Math.min(chunks[index]!, iterations - iteration);
      if (moves > 0 && advance(search, moves, share)) better = true;
      iteration += Math.max(0, moves);
    }
    if (better) betterAt = iteration;
  }
}

/** Each group gets moves in proportion to its visits, and at least one. */
function chunkSizes(searches: readonly Search[]): number[] {
  const visits = searches.map(({ state }) => state.model.instance.clients.visits.reduce((sum, count) => sum + count, 1));
  const mean = visits.reduce((sum, count) => sum + count, 0) / visits.length;
  return visits.map((count) => Math.max(1, Math.round((CHUNK * count) / mean)));
}

function shareDone(iteration: number, elapsed: number | null, { iterations, seconds }: Budget): number {
  if (iterations === undefined && seconds === undefined) return Math.min(1, iteration / COOLING_MOVES);
  const byMoves = iterations === undefined ? 0 : iteration / Math.max(1, iterations);
  const byTime = seconds === undefined || elapsed === null ? 0 : elapsed / seconds;
  return Math.min(1, Math.max(byMoves, byTime));
}
