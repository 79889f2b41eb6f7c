import { temperature } from './anneal.ts';
import type { Cooling } from './anneal.ts';
import type { SearchModel } from './model.ts';
import { makeFeasible } from './make-feasible.ts';
import { beginMove, undoMove } from './move.ts';
import { endFleet, fleetMove, makeFleet } from './fleet.ts';
import type { Fleet } from './fleet.ts';
import { applyPlan } from './initial-plan.ts';
import type { PlannedRoute } from './initial-plan.ts';
import { Neighbours } from './neighbours.ts';
import { annealed, isBetter } from './objective.ts';
import { recount } from './recount.ts';
import { recreate, recreateScratch } from './recreate.ts';
import type { RecreateScratch } from './recreate.ts';
import { ruin } from './ruin.ts';
import type { SearchSettings } from './settings.ts';
import { emptySnapshot, keep } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { kickSome, tourEngine, writeTour } from './tour/tour-engine.ts';
import type { TourEngine } from './tour/tour-engine.ts';
import { moveFits } from './timing/slot-fits.ts';
import { emptyState } from './state.ts';
import type { SearchState } from './state.ts';

/** A running search over one group of clients and slots: a plan, the best one so far, and how to go on. */
export interface Search {
  readonly state: SearchState;
  readonly best: Snapshot;
  readonly near: Neighbours;
  readonly scratch: RecreateScratch;
  readonly settings: SearchSettings;
  /** Mean journey of the first plan: the unit of temperature. */
  readonly scale: number;
  /** Takes the place of ruin and recreate where the plan is a single tour. */
  readonly tour: TourEngine | null;
  /** Saves routes in the first part of the budget where routes cost something. */
  readonly fleet: Fleet | null;
}

/** Share of the budget spent on saving routes. */
const FLEET_SHARE = 0.5;

/** Kicks are local: far less heat than moves of visits. */
const TOUR_COOLING: Cooling = { start: 0.1, end: 0.001 };

/** Begins a search with a complete plan: the one given, with what it lacks put in by greedy insertion. */
export function beginSearch(
  model: SearchModel,
  seed: number,
  settings: SearchSettings,
  plan: readonly PlannedRoute[] = [],
): Search {
  const state = emptyState(model, seed);
  const scratch = recreateScratch(model.clients);
  beginMove(state);
  if (plan.length > 0) applyPlan(state, plan);
  beginMove(state);
  construct(state, scratch);
  makeFeasible(state);
  state.shut.fill(0);
  recount(state);
  state.trial.blink = settings.blink;
  const best = emptySnapshot(state);
  const tour = tourEngine(state, best);
  if (tour !== null) writeTour(tour, state, best);
  return {
    state,
    best,
    near: new Neighbours(model, 250),
    scratch,
    settings,
    scale: meanJourney(state),
    tour,
    fleet: tour === null ? makeFleet(state) : null,
  };
}

function construct(state: SearchState, scratch: RecreateScratch): void {
  const { move, model } = state;
  for (let client = 0; client < model.clients; client++) {
    move.clients[client] = client;
    move.missing[client] = state.missing[client]!;
  }
  move.clientCount = model.clients;
  recreate(state, scratch);
}

function meanJourney(state: SearchState): number {
  const { size, slotOf, leg } = state;
  let cost = 0;
  let journeys = 0;
  for (let node = 0; node < leg.length; node++) {
    if (slotOf[node]! < 0 || size[slotOf[node]!] === 0) continue;
    cost += leg[node]!;
    journeys++;
  }
  return journeys === 0 || cost <= 0 ? 1 : cost / journeys;
}

/** Makes some moves at a share of the budget; true when a better plan was found. */
export function advance(search: Search, moves: number, share: number): boolean {
  if (search.tour !== null) {
    const better = kickSome(search.tour, search.state, moves, search.scale * temperature(TOUR_COOLING, share));
    if (better) writeTour(search.tour, search.state, search.best);
    return better;
  }
  const { fleet } = search;
  if (fleet !== null && share < FLEET_SHARE) return reduceFleet(search, fleet, moves, share / FLEET_SHARE);
  if (fleet?.running === true) endFleet(fleet, search);
  const heat = heatAt(search, fleet === null ? share : (share - FLEET_SHARE) / (1 - FLEET_SHARE));
  let better = false;
  for (let move = 0; move < moves; move++) if (step(search, heat)) better = true;
  return better;
}

function reduceFleet(search: Search, fleet: Fleet, moves: number, share: number): boolean {
  fleet.running = true;
  const heat = heatAt(search, share);
  let better = false;
  for (let move = 0; move < moves; move++) if (fleetMove(fleet, search, heat)) better = true;
  return better;
}

/** One move: ruin, recreate, accept or undo. Returns true when the plan is the best so far; it is kept. */
export function step(search: Search, heat: number): boolean {
  const { state, settings } = search;
  const { move, random } = state;
  beginMove(state);
  const extent = settings.visitMoves > 0 && random.next() < settings.visitMoves ? 'visit' : 'client';
  ruin(state, search.near, settings, extent);
  recreate(state, search.scratch);
  if (!state.model.metric && !moveFits(state)) {
    undoMove(state);
    return false;
  }
  if (annealed(state, state.sums) >= annealed(state, move.sums) - heat * Math.log(random.next())) {
    undoMove(state);
    return false;
  }
  if (!isBetter(state.sums, search.best.sums)) return false;
  recount(state);
  keep(state, search.best);
  return true;
}

/** The heat of a step after a share of the budget. */
export function heatAt(search: Search, share: number): number {
  return search.scale * temperature(search.settings.cooling, share);
}
