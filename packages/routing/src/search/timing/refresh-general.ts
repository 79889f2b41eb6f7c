import type { SearchState } from '../state.ts';
import { endOfBreak, latestEnd, latestForBreak } from './break-rule.ts';
import { lastOpen, nextOpen } from './window-rule.ts';

/**
 * Computes, for each node and each number of breaks taken, the earliest departure and the latest arrival from which the rest of the route
 * still works. Both exist because arriving earlier never hurts; breaks are taken at places, before or after service.
 */
export function refreshGeneral(state: SearchState, slot: number): void {
  state.timing.stale[slot] = 0;
  forward(state, slot);
  backward(state, slot);
}

function forward({ model, next, timing }: SearchState, slot: number): void {
  const { place, places, duration, sentinel, windows, clientOf, instance } = model;
  const { slots, clients } = instance;
  const { depart, states } = timing;
  const end = sentinel + slot;
  const firstBreak = slots.breakFrom[slot]!;
  const taken = slots.breakFrom[slot + 1]! - firstBreak;
  depart.fill(Infinity, end * states, (end + 1) * states);
  depart[end * states] = slots.earliest[slot]!;
  for (let j = 0; j < taken; j++) depart[end * states + j + 1] = endOfBreak(slots, firstBreak + j, depart[end * states + j]!);
  let from = slots.startPlace[slot]!;
  for (let node = next[end]!, before = end; node !== end; before = node, node = next[node]!) {
    const journey = duration[from * places + place[node]!]!;
    const service = clients.service[clientOf[node]!]!;
    const row = node * states;
    depart.fill(Infinity, row, row + states);
    let arrival = Infinity;
    for (let j = 0; j <= taken; j++) {
      const broken = j === 0 ? Infinity : endOfBreak(slots, firstBreak + j - 1, arrival);
      arrival = Math.min(depart[before * states + j]! + journey, broken);
      const done = nextOpen(windows, node, arrival) + service;
      const pause = j === 0 ? Infinity : endOfBreak(slots, firstBreak + j - 1, depart[row + j - 1]!);
      depart[row + j] = Math.min(done, pause);
    }
    from = place[node]!;
  }
}

function backward({ model, prev, timing }: SearchState, slot: number): void {
  const { place, places, duration, sentinel, windows, clientOf, instance } = model;
  const { slots, clients } = instance;
  const { arrive, states } = timing;
  const end = sentinel + slot;
  const firstBreak = slots.breakFrom[slot]!;
  const taken = slots.breakFrom[slot + 1]! - firstBreak;
  arrive.fill(-Infinity, end * states, (end + 1) * states);
  for (let j = 0; j <= taken; j++) arrive[end * states + j] = latestEnd(slots, slot, firstBreak + j);
  let to = place[end]!;
  for (let node = prev[end]!, after = end; node !== end; after = node, node = prev[node]!) {
    const journey = duration[place[node]! * places + to]!;
    const service = clients.service[clientOf[node]!]!;
    const row = node * states;
    arrive.fill(-Infinity, row, row + states);
    let leave = -Infinity;
    for (let j = taken; j >= 0; j--) {
      const pause = j === taken ? -Infinity : latestForBreak(slots, firstBreak + j, leave);
      leave = Math.max(arrive[after * states + j]! - journey, pause);
      const start = lastOpen(windows, node, leave - service);
      const broken = j === taken ? -Infinity : latestForBreak(slots, firstBreak + j, arrive[row + j + 1]!);
      arrive[row + j] = Math.max(start, broken);
    }
    to = place[node]!;
  }
}
