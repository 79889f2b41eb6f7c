import { NEVER_VISITED } from '../instance.ts';
import type { SearchState } from '../search/state.ts';

/**
 * The cadence cost of the days a client has, also where they break its rule: what the search pays for the same days. Days that are no
 * pattern cost nothing; the visits that miss from one are paid as missing.
 */
export function cadenceAsIs({ model, slotOf }: SearchState, client: number): number {
  const { clients, dayNumber, weights } = model.instance;
  const days: number[] = [];
  for (let day = 0; day < model.days; day++) if (slotOf[day * model.clients + client]! >= 0) days.push(day);
  if (clients.patternFrom[client]! < clients.patternFrom[client + 1]!)
    return weights.cadence * patternCost(model.instance, client, days);
  const rate = clients.cadenceCost[client]! * weights.cadence;
  if (rate === 0) return 0;
  let before = clients.lastVisit[client]!;
  let cost = 0;
  for (const day of days) {
    if (before !== NEVER_VISITED) cost += rate * Math.abs(dayNumber[day]! - before - clients.idealGap[client]!);
    before = dayNumber[day]!;
  }
  return cost;
}

function patternCost({ clients, patterns }: SearchState['model']['instance'], client: number, days: readonly number[]): number {
  let best = Infinity;
  for (let p = clients.patternFrom[client]!; p < clients.patternFrom[client + 1]!; p++) {
    const from = patterns.dayFrom[p]!;
    if (patterns.dayFrom[p + 1]! - from !== days.length || patterns.cost[p]! >= best) continue;
    if (days.every((day, i) => patterns.day[from + i] === day)) best = patterns.cost[p]!;
  }
  return best === Infinity ? 0 : best;
}
