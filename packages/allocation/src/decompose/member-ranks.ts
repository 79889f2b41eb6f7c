import type { Axis } from '../axis.ts';

const known = new WeakMap<Axis, Int32Array>();

/** Place of each member when members are sorted by id (code units): breaks ties whatever the order of input. */
export function memberRanks(axis: Axis): Int32Array {
  let ranks = known.get(axis);
  if (ranks === undefined) {
    const { ids } = axis;
    const order = ids.map((_, member) => member).sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
    ranks = new Int32Array(ids.length);
    for (const [rank, member] of order.entries()) ranks[member] = rank;
    known.set(axis, ranks);
  }
  return ranks;
}
