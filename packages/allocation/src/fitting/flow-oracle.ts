import { Circulation } from './circulation.ts';
import type { Claims, Oracle } from './claims.ts';
import type { FitProblem } from './problem.ts';
import type { Side } from './sides.ts';

/** The problem as a network: every cell an arc from its group on one side to its group on the other. */
export interface FlowOfProblem {
  readonly circulation: Circulation;
  /** For each arc the claim behind its least and its greatest flow, -1 for none. */
  readonly floor: Int32Array;
  readonly ceiling: Int32Array;
  /** The cell of each arc, -1 for the arc of a group. */
  readonly cellOf: Int32Array;
}

/** Sums of doubles are trusted to this share of the largest; integers exactly. */
const NOISE = 1e-11;
/** Cuts compared on each side, to start from the one with the fewest claims. */
const CUTS = 12;

/** Builds the network. Node 0 is the whole; group g is node g + 1. */
export function flowOfProblem(
  problem: FitProblem,
  { floor, ceiling, list }: Claims,
  [a, b]: readonly [Side, Side],
): FlowOfProblem {
  const from: number[] = [];
  const to: number[] = [];
  const floors: number[] = [];
  const ceilings: number[] = [];
  const cellOf: number[] = [];
  let target = 0;
  problem.margins.forEach(({ targets }, margin) => {
    for (let group = 0; group < targets.length; group += 1, target += 1) {
      const downwards = a.margins.includes(margin);
      from.push(downwards ? a.parent[target]! + 1 : target + 1);
      to.push(downwards ? target + 1 : b.parent[target]! + 1);
      floors.push(target);
      ceilings.push(target);
      cellOf.push(-1);
    }
  });
  problem.seed.forEach((value, cell) => {
    const start = a.deepest[cell]! + 1;
    const end = b.deepest[cell]! + 1;
    if (value === 0 || (start === 0 && end === 0)) return;
    from.push(start);
    to.push(end);
    floors.push(floor[cell]!);
    ceilings.push(ceiling[cell]!);
    cellOf.push(cell);
  });
  const arcs = { from: Int32Array.from(from), to: Int32Array.from(to) };
  const bounds = { lower: new Float64Array(from.length), upper: new Float64Array(from.length).fill(Infinity) };
  const largest = list.reduce((most, { value }) => Math.max(most, value), 0);
  const exact = list.every(({ value }) => Number.isSafeInteger(value));
  return {
    circulation: new Circulation({ nodes: target + 1, ...arcs, ...bounds }, exact ? 0 : NOISE * largest),
    floor: Int32Array.from(floors),
    ceiling: Int32Array.from(ceilings),
    cellOf: Int32Array.from(cellOf),
  };
}

/** Puts the bounds of the active claims on the arcs, and takes the others off. */
export function setBounds({ circulation, floor, ceiling }: FlowOfProblem, { list }: Claims, active: Uint8Array): void {
  const { lower, upper } = circulation.network;
  for (let arc = 0; arc < floor.length; arc += 1) {
    const least = floor[arc]!;
    const most = ceiling[arc]!;
    lower[arc] = least >= 0 && active[least] ? list[least]!.value : 0;
    upper[arc] = most >= 0 && active[most] ? list[most]!.value : Infinity;
  }
}

/** Answers by flows, for margins of two sides. What cannot flow names the claims across the cut (Hoffman 1960). */
export function flowOracle(problem: FitProblem, claims: Claims, sides: readonly [Side, Side]): Oracle {
  const flow = flowOfProblem(problem, claims, sides);
  return {
    contradicts(active) {
      setBounds(flow, claims, active);
      if (flow.circulation.mend()) return null;
      let fewest: Set<number> | null = null;
      for (const cut of flow.circulation.cuts(CUTS)) {
        const found = claimsAcross(flow, cut, active);
        if (fewest === null || found.size < fewest.size) fewest = found;
      }
      return [...(fewest ?? [])];
    },
  };
}

function claimsAcross({ circulation, floor, ceiling }: FlowOfProblem, cut: Uint8Array, active: Uint8Array): Set<number> {
  const { from, to } = circulation.network;
  const found = new Set<number>();
  for (let arc = 0; arc < from.length; arc += 1) {
    if (cut[from[arc]!] === cut[to[arc]!]) continue;
    const claim = cut[from[arc]!] === 1 ? ceiling[arc]! : floor[arc]!;
    if (claim >= 0 && active[claim]) found.add(claim);
  }
  return found;
}
