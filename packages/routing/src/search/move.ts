import type { SearchState } from './state.ts';

/** Opens a move: what is changed from here on can be undone. */
export function beginMove(state: SearchState): void {
  const { move } = state;
  move.length = move.slotCount = move.clientCount = 0;
  move.stamp++;
  move.sums.set(state.sums);
}

/** Notes the sums of a slot before they change. */
export function touchSlot(state: SearchState, slot: number): void {
  const { move } = state;
  if (move.slotStamp[slot] === move.stamp) return;
  move.slotStamp[slot] = move.stamp;
  const at = move.slotCount++;
  move.slots[at] = slot;
  move.before[at * 2] = state.load[slot]!;
  move.before[at * 2 + 1] = state.work[slot]!;
}

/** Notes what a client lacks and costs before it changes. False when it is already part of the move. */
export function touchClient(state: SearchState, client: number): boolean {
  const { move } = state;
  if (move.clientStamp[client] === move.stamp) return false;
  move.clientStamp[client] = move.stamp;
  const at = move.clientCount++;
  move.clients[at] = client;
  move.missing[at] = state.missing[client]!;
  move.cadence[at] = state.cadence[client]!;
  return true;
}

/** Notes that a node was inserted (`after` -1) or taken out from behind `after`. */
export function logLink(state: SearchState, node: number, after: number): void {
  const { move } = state;
  if (move.length === move.node.length) {
    move.node = longer(move.node);
    move.after = longer(move.after);
  }
  move.node[move.length] = node;
  move.after[move.length++] = after;
}

/** Puts everything back as it was when the move began, to the last bit; times are computed again when needed. */
export function undoMove(state: SearchState): void {
  const { move, load, work, missing, cadence } = state;
  for (let i = move.length - 1; i >= 0; i--) relink(state, move.node[i]!, move.after[i]!);
  for (let i = 0; i < move.slotCount; i++) {
    const slot = move.slots[i]!;
    load[slot] = move.before[i * 2]!;
    work[slot] = move.before[i * 2 + 1]!;
    state.timing.stale[slot] = 1;
  }
  for (let i = move.clientCount - 1; i >= 0; i--) {
    const client = move.clients[i]!;
    missing[client] = move.missing[i]!;
    cadence[client] = move.cadence[i]!;
    noteAbsence(state, client);
  }
  state.sums.set(move.sums);
}

/** Keeps the list of clients who lack visits or a promise. */
export function noteAbsence(state: SearchState, client: number): void {
  const { absent, absentAt } = state;
  const at = absentAt[client]!;
  const lacks = state.missing[client]! > 0 || state.broken[client]! > 0;
  if (lacks && at < 0) {
    absentAt[client] = state.absentCount;
    absent[state.absentCount++] = client;
  } else if (!lacks && at >= 0) {
    const last = absent[--state.absentCount]!;
    absent[at] = last;
    absentAt[last] = at;
    absentAt[client] = -1;
  }
}

function relink(state: SearchState, node: number, after: number): void {
  const { model, next, prev, slotOf, size } = state;
  if (after < 0) {
    const before = prev[node]!;
    const following = next[node]!;
    next[before] = following;
    prev[following] = before;
    size[slotOf[node]!]!--;
    slotOf[node] = -1;
    setLeg(state, before);
    if (model.promised !== null && model.promised[node] === 1) state.broken[model.clientOf[node]!]!++;
  } else {
    const following = next[after]!;
    const slot = slotOf[after]!;
    next[after] = node;
    prev[node] = after;
    next[node] = following;
    prev[following] = node;
    slotOf[node] = slot;
    size[slot]!++;
    setLeg(state, after);
    setLeg(state, node);
    if (model.promised !== null && model.promised[node] === 1) state.broken[model.clientOf[node]!]!--;
  }
}

/** Computes the cost of the journey that begins at a node; an empty route is not driven. */
export function setLeg(state: SearchState, node: number): void {
  const { model, next, leg } = state;
  if (next[node] === node) {
    leg[node] = 0;
    return;
  }
  const from = node < model.sentinel ? model.place[node]! : model.instance.slots.startPlace[node - model.sentinel]!;
  leg[node] = model.cost[from * model.places + model.place[next[node]!]!]!;
}

function longer(array: Int32Array): Int32Array {
  const out = new Int32Array(array.length * 2);
  out.set(array);
  return out;
}
