import { beginMove, touchClient, undoMove } from './move.ts';
import type { Neighbours } from './neighbours.ts';
import { annealed, isBetter } from './objective.ts';
import { recount } from './recount.ts';
import { recreate } from './recreate.ts';
import type { RecreateScratch } from './recreate.ts';
import { removeClient } from './remove-client.ts';
import { ruin } from './ruin.ts';
import type { RuinSettings } from './ruin.ts';
import { keep, restore } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { settleClient } from './settle-client.ts';
import { moveFits } from './timing/slot-fits.ts';
import { visitsWanted } from './state.ts';
import type { SearchState } from './state.ts';

/** Fewer routes: how often each client was left out, and whether a route is being saved at the moment. */
export interface Fleet {
  readonly absences: Float64Array;
  running: boolean;
}

/** What a fleet move works on. */
export interface FleetSearch {
  readonly state: SearchState;
  readonly best: Snapshot;
  readonly near: Neighbours;
  readonly scratch: RecreateScratch;
  readonly settings: RuinSettings;
}

/** Saving routes is tried when they cost something and a complete plan exists; null otherwise. */
export function makeFleet(state: SearchState): Fleet | null {
  const { fixedCost } = state.model.instance.slots;
  if (state.absentCount > 0 || state.model.promised !== null || !fixedCost.some((cost) => cost > 0)) return null;
  return { absences: new Float64Array(state.model.clients), running: true };
}

/**
 * One move of fleet reduction (Christiaens & Vanden Berghe 2020, section 5.3): a complete plan gives up the route whose clients were left
 * out least; while clients are left out, a plan is accepted when those it leaves out were left out more seldom. True when a complete
 * plan with fewer routes, or a shorter one with as many, was found; it is kept.
 */
export function fleetMove(fleet: Fleet, search: FleetSearch, heat: number): boolean {
  const { state, best, settings } = search;
  if (state.absentCount === 0) giveUpRoute(fleet, state);
  beginMove(state);
  const before = absenceSum(fleet, state);
  ruin(state, search.near, { ...settings, retries: state.model.clients }, 'client');
  recreate(state, search.scratch);
  const after = absenceSum(fleet, state);
  const cheaper = annealed(state, state.sums) < annealed(state, state.move.sums) - heat * Math.log(state.random.next());
  const fits = state.model.metric || moveFits(state);
  if (!fits || after > before || (after === before && !cheaper)) undoMove(state);
  for (let i = 0; i < state.absentCount; i++) fleet.absences[state.absent[i]!]!++;
  if (!isBetter(state.sums, best.sums)) return false;
  recount(state);
  keep(state, best);
  return true;
}

/** Ends the reduction: back to the best complete plan, with every slot open again. */
export function endFleet(fleet: Fleet, { state, best }: FleetSearch): void {
  fleet.running = false;
  state.shut.fill(0);
  restore(state, best);
}

/** Empties the route that is easiest to do without, and closes it and every empty one. */
function giveUpRoute(fleet: Fleet, state: SearchState): void {
  const { model, size, next, shut } = state;
  let least = Infinity;
  let chosen = -1;
  for (let slot = 0; slot < model.slots; slot++) {
    if (size[slot] === 0) shut[slot] = 1;
    else if (model.instance.slots.frozen[slot] === 0) {
      let sum = 0;
      for (let node = next[model.sentinel + slot]!; node < model.sentinel; node = next[node]!)
        sum += 1 + fleet.absences[model.clientOf[node]!]!;
      if (sum < least) {
        least = sum;
        chosen = slot;
      }
    }
  }
  if (chosen < 0) return;
  shut[chosen] = 1;
  beginMove(state);
  for (let node = next[model.sentinel + chosen]!; node < model.sentinel; node = next[model.sentinel + chosen]!) {
    leaveOut(state, model.clientOf[node]!);
  }
  if (!model.metric && !moveFits(state)) undoMove(state);
}

function leaveOut(state: SearchState, client: number): void {
  touchClient(state, client);
  removeClient(state, client);
  settleClient(state, client, visitsWanted(state.model, client), 0);
}

function absenceSum({ absences }: Fleet, { absent, absentCount }: SearchState): number {
  let sum = 0;
  for (let i = 0; i < absentCount; i++) sum += 1 + absences[absent[i]!]!;
  return sum;
}
