/** What a decomposition works on: the way to the leaf cells and its amounts in columns, by cell number. */
import { gather } from '../values.ts';
import type { Plan } from '../plan.ts';
import type { Values } from '../values.ts';
import type { KeptCells } from './kept.ts';
import type { DeclaredFallback } from './spec.ts';
import type { Tree } from './tree.ts';

/** See the head of this file. */
export interface Work {
  readonly plan: Plan;
  readonly metric: number;
  readonly tree: Tree;
  readonly fallback: DeclaredFallback;
  readonly kept: KeptCells | null;
  /** The result; NaN for null. */
  readonly amounts: Float64Array;
  readonly weights: Float64Array;
  /** What each cell had before; NaN for null. */
  readonly before: Float64Array;
  /** 1 for cells that have nothing but what is kept in them; null when nothing is kept. */
  readonly hushed: Uint8Array | null;
}

/** The amounts of the plan in the order of the positions. */
export function currentOf(plan: Plan, metric: number, positions: Int32Array): Float64Array {
  return gather(plan.values[metric] as Values, positions);
}

/** The amounts of the leaf cells, in the order of the positions. */
export function leafAmounts({ tree, amounts }: Work): Float64Array {
  const { leaves } = tree;
  const found = new Float64Array(leaves.length);
  for (let at = 0; at < leaves.length; at += 1) found[at] = amounts[leaves[at] as number] as number;
  return found;
}

/** Starts the work. */
export function startWork(base: Pick<Work, 'plan' | 'metric' | 'tree' | 'fallback' | 'kept'>, current: Float64Array): Work {
  const { size } = base.tree.nodes;
  return {
    ...base,
    amounts: new Float64Array(size),
    weights: new Float64Array(size),
    before: sumsBefore(base.tree, current),
    hushed: base.kept === null ? null : new Uint8Array(size),
  };
}

/** What every cell has now, by running sums: each is a safe integer, and so is the difference of two. */
function sumsBefore({ nodes }: Tree, current: Float64Array): Float64Array {
  const before = new Float64Array(nodes.size).fill(NaN);
  const sums = new Float64Array(current.length + 1);
  const filled = new Int32Array(current.length + 1);
  for (let at = 0; at < current.length; at += 1) {
    const amount = current[at] as number;
    const said = amount === amount;
    sums[at + 1] = (sums[at] as number) + (said ? amount : 0);
    filled[at + 1] = (filled[at] as number) + (said ? 1 : 0);
  }
  if (filled[current.length] === 0) return before;
  for (let node = 0; node < nodes.size; node += 1) {
    const [start, end] = [nodes.start[node] as number, nodes.end[node] as number];
    if (filled[start] !== filled[end]) before[node] = (sums[end] as number) - (sums[start] as number);
  }
  return before;
}
