import { removeVisit } from '../search/links.ts';
import { touchClient } from '../search/move.ts';
import type { Neighbours } from '../search/neighbours.ts';
import type { SearchState } from '../search/state.ts';
import { placeUnit } from './place-unit.ts';

/** Clients tried again in each move, at most. */
const RETRIES = 6;

/**
 * Takes visits out where that may help: in a slot that somebody without a place could use, or near any client. Who lacks visits is part
 * of the move. Visits of frozen slots stay.
 */
export function ruinUnits(state: SearchState, near: Neighbours): void {
  const { model, random, absent, absentCount } = state;
  if (model.clients === 0) return;
  const centre = absentCount > 0 && random.next() < 0.7 ? absent[random.below(absentCount)]! : random.below(model.clients);
  for (let i = 0, from = random.below(Math.max(1, absentCount)); i < Math.min(RETRIES, absentCount); i++) {
    touchClient(state, absent[(from + i) % absentCount]!);
  }
  if (random.next() < 0.5) emptySlotFor(state, centre);
  if (random.next() < 0.7) takeNear(state, near.of(centre));
}

/** Takes one to three visits out of a slot that could take the client. */
function emptySlotFor(state: SearchState, client: number): void {
  const { model, random, size, next } = state;
  const { lists, days } = model;
  const day = random.below(days);
  const row = lists.perClient ? client * days + day : day;
  const count = lists.from[row + 1]! - lists.from[row]!;
  if (count === 0) return;
  const slot = lists.slot[lists.from[row]! + random.below(count)]!;
  if (model.instance.slots.frozen[slot] === 1) return;
  for (let take = 1 + random.below(3); take > 0 && size[slot]! > 0; take--) {
    let node = next[model.sentinel + slot]!;
    for (let skip = random.below(size[slot]!); skip > 0; skip--) node = next[node]!;
    take1(state, node);
  }
}

/** Takes visits of neighbours out, now and then all of one. */
function takeNear(state: SearchState, list: Int32Array): void {
  const { model, random, slotOf } = state;
  const { frozen } = model.instance.slots;
  let left = 1 + random.below(6);
  for (let i = 0; i < list.length && left > 0; i++) {
    if (random.next() < 0.4) continue;
    const all = random.next() < 0.3;
    let seen = 0;
    let chosen = -1;
    for (let node = list[i]!; node < model.sentinel; node += model.clients) {
      const slot = slotOf[node]!;
      if (slot < 0 || frozen[slot] === 1) continue;
      if (all) take1(state, node);
      else if (++seen === 1 || random.next() * seen < 1) chosen = node;
    }
    if (chosen >= 0) take1(state, chosen);
    if (all || chosen >= 0) left--;
  }
}

function take1(state: SearchState, node: number): void {
  touchClient(state, state.model.clientOf[node]!);
  removeVisit(state, node);
}

/**
 * Puts the clients of the move back one after another: promises first, then in random order, or those who lacked a place before it. In
 * some moves a third of the slots are shut, for visits that must not go where they cost least so that all find a place.
 */
export function recreateUnits(state: SearchState): void {
  const { move, model, random, shut } = state;
  const lackingFirst = random.next() < 0.5;
  const order = Array.from({ length: move.clientCount }, (_, i) => {
    const client = move.clients[i]!;
    const early = model.promisesOf[client]! > 0 ? 2 : lackingFirst && move.missing[i]! > 0 ? 1 : 0;
    return { client, key: random.next() - early };
  });
  order.sort((a, b) => a.key - b.key);
  const veiled = random.next() < 0.5;
  for (const { client } of order) {
    if (veiled) for (let slot = 0; slot < model.slots; slot++) shut[slot] = Number(random.next() < 0.33);
    placeUnit(state, client);
  }
  if (veiled) shut.fill(0);
}
