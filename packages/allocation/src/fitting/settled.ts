import { claimsOf } from './claims.ts';
import { flowOfProblem, setBounds } from './flow-oracle.ts';
import { groupsOf, twoSides } from './sides.ts';
import type { Circulation } from './circulation.ts';
import type { FitProblem } from './problem.ts';

/** A free cell that has the same value in every table that meets the problem: its lower (or 0) or its upper bound. */
export interface SettledCell {
  readonly cell: number;
  readonly at: 'lower' | 'upper';
}

/**
 * Cells without a choice, for margins of two sides and integers; otherwise none are named. A cell at its bound can leave it
 * exactly when the residual network closes a circle through it: when both ends lie in one strong component.
 */
export function settledCells(problem: FitProblem): SettledCell[] {
  const sides = twoSides(groupsOf(problem), (cell) => problem.seed[cell]! > 0);
  const claims = claimsOf(problem);
  if (sides === null || !claims.list.every(({ value }) => Number.isSafeInteger(value))) return [];
  const flow = flowOfProblem(problem, claims, sides);
  setBounds(flow, claims, new Uint8Array(claims.list.length).fill(1));
  const { circulation } = flow;
  if (!circulation.mend()) return [];
  const component = strongComponents(circulation);
  const { from, to, lower, upper } = circulation.network;
  const settled: SettledCell[] = [];
  for (let arc = 0; arc < from.length; arc += 1) {
    const cell = flow.cellOf[arc]!;
    if (cell < 0 || lower[arc] === upper[arc] || component[from[arc]!] === component[to[arc]!]) continue;
    if (circulation.flow[arc] === lower[arc]) settled.push({ cell, at: 'lower' });
    else if (circulation.flow[arc] === upper[arc]) settled.push({ cell, at: 'upper' });
  }
  return settled;
}

/** Numbers the strong components of the residual network (Tarjan, SIAM J. Comput. 1, 1972, without recursion). */
function strongComponents(circulation: Circulation): Int32Array {
  const { nodes } = circulation.network;
  const component = new Int32Array(nodes).fill(-1);
  const order = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const next = new Int32Array(nodes);
  const waiting: number[] = [];
  let count = 0;
  let visited = 0;
  for (let root = 0; root < nodes; root += 1) {
    if (order[root] !== -1) continue;
    const path = [root];
    while (path.length > 0) {
      const node = path.at(-1)!;
      if (order[node] === -1) {
        order[node] = low[node] = visited++;
        waiting.push(node);
      }
      const arcs = circulation.arcsOf(node);
      let descended = false;
      while (next[node]! < arcs.length && !descended) {
        const code = arcs[next[node]!++]!;
        if (circulation.room(code) <= 0) continue;
        const head = circulation.head(code);
        if (order[head] === -1) {
          path.push(head);
          descended = true;
        } else if (component[head] === -1) low[node] = Math.min(low[node]!, order[head]!);
      }
      if (descended) continue;
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) low[above] = Math.min(low[above]!, low[node]!);
      if (low[node] !== order[node]) continue;
      for (let member = -1; member !== node;) {
        member = waiting.pop()!;
        component[member] = count;
      }
      count += 1;
    }
  }
  return component;
}
