import type { SearchState } from '../state.ts';

/**
 * Computes duration, earliest and latest start of the part of a route up to each node (`head`) and from each node on (`tail`), as in
 * Vidal et al. 2014, section 4: joining (D1, E1, L1) and (D2, E2, L2) over a journey of t gives, with d = D1 + t and
 * w = max(E2 - d - L1, 0): D = d + w + D2, E = max(E2 - d, E1) - w, L = min(L2 - d, L1).
 */
export function refreshSegments(state: SearchState, slot: number): void {
  const { model, timing } = state;
  const { slots } = model.instance;
  const { head, tail } = timing;
  const end = model.sentinel + slot;
  timing.stale[slot] = 0;
  head[end * 3] = tail[end * 3] = 0;
  head[end * 3 + 1] = tail[end * 3 + 1] = slots.earliest[slot]!;
  head[end * 3 + 2] = tail[end * 3 + 2] = slots.latest[slot]!;
  forward(state, end, slots.startPlace[slot]!);
  backward(state, end);
}

function forward({ model, next, timing: { head } }: SearchState, end: number, start: number): void {
  const { places, place, duration, clientOf, windows, instance } = model;
  const { first, last } = windows;
  const { service } = instance.clients;
  let from = start;
  let spent = head[end * 3]!;
  let earliest = head[end * 3 + 1]!;
  let latest = head[end * 3 + 2]!;
  for (let node = next[end]!; node !== end; node = next[node]!) {
    const at = place[node]!;
    const reach = spent + duration[from * places + at]!;
    const wait = Math.max(first[node]! - reach - latest, 0);
    spent = reach + wait + service[clientOf[node]!]!;
    earliest = Math.max(first[node]! - reach, earliest) - wait;
    latest = Math.min(last[node]! - reach, latest);
    head[node * 3] = spent;
    head[node * 3 + 1] = earliest;
    head[node * 3 + 2] = latest;
    from = at;
  }
}

function backward({ model, prev, timing: { tail } }: SearchState, end: number): void {
  const { places, place, duration, clientOf, windows, instance } = model;
  const { first, last } = windows;
  const { service } = instance.clients;
  let to = place[end]!;
  let spent = tail[end * 3]!;
  let earliest = tail[end * 3 + 1]!;
  let latest = tail[end * 3 + 2]!;
  for (let node = prev[end]!; node !== end; node = prev[node]!) {
    const at = place[node]!;
    const reach = service[clientOf[node]!]! + duration[at * places + to]!;
    const wait = Math.max(earliest - reach - last[node]!, 0);
    spent = reach + wait + spent;
    earliest = Math.max(earliest - reach, first[node]!) - wait;
    latest = Math.min(latest - reach, last[node]!);
    tail[node * 3] = spent;
    tail[node * 3 + 1] = earliest;
    tail[node * 3 + 2] = latest;
    to = at;
  }
}
