import type { Instance } from '../instance.ts';
import type { SearchState } from '../search/state.ts';
import { schedule } from '../search/timing/schedule.ts';
import type { Base } from './move-parts.ts';
import type { NextVisit } from './marginal-value.ts';

/** What the search for next visits works on. */
export interface NextContext {
  readonly instance: Instance;
  readonly state: SearchState;
  readonly base: Base;
  readonly served: Int32Array;
}

/** Days that any pattern of the client has. */
export function patternDays({ clients, patterns }: Instance, client: number): number[] {
  const from = patterns.dayFrom[clients.patternFrom[client]!]!;
  const until = patterns.dayFrom[clients.patternFrom[client + 1]!]!;
  return [...new Set(patterns.day.subarray(from, until))].sort((a, b) => a - b);
}

/** Where a visit stands in the plan. */
export function placeOf(
  state: SearchState,
  node: number,
): Pick<NextVisit, 'client' | 'slot' | 'day' | 'vehicle' | 'after' | 'start'> {
  const { model, slotOf, prev, next } = state;
  const slot = slotOf[node]!;
  const nodes: number[] = [];
  for (let at = next[model.sentinel + slot]!; at < model.sentinel; at = next[at]!) nodes.push(at);
  const { day, vehicle } = model.instance.slots;
  const before = prev[node]!;
  return {
    client: model.clientOf[node]!,
    slot,
    day: day[slot]!,
    vehicle: vehicle[slot]!,
    after: before < model.sentinel ? model.clientOf[before]! : null,
    start: schedule(model, slot, nodes)?.starts[nodes.indexOf(node)] ?? NaN,
  };
}
