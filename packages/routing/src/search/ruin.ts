import { removeVisit } from './links.ts';
import { touchClient } from './move.ts';
import type { Neighbours } from './neighbours.ts';
import { visitsWanted } from './state.ts';
import { removeClient } from './remove-client.ts';
import type { SearchState } from './state.ts';

/** How much a ruin takes out. */
export interface RuinSettings {
  /** Visits taken out on average. */
  readonly average: number;
  /** Longest string taken from one route. */
  readonly longest: number;
  /** Chance that a string is split by visits that stay. */
  readonly split: number;
  /** Chance that the visits that stay in a split string grow no further. */
  readonly splitStop: number;
  /** Clients who lack visits or a promise that are tried again in each move, at most. */
  readonly retries: number;
}

/** What a ruin takes of a client that it meets on one day: all its visits, so that its days are chosen anew, or that visit alone. */
export type RuinExtent = 'client' | 'visit';

/**
 * Takes strings of visits out of routes near a client chosen at random: adjacent string removal (Christiaens & Vanden Berghe 2020,
 * "Slack Induction by String Removals for Vehicle Routing Problems", Transportation Science 54, section 5), on routes of any day.
 * Visits of frozen slots stay. The clients touched are those of the move.
 */
export function ruin(state: SearchState, near: Neighbours, settings: RuinSettings, extent: RuinExtent): void {
  const { model, random } = state;
  if (model.clients === 0) return;
  state.trial.partial = extent === 'visit' || model.hasFrozen;
  const longest = Math.min(settings.longest, meanSize(state));
  const strings = Math.floor(random.next() * ((4 * settings.average) / (1 + longest) - 1) + 1);
  const list = near.of(random.below(model.clients));
  const { ruined } = state;
  const stamp = ++ruined.stamp;
  for (let i = 0, taken = 0; i < list.length && taken < strings; i++) {
    const node = someVisit(state, list[i]!);
    if (node < 0) continue;
    const slot = state.slotOf[node]!;
    if (ruined.slot[slot] === stamp) continue;
    ruined.slot[slot] = stamp;
    takeString(state, node, slot, longest, settings, extent);
    taken++;
  }
  retryAbsent(state, settings.retries);
}

function meanSize({ size, model }: SearchState): number {
  let visits = 0;
  let used = 0;
  for (let slot = 0; slot < model.slots; slot++) {
    if (size[slot] === 0) continue;
    visits += size[slot]!;
    used++;
  }
  return used === 0 ? 1 : visits / used;
}

/** A visit of the client, on a day chosen at random among those it has; -1 when none may be taken. */
function someVisit({ model, slotOf, random }: SearchState, client: number): number {
  const { frozen } = model.instance.slots;
  let found = -1;
  let seen = 0;
  for (let node = client; node < model.sentinel; node += model.clients) {
    const slot = slotOf[node]!;
    if (slot < 0 || frozen[slot] === 1) continue;
    if (++seen === 1 || random.next() * seen < 1) found = node;
  }
  return found;
}

function takeString(
  state: SearchState,
  node: number,
  slot: number,
  longest: number,
  settings: RuinSettings,
  extent: RuinExtent,
): void {
  const { model, random, size, prev, next, ruined } = state;
  const { sentinel } = model;
  const length = Math.floor(random.next() * Math.min(size[slot]!, longest) + 1);
  let first = node;
  for (let back = random.below(length); back > 0 && prev[first]! < sentinel; back--) first = prev[first]!;
  let stay = 0;
  let keepFrom = length;
  if (length > 1 && random.next() < settings.split) {
    stay = 1;
    while (stay + length < size[slot]! && random.next() > settings.splitStop) stay++;
    keepFrom = 1 + random.below(length - 1);
  }
  let count = 0;
  for (let at = first; at < sentinel && count < length; at = next[at]!) {
    if (count >= keepFrom && stay > 0) stay--;
    else ruined.string[count++] = at;
  }
  for (let i = 0; i < count; i++) takeOut(state, ruined.string[i]!, extent);
}

function takeOut(state: SearchState, node: number, extent: RuinExtent): void {
  const { model, slotOf } = state;
  const client = model.clientOf[node]!;
  const isNew = touchClient(state, client);
  if (extent === 'visit') {
    if (slotOf[node]! >= 0) removeVisit(state, node);
    return;
  }
  if (isNew) removeClient(state, client);
}

/** Adds clients who lack visits or a promise to the move: all of them, or as many as allowed, beginning anywhere in the list. */
function retryAbsent(state: SearchState, retries: number): void {
  const { absent, absentCount, random } = state;
  const count = Math.min(retries, absentCount);
  const begin = count < absentCount ? random.below(absentCount) : 0;
  for (let i = 0; i < count; i++) {
    const client = absent[(begin + i) % absentCount]!;
    if (!touchClient(state, client)) continue;
    // A promise is kept on its own day or not at all: the other days are chosen around it.
    if (state.broken[client]! > 0) removeClient(state, client);
    // A client served in part keeps what it has.
    else if (state.missing[client]! < visitsWanted(state.model, client)) state.trial.partial = true;
  }
}
