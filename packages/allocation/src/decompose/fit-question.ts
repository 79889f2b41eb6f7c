/** Totals and seed as a problem for the fit, and its claims back as cells of the plan. */
import { holdsAll } from '../edits/boxes.ts';
import { conflictOf } from '../edits/refusal.ts';
import { boxAt } from '../grid.ts';
import { refOf } from '../plan.ts';
import { keptCells } from './kept.ts';
import { standingIn } from './standing.ts';
import { currentOf } from './work.ts';
import type { Conflict } from '../edits/edit.ts';
import type { Kept } from '../edits/refusal.ts';
import type { Claim, FitProblem } from '../fitting/index.ts';
import type { MarginGroup } from './margin-groups.ts';
import type { Seed } from './seed.ts';
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
  const isKept = (at: number): boolean => kept !== null && kept.closed[at] === 1;
  const said = (amount: number | undefined): boolean => amount === amount;
  const all = Array.from(seed.positions, (_, at) => at);
  const fitted = all.filter((at) => said((isKept(at) ? current : seed.values)[at]));
  const positions = Int32Array.from(fitted, (at) => seed.positions[at] as number);
  const problem: FitProblem = {
    dims: [fitted.length],
    seed: Float64Array.from(fitted, (at) => (isKept(at) ? current : seed.values)[at] as number),
    fixed: Uint8Array.from(fitted, (at) => (isKept(at) ? 1 : 0)),
    margins: margins.map(({ groups, targets }) => ({
      group: Int32Array.from(positions, (position) => groups[position] as number),
      targets,
    })),
  };
  const quiet = all.filter((at) => !isKept(at) && !said(seed.values[at]));
  return { place, margins, positions, problem, silent: Int32Array.from(quiet, (at) => seed.positions[at] as number) };
}

/** The cells that contradicting claims speak of, held cells by the hold they belong to. */
export function conflictsOf({ place, margins, positions }: Question, claims: readonly Claim[]): Conflict[] {
  const standing = standingIn(place, place.target);
  const found = new Map<string, Conflict>();
  for (const claim of claims) {
    const conflict =
      claim.kind === 'target' ? givenTotal(place, margins, claim) : keptCell(place, standing, positions[claim.cell] as number);
    found.set(JSON.stringify(conflict.at), conflict);
  }
  return [...found.values()];
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
