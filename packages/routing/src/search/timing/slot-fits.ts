import type { SearchState } from '../state.ts';
import { schedule } from './schedule.ts';
import { refreshSegments } from './segments.ts';
import { refreshGeneral } from './refresh-general.ts';

/** Whether a slot as it stands keeps hours, windows, breaks and its longest duration. */
export function slotFits(state: SearchState, slot: number): boolean {
  const { model, size } = state;
  if (size[slot] === 0 || model.instance.slots.frozen[slot] === 1) return true;
  if (model.timing === 'plain') return state.work[slot]! <= model.limit[slot]! + 1e-6;
  return model.timing === 'windows' ? segmentsFit(state, slot) : generalFits(state, slot);
}

/** Whether every slot that the move touched still fits. */
export function moveFits(state: SearchState): boolean {
  const { move } = state;
  for (let i = 0; i < move.slotCount; i++) if (!slotFits(state, move.slots[i]!)) return false;
  return true;
}

function segmentsFit(state: SearchState, slot: number): boolean {
  const { model, next, prev, timing } = state;
  const { windows, place, places, duration, instance } = model;
  if (timing.stale[slot] === 1) refreshSegments(state, slot);
  const { head, tail } = timing;
  const end = model.sentinel + slot;
  for (let node = next[end]!; node !== end; node = next[node]!) {
    const start = head[node * 3]! + head[node * 3 + 1]! - instance.clients.service[model.clientOf[node]!]!;
    if (start > windows.last[node]! + 1e-9) return false;
  }
  const last = prev[end]! * 3;
  const whole = head[last]! + duration[place[prev[end]!]! * places + place[end]!]!;
  return head[last + 1]! + whole <= tail[end * 3 + 2]! + 1e-9 && whole <= instance.slots.maxDuration[slot]! + 1e-9;
}

function generalFits(state: SearchState, slot: number): boolean {
  const { model, next, prev, timing } = state;
  const { place, places, duration, instance } = model;
  if (timing.stale[slot] === 1) refreshGeneral(state, slot);
  const { depart, arrive, states } = timing;
  const end = model.sentinel + slot;
  const last = prev[end]!;
  const home = duration[place[last]! * places + place[end]!]!;
  let fits = false;
  for (let j = 0; j < states; j++) fits ||= depart[last * states + j]! + home <= arrive[end * states + j]! + 1e-9;
  const { maxDuration, latest, earliest } = instance.slots;
  if (!fits || maxDuration[slot]! >= latest[slot]! - earliest[slot]!) return fits;
  const nodes: number[] = [];
  for (let node = next[end]!; node !== end; node = next[node]!) nodes.push(node);
  return schedule(model, slot, nodes) !== null;
}
