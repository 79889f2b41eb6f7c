import { checkProblem } from './check-problem.ts';
import { claimsOf } from './claims.ts';
import { findClash } from './clash.ts';
import { flowOracle } from './flow-oracle.ts';
import { lpOracle } from './lp-oracle.ts';
import { groupsOf, twoSides } from './sides.ts';
import type { Claims, Oracle } from './claims.ts';
import type { Contradiction, FitProblem } from './problem.ts';
import type { Groups } from './sides.ts';

/** Sets smaller than the one found are looked for while this many cells, over all sets, have to be looked at. */
const SEARCH = 3e6;

/**
 * Finds a set of targets, holds and bounds that no table of real numbers meets and of which every part can be met; null when
 * the problem can be met (or is too large to tell: three interlocking margins over very many sums). Zeros in the seed and the
 * ban on negative values stand without being named. A first set comes from the cut of a flow or from a linear program;
 * what it can do without is then dropped, claim by claim (deletion filter: Chinneck and Dravnieks, ORSA J. Comput. 3, 1991,
 * 157–168). For small problems all smaller sets are tried, and `smallest` says so.
 */
export function findContradiction(problem: FitProblem): Contradiction | null {
  checkProblem(problem);
  const clash = findClash(problem);
  if (clash !== null) return clash;
  const claims = claimsOf(problem);
  for (const oracle of oraclesFor(problem, claims)) {
    const found = oracle.contradicts(new Uint8Array(claims.list.length).fill(1));
    if (found === null) continue;
    const { set, smallest } = reduce(oracle, claims, found, problem.seed.length);
    return { claims: set.sort((a, b) => a - b).map((claim) => claims.list[claim]!), smallest };
  }
  return null;
}

/** One flow decides margins of two sides. Others: flows over every two margins first, because they are quick; then all together. */
function* oraclesFor(problem: FitProblem, claims: Claims): Generator<Oracle> {
  const groups = groupsOf(problem);
  const present = (cell: number): boolean => problem.seed[cell]! > 0;
  const sides = twoSides(groups, present);
  if (sides !== null) {
    yield flowOracle(problem, claims, sides);
    return;
  }
  const count = problem.margins.length;
  if (problem.seed.length > 1000) {
    for (let a = 0; a < count; a += 1) {
      for (let b = a + 1; b < count; b += 1) yield pairOracle(problem, claims, groups, [a, b]);
    }
  }
  yield lpOracle(problem, claims, groups);
}

/** The oracle of some margins only; the targets of the others are never named. */
function pairOracle(problem: FitProblem, claims: Claims, { ofCells, offset }: Groups, margins: readonly number[]): Oracle {
  const none = new Int32Array(problem.seed.length).fill(-1);
  const kept = { offset, ofCells: ofCells.map((group, margin) => (margins.includes(margin) ? group : none)) };
  const sides = twoSides(kept, (cell) => problem.seed[cell]! > 0)!;
  const oracle = flowOracle(problem, claims, sides);
  const ignored = claims.list.flatMap((claim, index) =>
    claim.kind === 'target' && !margins.includes(claim.margin) ? [index] : [],
  );
  return {
    contradicts(active) {
      const own = active.slice();
      for (const claim of ignored) own[claim] = 0;
      return oracle.contradicts(own);
    },
  };
}

interface Reduced {
  readonly set: number[];
  readonly smallest: boolean;
}

function reduce(oracle: Oracle, claims: Claims, found: readonly number[], cells: number): Reduced {
  const set = withoutSpare(oracle, claims, found);
  const smaller = smallerSet(oracle, claims.list.length, set.length, SEARCH / (cells + claims.list.length));
  if (smaller === 'unknown') return { set, smallest: set.length === 1 };
  return { set: smaller ?? set, smallest: true };
}

/** Drops claims, small values first, so that few large ones remain. Each of those left was tried: without it, the rest stands. */
function withoutSpare(oracle: Oracle, { list }: Claims, found: readonly number[]): number[] {
  let active = flags(list.length, found);
  const order = [...found].sort((a, b) => list[a]!.value - list[b]!.value || b - a);
  for (const claim of order) {
    if (!active[claim]) continue;
    active[claim] = 0;
    const rest = oracle.contradicts(active);
    if (rest === null) active[claim] = 1;
    else active = flags(list.length, rest);
  }
  return [...active.keys()].filter((claim) => active[claim]);
}

function flags(length: number, set: readonly number[]): Uint8Array {
  const active = new Uint8Array(length);
  for (const claim of set) active[claim] = 1;
  return active;
}

/** The first contradicting set of fewer claims, by size; null when there is none; `unknown` when that takes too many tries. */
function smallerSet(oracle: Oracle, claims: number, size: number, tries: number): number[] | null | 'unknown' {
  const active = new Uint8Array(claims);
  let left = tries;
  const search = (from: number, missing: number): number[] | null | 'unknown' => {
    if (missing === 0) {
      left -= 1;
      return left < 0
        ? 'unknown'
        : oracle.contradicts(active) === null
          ? null
          : [...active.keys()].filter((claim) => active[claim]);
    }
    for (let claim = from; claim <= claims - missing; claim += 1) {
      active[claim] = 1;
      const found = search(claim + 1, missing - 1);
      active[claim] = 0;
      if (found !== null) return found;
    }
    return null;
  };
  for (let count = 1; count < size; count += 1) {
    const found = search(0, count);
    if (found !== null) return found;
  }
  return null;
}
