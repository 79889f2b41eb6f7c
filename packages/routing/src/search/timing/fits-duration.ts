import type { SearchState } from '../state.ts';
import { schedule } from './schedule.ts';

/** Whether the slot keeps its longest duration with a visit put in behind `after`. Looks at the whole route. */
export function fitsDuration(state: SearchState, slot: number, node: number, after: number): boolean {
  const nodes: number[] = [];
  let at = state.model.sentinel + slot;
  do {
    if (at < state.model.sentinel) nodes.push(at);
    if (at === after) nodes.push(node);
    at = state.next[at]!;
  } while (at < state.model.sentinel);
  return schedule(state.model, slot, nodes) !== null;
}
