import { Neighbours } from '../search/neighbours.ts';
import { beginMove, touchClient, undoMove } from '../search/move.ts';
import { recount } from '../search/recount.ts';
import { emptySnapshot, keep, restore } from '../search/snapshot.ts';
import type { Snapshot } from '../search/snapshot.ts';
import { BROKEN, COST, MISSED_REQUIRED, PENALTY } from '../search/state.ts';
import type { SearchState } from '../search/state.ts';
import { ChangeTally } from './change-tally.ts';
import { loadPlan } from './load-plan.ts';
import { recreateUnits, ruinUnits } from './ruin-units.ts';
import { placeUnit } from './place-unit.ts';
import { relieve } from './relieve.ts';
import type { ReplanCase } from './replan-case.ts';

/** What a repair may do. */
export interface RepairLimits {
  readonly moved: number;
  readonly shifted: number;
  readonly iterations: number;
}

/** A repaired plan. */
export interface Repaired {
  readonly plan: Snapshot;
  /** How good it is, most important first; smaller is better. */
  readonly rank: readonly number[];
  readonly moved: number;
  /** Visits (nodes of the model) that lost their place, and the event that took it. */
  readonly displaced: ReadonlyMap<number, number>;
  /** Moves tried. */
  readonly moves: number;
}

/**
 * Puts the published plan right: takes out what no longer fits, puts each visit at its cheapest place, then, if something is left over or
 * had to move, tries removals around it (ruin and recreate on the slots of the case alone). No plan with more changes than allowed is
 * ever accepted. Better is: fewer broken promises, fewer required visits missing, less value lost, fewer visits moved or lost, fewer shifted, lower
 * cost; with `improve` value, changes and cost are one sum in which changes have their price.
 */
export function repair(one: ReplanCase, { moved, shifted, iterations }: RepairLimits): Repaired {
  const { model, request } = one;
  const state = loadPlan(
    model,
    one.slots.map(({ units }) => units),
    request.seed,
  );
  const displaced = new Map<number, number>();
  one.touched.forEach((event, slot) => {
    if (event < 0 || model.instance.slots.frozen[slot] === 1) return;
    for (const node of relieve(state, slot)) displaced.set(node, event);
  });
  const tally = new ChangeTally(one, state, { moved, shifted });
  state.trial.partial = true;
  placeMissing(state, tally);
  const best = emptySnapshot(state);
  recount(state);
  keep(state, best);
  const first = rankOf(one, state, tally);
  const settled = state.absentCount === 0 && tally.moved === 0 && tally.shifted <= shifted && request.improve !== true;
  const tries = settled || iterations <= 0 ? 0 : iterations;
  const rank = tries === 0 ? first : improvePlan(one, state, tally, best, first, tries);
  restore(state, best);
  tally.refresh();
  return { plan: best, rank, moved: tally.moved, displaced, moves: tries };
}

/** Most urgent first: promises, required clients, value. */
function placeMissing(state: SearchState, tally: ChangeTally): void {
  const { model } = state;
  const waiting = [...state.absent.subarray(0, state.absentCount)].sort(
    (a, b) =>
      state.broken[b]! - state.broken[a]! ||
      model.required[b]! - model.required[a]! ||
      model.missCost[b]! - model.missCost[a]! ||
      a - b,
  );
  for (const unit of waiting) {
    beginMove(state);
    touchClient(state, unit);
    placeUnit(state, unit);
    if (tally.movedAfter() + tally.shiftedAfter() === Infinity) undoMove(state);
    else tally.accept();
  }
}

function rankOf(one: ReplanCase, state: SearchState, tally: ChangeTally): number[] {
  const { sums } = state;
  const kept = [sums[BROKEN]!, sums[MISSED_REQUIRED]!];
  return one.request.improve === true
    ? [...kept, sums[COST]! + sums[PENALTY]!]
    : [...kept, sums[PENALTY]!, tally.moved + lostOf(one, state), tally.shifted, sums[COST]!];
}

/** Published visits that are not in the plan: of two visits that cannot both be had, the one people know of stays. */
function lostOf({ units }: ReplanCase, { absent, absentCount, missing }: SearchState): number {
  let lost = 0;
  for (let i = 0; i < absentCount; i++) if (units[absent[i]!]!.urgent === null) lost += missing[absent[i]!]!;
  return lost;
}

/** Whether the first rank is better, rounding aside. */
export function isBetterRank(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => Math.abs(value - b[i]!) > 1e-6);
  return at >= 0 && a[at]! < b[at]!;
}

function improvePlan(
  one: ReplanCase,
  state: SearchState,
  tally: ChangeTally,
  best: Snapshot,
  first: readonly number[],
  tries: number,
): readonly number[] {
  const { random, model } = state;
  const near = new Neighbours(model, 40);
  state.trial.blink = 0.03;
  const scale = meanJourney(state);
  const [perMove, perShift] = one.request.improve === true ? [0, 0] : [3 * scale, scale / 2];
  // A visit kept is worth many that move: the least price of one outweighs ten.
  const least = model.missCost.reduce((low, cost) => (cost > 0 && cost < low ? cost : low), Infinity);
  const keeping = 1 + (10 * perMove) / least;
  let rank = first;
  const energy = (moved: number, shifted: number): number =>
    state.sums[COST]! +
    keeping * (state.sums[PENALTY]! + state.sums[BROKEN]! * model.brokenCost) +
    perMove * (moved + lostOf(one, state)) +
    perShift * shifted;
  for (let i = 0; i < tries; i++) {
    const limit = energy(tally.moved, tally.shifted) - scale * 0.02 ** (i / tries) * Math.log(random.next());
    beginMove(state);
    ruinUnits(state, near);
    recreateUnits(state);
    const moved = tally.movedAfter();
    // Times are looked at only where the rest would do.
    const hopeful = moved < Infinity && energy(moved, 0) < limit && keepsImmovable(one, state);
    if (!hopeful || energy(moved, tally.shiftedAfter()) >= limit) {
      undoMove(state);
      continue;
    }
    tally.accept();
    const now = rankOf(one, state, tally);
    if (!isBetterRank(now, rank)) continue;
    rank = now;
    recount(state);
    keep(state, best);
  }
  return rank;
}

/** Whether the current move put every visit back that must not go. */
function keepsImmovable({ immovable }: ReplanCase, { move, model, slotOf }: SearchState): boolean {
  for (let i = 0; i < move.length; i++) {
    const node = move.node[i]!;
    if (node < model.sentinel && immovable[node] === 1 && slotOf[node]! < 0) return false;
  }
  return true;
}

/** Mean cost of a journey: the unit of temperature. */
function meanJourney({ size, leg, next, model }: SearchState): number {
  let cost = 0;
  let journeys = 0;
  for (let slot = 0; slot < model.slots; slot++) {
    const end = model.sentinel + slot;
    if (size[slot] === 0) continue;
    cost += leg[end]!;
    for (let node = next[end]!; node < model.sentinel; node = next[node]!) cost += leg[node]!;
    journeys += size[slot]! + 1;
  }
  return journeys === 0 || cost <= 0 ? 1 : cost / journeys;
}
