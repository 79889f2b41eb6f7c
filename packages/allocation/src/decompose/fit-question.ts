/** Totals and seed as a problem for the fit, and its claims back as cells of the plan. */
import { holdsAll } from '../edits/boxes.ts';
import { conflictOf } from '../edits/refusal.ts';
import { boxAt } from '../grid.ts';
import { refOf } from '../plan.ts';
import { keptCells } from './kept.ts';
import { standingIn } from './standing.ts';
import { twoSidesOf } from './two-sides.ts';
import { currentOf } from './work.ts';
import type { Conflict } from '../edits/edit.ts';
import type { Kept } from '../edits/refusal.ts';
import type { Claim, FitProblem } from '../fitting/index.ts';
import type { MarginGroup } from './margin-groups.ts';
import type { Seed } from './seed.ts';
import type { DecomposeRefusal } from './spec.ts';
import type { Place } from './standing.ts';

/** What is fitted. */
export interface Question {
  readonly place: Place;
  readonly margins: readonly MarginGroup[];
  /** Positions of the cells that are fitted: those the seed speaks of, and those kept at an amount. */
  readonly positions: Int32Array;
  readonly problem: FitProblem;
  /** The other cells of the target that do not stay as they are: nothing is known about them, they become null. */
  readonly silent: Int32Array;
}

/** Lays out the problem. Kept cells take part at the amount they have; those kept at null do not. */
export function questionOf(place: Place, seed: Seed, margins: readonly MarginGroup[]): Question {
  const { plan, metric, target, holds, manual } = place;
  const current = currentOf(plan, metric, seed.positions);
  const kept = keptCells(plan, target, seed.positions, current, holds, manual);
  const start = seed.values.slice();
  const fixed = new Uint8Array(start.length);
  const taken = new Int32Array(start.length);
  const quiet: number[] = [];
  let size = 0;
  for (let at = 0; at < start.length; at += 1) {
    if (kept !== null && kept.closed[at] === 1) {
      start[at] = current[at] as number;
      fixed[at] = 1;
    }
    if (start[at] === start[at]) taken[size++] = at;
    else if (fixed[at] === 0) quiet.push(seed.positions[at] as number);
  }
  const cells = taken.subarray(0, size);
  const positions = cells.map((at) => seed.positions[at] as number);
  const problem: FitProblem = {
    dims: [size],
    seed: picked(start, cells, new Float64Array(size)),
    fixed: picked(fixed, cells, new Uint8Array(size)),
    margins: margins.map(({ groups, targets }) => ({ group: positions.map((position) => groups[position] as number), targets })),
  };
  return { place, margins, positions, problem, silent: Int32Array.from(quiet) };
}

function picked<T extends Float64Array | Uint8Array>(from: T, cells: Int32Array, into: T): T {
  for (let at = 0; at < cells.length; at += 1) into[at] = from[cells[at] as number] as number;
  return into;
}

/**
 * The cells that contradicting claims speak of, held cells by the hold they belong to, and the two sums that cannot both hold
 * where there are such.
 */
export function clashOf(question: Question, claims: readonly Claim[]): Pick<DecomposeRefusal, 'conflicts' | 'sides'> {
  const { place, margins, positions, problem } = question;
  const { kept: standing } = standingIn(place, place.target);
  const two = twoSidesOf(problem, claims);
  const found = new Map<string, Conflict>();
  claims.forEach((claim, at) => {
    const conflict =
      claim.kind === 'target' ? givenTotal(place, margins, claim) : keptCell(place, standing, positions[claim.cell] as number);
    const sign = two?.signs[at];
    const shifted = two && sign !== undefined ? (conflict.held ?? 0) - sign * (two.needs - two.allows) : null;
    const side = sign === undefined ? {} : { side: sign > 0 ? ('needs' as const) : ('allows' as const) };
    found.set(JSON.stringify(conflict.at), { ...conflict, needed: shifted, ...side });
  });
  const conflicts = [...found.values()];
  return two === null ? { conflicts } : { conflicts, sides: { needs: two.needs, allows: two.allows } };
}

function keptCell({ plan, metric }: Place, standing: readonly Kept[], position: number): Conflict {
  const leaf = boxAt(plan.grid, position);
  const own = standing.find(({ box }) => holdsAll(plan.grid, box, leaf)) ?? { box: leaf, cause: 'hold' as const };
  return { ...conflictOf(plan, metric, own, 0), needed: null };
}

function givenTotal({ plan, metric }: Place, margins: readonly MarginGroup[], claim: Claim & { kind: 'target' }): Conflict {
  const box = margins[claim.margin]?.boxes[claim.group] ?? new Int32Array(plan.grid.axes.length);
  return { ...refOf(plan, metric, box), held: claim.value, needed: null, cause: 'target' };
}
