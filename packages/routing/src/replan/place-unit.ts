import { costOnDay } from '../search/cost-on-day.ts';
import { insertVisit } from '../search/links.ts';
import { placeClient } from '../search/place-client.ts';
import type { SearchState } from '../search/state.ts';
import { settleAsIs } from './load-plan.ts';

/** Days of a pattern that could be added to those a client has. */
interface Choice {
  readonly days: readonly number[];
  readonly missing: number;
  readonly cost: number;
}

/**
 * Puts a client's missing visits where they cost least and leaves its other visits where they are, also when some stay missing: a person
 * whose fourth visit finds no place keeps the other three.
 */
export function placeUnit(state: SearchState, client: number): void {
  const { model, trial } = state;
  const { patternFrom } = model.instance.clients;
  if (patternFrom[client] === patternFrom[client + 1]) {
    placeClient(state, client);
    return;
  }
  trial.stamp++;
  const choice = cheapestChoice(state, client);
  for (const day of choice?.days ?? []) insertVisit(state, day * model.clients + client, trial.after[day]!);
  settleAsIs(state, client);
}

/** Fewest missing visits first, then the least cost; null when no pattern has all the days the client is planned on. */
function cheapestChoice(state: SearchState, client: number): Choice | null {
  const { model } = state;
  const { clients } = model.instance;
  const planned: number[] = [];
  for (let day = 0; day < model.days; day++) if (state.slotOf[day * model.clients + client]! >= 0) planned.push(day);
  let best: Choice | null = null;
  for (let p = clients.patternFrom[client]!; p < clients.patternFrom[client + 1]!; p++) {
    const choice = choiceOf(state, client, p, planned);
    if (choice === null) continue;
    if (best === null || choice.missing < best.missing || (choice.missing === best.missing && choice.cost < best.cost))
      best = choice;
  }
  return best;
}

function choiceOf(state: SearchState, client: number, pattern: number, planned: readonly number[]): Choice | null {
  const { model } = state;
  const { patterns, weights } = model.instance;
  const all = patterns.day.subarray(patterns.dayFrom[pattern], patterns.dayFrom[pattern + 1]);
  if (!planned.every((day) => all.includes(day))) return null;
  const worth = model.required[client] === 1 ? Infinity : model.missCost[client]!;
  const days: number[] = [];
  let cost = patterns.cost[pattern]! * weights.cadence;
  let missing = 0;
  for (const day of all) {
    if (planned.includes(day)) continue;
    const price = costOnDay(state, client, day);
    const promised = model.promised?.[day * model.clients + client] === 1;
    if (price < Infinity && (price < worth || promised)) {
      days.push(day);
      // A promise goes before every detour.
      cost += price - (promised ? model.brokenCost : 0);
    } else missing++;
  }
  return { days, missing, cost };
}
