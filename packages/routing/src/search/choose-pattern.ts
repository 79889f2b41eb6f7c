import { costOnDay } from './cost-on-day.ts';
import { countDecided, countPinned, isPinned } from './pinned.ts';
import { removeClient } from './remove-client.ts';
import { visitsWanted } from './state.ts';
import type { SearchState } from './state.ts';

/**
 * Chooses the day pattern that costs least and contains every pinned day; leaves its days in `state.trial.chosen` and returns its cadence
 * cost. When none will do, visits that people did not decide on are taken out and the choice is made again; what is left then is chosen
 * without a pattern.
 */
export function choosePattern(state: SearchState, client: number): number {
  const { model, trial } = state;
  const { patterns, weights } = model.instance;
  const pinned = countPinned(state, client);
  const chosen = cheapest(state, client, pinned);
  trial.chosenCount = 0;
  if (chosen >= 0) {
    for (let i = patterns.dayFrom[chosen]!; i < patterns.dayFrom[chosen + 1]!; i++)
      trial.chosen[trial.chosenCount++] = patterns.day[i]!;
    return patterns.cost[chosen]! * weights.cadence;
  }
  if (pinned === 0) return 0;
  if (countDecided(state, client) < pinned) {
    removeClient(state, client);
    trial.stamp++;
    return choosePattern(state, client);
  }
  for (let day = 0; day < model.days; day++) if (isPinned(state, client, day)) trial.chosen[trial.chosenCount++] = day;
  return 0;
}

/** The cheapest pattern with all pinned days that costs less than what its visits are worth, -1 when there is none. */
function cheapest(state: SearchState, client: number, pinned: number): number {
  const { model } = state;
  const { clients } = model.instance;
  const open = visitsWanted(model, client) - (pinned === 0 ? 0 : countDecided(state, client));
  let best = model.required[client] === 1 ? Infinity : model.missCost[client]! * open;
  let chosen = -1;
  for (let p = clients.patternFrom[client]!, end = clients.patternFrom[client + 1]!; p < end; p++) {
    const cost = patternCost(state, client, p, best, pinned);
    if (cost < best) {
      best = cost;
      chosen = p;
    }
  }
  return chosen;
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
