import { removeVisit } from '../search/links.ts';
import { touchClient } from '../search/move.ts';
import type { SearchState } from '../search/state.ts';
import { schedule } from '../search/timing/schedule.ts';
import { settleAsIs } from './load-plan.ts';

/**
 * Takes visits out of a slot until the rest keeps its hours, windows, breaks and limits in the order it has. Each time the visit that
 * harms least: rather one that nobody promised, rather one after whose going the rest fits, rather one of little value, rather one that
 * takes long. Returns the nodes taken out. Part of the current move.
 */
export function relieve(state: SearchState, slot: number): number[] {
  const out: number[] = [];
  for (let nodes = nodesIn(state, slot); !fits(state, slot, nodes); nodes = nodesIn(state, slot)) {
    const node = least(state, slot, nodes);
    touchClient(state, state.model.clientOf[node]!);
    removeVisit(state, node);
    settleAsIs(state, state.model.clientOf[node]!);
    out.push(node);
  }
  return out;
}

function nodesIn({ model, next }: SearchState, slot: number): number[] {
  const nodes: number[] = [];
  for (let node = next[model.sentinel + slot]!; node < model.sentinel; node = next[node]!) nodes.push(node);
  return nodes;
}

/** Whether visits keep every rule of a slot in this order. */
export function fits({ model }: SearchState, slot: number, nodes: readonly number[]): boolean {
  const { slots, clients } = model.instance;
  if (nodes.length === 0) return true;
  if (nodes.length > slots.maxVisits[slot]!) return false;
  const load = nodes.reduce((sum, node) => sum + clients.demand[model.clientOf[node]!]!, 0);
  return load <= slots.capacity[slot]! + 1e-9 && schedule(model, slot, nodes) !== null;
}

function least(state: SearchState, slot: number, nodes: readonly number[]): number {
  const { model } = state;
  const { clients, slots } = model.instance;
  const ranked = nodes.map((node, i) => {
    const rest = nodes.filter((other) => other !== node);
    const from = i === 0 ? slots.startPlace[slot]! : model.place[nodes[i - 1]!]!;
    const to = i === nodes.length - 1 ? slots.endPlace[slot]! : model.place[nodes[i + 1]!]!;
    const at = model.place[node]!;
    const { duration, places } = model;
    const detour = duration[from * places + at]! + duration[at * places + to]! - duration[from * places + to]!;
    const client = model.clientOf[node]!;
    return {
      node,
      keys: [
        model.promised?.[node] ?? 0,
        fits(state, slot, rest) ? 0 : 1,
        model.required[client]!,
        model.missCost[client]!,
        -detour - clients.service[client]!,
      ],
    };
  });
  return ranked.reduce((best, one) => (before(one.keys, best.keys) ? one : best)).node;
}

function before(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && a[at]! < b[at]!;
}
