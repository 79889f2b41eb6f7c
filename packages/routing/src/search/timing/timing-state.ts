import type { SearchModel } from '../model.ts';

/** Times kept along the routes. Those of a slot are valid while `stale` is 0. */
export interface TimingState {
  readonly stale: Uint8Array;
  /** `windows` timing: (duration, earliest, latest) of the route from its start up to each node, and from each node to the end. */
  readonly head: Float64Array;
  readonly tail: Float64Array;
  /** `general` timing: by node and number of breaks taken, the earliest departure and the latest arrival. */
  readonly states: number;
  readonly depart: Float64Array;
  readonly arrive: Float64Array;
}

/** Room for the times that a model needs. */
export function emptyTiming(model: SearchModel): TimingState {
  const nodes = model.sentinel + model.slots;
  const { slots } = model.instance;
  let states = 1;
  for (let slot = 0; slot < model.slots; slot++)
    states = Math.max(states, slots.breakFrom[slot + 1]! - slots.breakFrom[slot]! + 1);
  const segments = model.timing === 'windows' ? nodes * 3 : 0;
  const times = model.timing === 'general' ? nodes * states : 0;
  return {
    stale: new Uint8Array(model.slots).fill(1),
    head: new Float64Array(segments),
    tail: new Float64Array(segments),
    states,
    depart: new Float64Array(times),
    arrive: new Float64Array(times),
  };
}
