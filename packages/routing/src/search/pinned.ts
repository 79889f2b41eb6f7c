import { costOnDay } from './cost-on-day.ts';
import type { SearchState } from './state.ts';

/** Whether the choice of a client's days must contain this one: its visit is in the plan, or promised and possible. */
export function isPinned(state: SearchState, client: number, day: number): boolean {
  const { model, slotOf } = state;
  const node = day * model.clients + client;
  if (slotOf[node]! >= 0) return true;
  return model.promised !== null && model.promised[node] === 1 && costOnDay(state, client, day) < Infinity;
}

/** Whether people decided on this day already: its visit is promised or stands in a frozen slot. */
export function isDecided({ model, slotOf }: SearchState, client: number, day: number): boolean {
  const node = day * model.clients + client;
  if (model.promised !== null && model.promised[node] === 1) return true;
  return slotOf[node]! >= 0 && model.instance.slots.frozen[slotOf[node]!] === 1;
}

/** Whether a client that is being placed can have pinned days at all. */
export function mayBePinned(state: SearchState, client: number): boolean {
  return state.trial.partial || state.model.promisesOf[client]! > 0;
}

/** The first pinned day from a day on, -1 when there is none. */
export function firstPinned(state: SearchState, client: number, from: number): number {
  if (!mayBePinned(state, client)) return -1;
  for (let day = from; day < state.model.days; day++) if (isPinned(state, client, day)) return day;
  return -1;
}

/** Number of pinned days. */
export function countPinned(state: SearchState, client: number): number {
  if (!mayBePinned(state, client)) return 0;
  let count = 0;
  for (let day = 0; day < state.model.days; day++) if (isPinned(state, client, day)) count++;
  return count;
}

/** Number of pinned days that people decided on. */
export function countDecided(state: SearchState, client: number): number {
  let count = 0;
  for (let day = 0; day < state.model.days; day++) {
    if (isPinned(state, client, day) && isDecided(state, client, day)) count++;
  }
  return count;
}
