import { chooseDays } from './choose-days.ts';
import { choosePattern } from './choose-pattern.ts';
import { insertVisit } from './links.ts';
import { settleClient } from './settle-client.ts';
import { visitsWanted } from './state.ts';
import type { SearchState } from './state.ts';

/**
 * Puts a client's missing visits where they cost least: on the best of its day patterns, or on the best days its gaps allow. Visits
 * already in the plan stay. What finds no place, or is not worth its cost, is counted as missing.
 */
export function placeClient(state: SearchState, client: number): void {
  const { model, trial } = state;
  trial.stamp++;
  const { patternFrom } = model.instance.clients;
  const byPattern = patternFrom[client]! < patternFrom[client + 1]!;
  const cadence = byPattern ? choosePattern(state, client) : chooseDays(state, client);
  let served = 0;
  for (let i = 0; i < trial.chosenCount; i++) {
    const day = trial.chosen[i]!;
    const node = day * model.clients + client;
    if (state.slotOf[node]! < 0) insertVisit(state, node, trial.after[day]!);
    served++;
  }
  settleClient(state, client, Math.max(0, visitsWanted(model, client) - served), cadence);
}
