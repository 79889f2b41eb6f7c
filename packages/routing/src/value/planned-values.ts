import type { Instance } from '../instance.ts';
import { buildModel } from '../search/build-model.ts';
import { removeVisit } from '../search/links.ts';
import { beginMove, touchClient, undoMove } from '../search/move.ts';
import type { SearchState } from '../search/state.ts';
import type { CostParts, Route } from '../solution.ts';
import { loadPlan, settleAsIs } from '../replan/load-plan.ts';
import { baseOf, moveParts } from './move-parts.ts';
import type { Base } from './move-parts.ts';
import type { PlannedVisitValue } from './marginal-value.ts';

/**
 * What each visit of a plan is worth: it is taken out, everything else stays, and the objective is looked at again. In the order of the
 * routes. What the time could be used for instead is not counted; that is what `nextValues` lists.
 */
export function plannedValues(instance: Instance, routes: readonly Route[]): PlannedVisitValue[] {
  const state = loadPlan(buildModel(instance), listsOf(instance, routes), 1);
  const base = baseOf(state);
  return routes.flatMap(({ slot, day, vehicle, visits }) =>
    visits.map(({ client }): PlannedVisitValue => {
      const without = removalParts(state, base, day * state.model.clients + client);
      undoMove(state);
      const difference = negative(without);
      return { client, slot, day, vehicle, difference, worth: worthOf(difference) };
    }),
  );
}

/** Takes a visit out as a move of its own and prices that; the caller undoes it or goes on. */
export function removalParts(state: SearchState, base: Base, node: number): CostParts {
  const client = state.model.clientOf[node]!;
  beginMove(state);
  touchClient(state, client);
  removeVisit(state, node);
  settleAsIs(state, client);
  return moveParts(state, base);
}

/** Clients by slot, as a state is loaded with. */
export function listsOf({ slots }: Instance, routes: readonly Route[]): number[][] {
  const lists = Array.from({ length: slots.count }, (): number[] => []);
  for (const { slot, visits } of routes) lists[slot] = visits.map(({ client }) => client);
  return lists;
}

/** Null where promises or required visits are part of the difference. */
export function worthOf({ brokenPromises, missedRequired, total }: CostParts): number | null {
  return brokenPromises !== 0 || missedRequired !== 0 ? null : 0 - total;
}

/** The same the other way round. */
export function negative(parts: CostParts): CostParts {
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, 0 - (value as number)])) as unknown as CostParts;
}
