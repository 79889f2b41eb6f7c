import { costOnDay } from './cost-on-day.ts';
import { countPinned, isPinned } from './pinned.ts';
import type { SearchState } from './state.ts';

/**
 * Chooses the day pattern that costs least and contains every day on which the client is in the plan or promised; leaves its days in
 * `state.trial.chosen` and returns its cadence cost. When no pattern will do, the days held and promised alone are chosen.
 */
export function choosePattern(state: SearchState, client: number): number {
  const { model, trial } = state;
  const { patterns, clients } = model.instance;
  const pinned = countPinned(state, client);
  let best = model.required[client] === 1 ? Infinity : model.missCost[client]! * clients.visits[client]!;
  let chosen = -1;
  for (let p = clients.patternFrom[client]!, end = clients.patternFrom[client + 1]!; p < end; p++) {
    const cost = patternCost(state, client, p, best, pinned);
    if (cost < best) {
      best = cost;
      chosen = p;
    }
  }
  trial.chosenCount = 0;
  if (chosen < 0) return choosePinned(state, client, pinned);
  for (let i = patterns.dayFrom[chosen]!; i < patterns.dayFrom[chosen + 1]!; i++)
    trial.chosen[trial.chosenCount++] = patterns.day[i]!;
  return patterns.cost[chosen]! * model.instance.weights.cadence;
}

function patternCost(state: SearchState, client: number, pattern: number, limit: number, pinned: number): number {
  const { model } = state;
  const { patterns, weights } = model.instance;
  let cost = patterns.cost[pattern]! * weights.cadence;
  let held = 0;
  for (let i = patterns.dayFrom[pattern]!, end = patterns.dayFrom[pattern + 1]!; i < end && cost < limit; i++) {
    const day = patterns.day[i]!;
    if (pinned > 0 && isPinned(state, client, day)) held++;
    cost += costOnDay(state, client, day);
  }
  return held < pinned ? Infinity : cost;
}

function choosePinned(state: SearchState, client: number, pinned: number): number {
  const { model, trial } = state;
  if (pinned === 0) return 0;
  for (let day = 0; day < model.days; day++) {
    if (isPinned(state, client, day)) trial.chosen[trial.chosenCount++] = day;
  }
  return 0;
}
