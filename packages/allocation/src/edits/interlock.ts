/**
 * Holds that cross each other solved together: proportional fitting to every total that must stand, then rounding to integers
 * that keep all of them (`../fitting`). Cells without an amount are opened only when there is no other answer: first those
 * nobody spoke about, then the zeros. The answer is checked; when there is none, the smallest set of holds that contradict
 * each other is.
 */
import { boxAt, overlaps } from '../grid.ts';
import { boxValue } from '../plan.ts';
import { findContradiction, fit, roundToMargins } from '../fitting/index.ts';
import { ranksAt } from './region.ts';
import { MOST_LISTED, conflictOf, refusalWith, refuse } from './refusal.ts';
import { meetsAll, problemOf, sumSystem } from './sum-system.ts';
import type { Claim, Contradiction, FitProblem } from '../fitting/index.ts';
import type { Fallback } from '../journal.ts';
import type { Part } from './divide-pool.ts';
import type { Conflict, Refusal } from './edit.ts';
import type { Question, Solution } from './question.ts';
import type { Kept } from './refusal.ts';
import type { Opening, SumSystem } from './sum-system.ts';

const OPENINGS: readonly (readonly [Opening, Fallback | null])[] = [
  ['none', null],
  ['empty', 'evenEmpty'],
  ['all', 'even'],
];

/** Integers for all cells tied to the target, or the holds that forbid them. */
export function solveInterlocked(question: Question): Solution {
  const system = sumSystem(question);
  let last: FitProblem | null = null;
  let unsolved = false;
  for (const [opening, fallback] of OPENINGS) {
    const problem = problemOf(system, opening);
    if (problem === null) continue;
    const fitted = fit(problem);
    last = problem;
    if (!fitted.ok && fitted.reason === 'contradiction') continue;
    const ranks = ranksAt(question.plan.grid, system.positions);
    const rounded = roundToMargins(fitted.values, problem, { rank: ranks });
    const part = rounded.ok ? partOf(system, problem, fitted.values, rounded.values, fallback) : null;
    if (part !== null && meetsAll(system, part.after)) {
      return stateZero(question, system, part.after) ? { ok: true, parts: [part] } : silenced(question);
    }
    unsolved ||= rounded.ok || rounded.reason === 'not-found';
  }
  const contradiction = last === null ? null : findContradiction(last);
  return refusal(question, system, last, contradiction, unsolved);
}

/**
 * A 0 said about a target that was null has to stand in its cells, as far as no null cell that is kept holds them: false when
 * every one does.
 */
function stateZero({ value, empty }: Question, { before, fixed, claims, groups }: SumSystem, after: Float64Array): boolean {
  if (value !== 0 || !empty) return true;
  const silent = new Uint8Array(before.length);
  claims.forEach((sums, margin) => {
    const group = groups[margin] as Int32Array;
    const spoken = new Uint8Array(sums.length);
    group.forEach((number, cell) => {
      if (number >= 0 && before[cell] === before[cell]) spoken[number] = 1;
    });
    group.forEach((number, cell) => {
      if (number >= 0 && spoken[number] === 0 && sums[number]?.cause !== 'target') silent[cell] = 1;
    });
  });
  let stated = false;
  // The target is the first sum of the first margin.
  groups[0]?.forEach((number, cell) => {
    if (number !== 0 || fixed[cell] === 1 || silent[cell] === 1) return;
    if (after[cell] !== after[cell]) after[cell] = 0;
    stated = true;
  });
  return stated;
}

function silenced({ plan, metric, target, kept }: Question): Refusal {
  const near = kept.filter(({ box }) => overlaps(plan.grid, box, target) && boxValue(plan, metric, box) === null);
  return refuse(plan, metric, 'noRoom', near, 0);
}

function partOf(
  { positions, before }: SumSystem,
  problem: FitProblem,
  fitted: Float64Array,
  rounded: Float64Array,
  fallback: Fallback | null,
): Part {
  const after = rounded.map((value, cell) => {
    const was = before[cell] as number;
    // Who was below zero stands outside of the table; who was null and got nothing still says nothing.
    if (problem.fixed?.[cell] === 1) return was;
    return value === 0 && was !== was ? NaN : value;
  });
  const total = rounded.reduce((sum, value) => sum + value, 0);
  const of = fitted.reduce((sum, value) => sum + value, 0);
  const pools = [{ total, of, fallback, method: 'fit' }];
  return { positions, before, after, weights: fitted, reserved: null, pool: null, pools };
}

function refusal(
  question: Question,
  system: SumSystem,
  problem: FitProblem | null,
  contradiction: Contradiction | null,
  unsolved: boolean,
): Refusal {
  const { plan, metric, value, current, kept } = question;
  if (problem === null || contradiction === null) {
    const tied = new Set(system.claims.flat().map(({ box }) => box));
    const near = kept.filter(({ box }) => tied.has(box)).slice(0, MOST_LISTED);
    const conflicts = near.map((one) => conflictOf(plan, metric, one, (value ?? 0) - current));
    return refusalWith(unsolved ? 'unsolved' : 'interlocked', conflicts);
  }
  const standing = contradiction.claims.flatMap((claim): { one: Kept; claim: Claim }[] => {
    const one = keptOf(question, system, claim);
    return one === null || one.cause === 'target' ? [] : [{ one, claim }];
  });
  // In the order they were held, whatever the order in which they were found.
  const places = new Map(kept.map(({ box }, at) => [box, at]));
  const place = ({ one }: { one: Kept }): number => places.get(one.box) ?? -1;
  standing.sort((a, b) => place(a) - place(b));
  const conflicts = standing.map(({ one, claim }): Conflict => {
    const needed = neededBy(system, problem, contradiction, claim);
    return { ...conflictOf(plan, metric, one, 0), needed };
  });
  return refusalWith('interlocked', conflicts);
}

function keptOf({ plan }: Question, { positions, claims }: SumSystem, claim: Claim): Kept | null {
  if (claim.kind === 'target') return claims[claim.margin]?.[claim.group] ?? null;
  return { box: boxAt(plan.grid, positions[claim.cell] as number), cause: 'manual' };
}

/** What the sum would be if the others of the set stood and it alone gave way: fitted without it. */
function neededBy(system: SumSystem, problem: FitProblem, { claims }: Contradiction, dropped: Claim): number | null {
  const margins = problem.margins.map(({ targets }, margin) => {
    const group = (system.groups[margin] as Int32Array).map((number) => {
      const named = claims.some((claim) => claim.kind === 'target' && claim.margin === margin && claim.group === number);
      const own = dropped.kind === 'target' && dropped.margin === margin && dropped.group === number;
      return named && !own ? number : -1;
    });
    return { group, targets: targets.map((target, number) => (group.includes(number) ? target : 0)) };
  });
  const free = dropped.kind === 'hold' ? dropped.cell : -1;
  const fixed = problem.fixed?.map((held, cell) => (cell === free ? 0 : held));
  const seed = problem.seed.map((value, cell) => (cell === free ? Math.max(value, 1) : value));
  const loose = { ...problem, seed, margins, fixed };
  const fitted = fit(loose);
  if (!fitted.ok) return null;
  const rounded = roundToMargins(fitted.values, loose);
  const values = rounded.ok ? rounded.values : fitted.values;
  const group = dropped.kind === 'target' ? (system.groups[dropped.margin] as Int32Array) : null;
  let sum = 0;
  values.forEach((value, cell) => {
    const counted = dropped.kind === 'target' ? group?.[cell] === dropped.group : cell === free;
    if (!counted) return;
    const was = system.before[cell] as number;
    sum += was < 0 ? was : value;
  });
  return Math.round(sum);
}
