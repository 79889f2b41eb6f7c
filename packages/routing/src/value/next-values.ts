import { RoutingError } from '../error.ts';
import type { Instance } from '../instance.ts';
import { loadPlan } from '../replan/load-plan.ts';
import { buildModel } from '../search/build-model.ts';
import { costOnDay } from '../search/cost-on-day.ts';
import { insertVisit } from '../search/links.ts';
import type { SearchModel } from '../search/model.ts';
import { beginMove, touchClient, undoMove } from '../search/move.ts';
import { placeClient } from '../search/place-client.ts';
import type { CostParts, Route } from '../solution.ts';
import { cheapestDisplacement } from './displacement.ts';
import type { NextVisit, NextVisitValue } from './marginal-value.ts';
import { baseOf, moveParts } from './move-parts.ts';
import { patternDays, placeOf } from './next-context.ts';
import type { NextContext } from './next-context.ts';
import { listsOf, worthOf } from './planned-values.ts';

const NO_LIMIT = 2_147_483_647;

/** What is assumed about further visits. */
export interface NextValueSettings {
  /**
   * What one more visit is worth to a client who has all it wants, in units of `prize`; null: nobody said, then only its cost is known.
   * As much as any other visit when left out.
   */
  readonly extraValue?: (client: number) => number | null;
  /** False: only visits that fit without another going. True when left out. */
  readonly displace?: boolean;
}

/**
 * What the next visit to each client is worth, and where it would go: the cheapest insertion over all days, by all representatives who
 * may go, that keeps hours, limits, least gaps and every other visit; where nothing fits, the cheapest exchange for one visit that nobody
 * promised. By client.
 *
 * @throws RoutingError when the value of an extra visit is no number
 */
export function nextValues(instance: Instance, routes: readonly Route[], settings: NextValueSettings = {}): NextVisitValue[] {
  const { clients } = instance;
  const served = new Int32Array(clients.count);
  for (const { visits } of routes) for (const { client } of visits) served[client]!++;
  const state = loadPlan(buildModel(openFor(instance, served)), listsOf(instance, routes), 1);
  state.trial.partial = true;
  const context: NextContext = { instance, state, base: baseOf(state), served };
  return Array.from({ length: clients.count }, (_, client): NextVisitValue => {
    const kind = served[client]! < clients.visits[client]! ? 'missing' : 'extra';
    const value = kind === 'missing' ? clients.prize[client]! : extraValue(clients.prize[client]!, client, settings);
    const direct = placeNext(context, client);
    const best =
      direct === null ? (settings.displace === false ? null : cheapestDisplacement(context, client)) : finish(context, direct);
    undoMove(state);
    return { client, kind, best: best === null ? null : weigh(context, kind, best, value) };
  });
}

/** The instance with room for one more visit of everybody: each has what it has and wants one more, whatever that costs. */
function openFor(instance: Instance, served: Int32Array): Instance {
  const { clients } = instance;
  const { count } = clients;
  return {
    ...instance,
    clients: {
      ...clients,
      visits: served.map((visits) => visits + 1),
      // One visit more makes no gap longer; a gap too long already must not stand in its way.
      greatestGap: new Int32Array(count).fill(NO_LIMIT),
      prize: new Float64Array(count).fill(Infinity),
    },
  };
}

/** Puts one more visit of a client in, as a move; the node, or null when none fits. */
function placeNext({ instance, state }: NextContext, client: number): number | null {
  const { model, slotOf } = state;
  beginMove(state);
  touchClient(state, client);
  const { patternFrom } = instance.clients;
  if (patternFrom[client] === patternFrom[client + 1]) {
    const had = new Set(nodesOf(model, client).filter((node) => slotOf[node]! >= 0));
    placeClient(state, client);
    return nodesOf(model, client).find((node) => slotOf[node]! >= 0 && !had.has(node)) ?? null;
  }
  state.trial.stamp++;
  let best = Infinity;
  let chosen = -1;
  for (const day of patternDays(instance, client)) {
    if (slotOf[day * model.clients + client]! >= 0) continue;
    const cost = costOnDay(state, client, day);
    if (cost >= best) continue;
    best = cost;
    chosen = day;
  }
  if (chosen < 0) return null;
  const node = chosen * model.clients + client;
  insertVisit(state, node, state.trial.after[chosen]!);
  return node;
}

function nodesOf(model: SearchModel, client: number): number[] {
  return Array.from({ length: model.days }, (_, day) => day * model.clients + client);
}

/** Reads place, time and price of a visit that the current move put in. */
function finish(context: NextContext, node: number): NextVisit {
  return { ...placeOf(context.state, node), ...priced(context), worth: null, displaced: null };
}

function priced({ state, base }: NextContext): { readonly difference: CostParts } {
  // Who wants how much is made up here: value is added by `weigh`.
  return { difference: { ...moveParts(state, base), lostValue: 0, missedRequired: 0 } };
}

function weigh({ instance }: NextContext, kind: NextVisitValue['kind'], best: NextVisit, value: number | null): NextVisit {
  const { weights } = instance;
  const gained = value === null || value === Infinity ? 0 : value * weights.value;
  const own = best.difference;
  const missedRequired = own.missedRequired - (kind === 'missing' && value === Infinity ? 1 : 0);
  const difference = { ...own, missedRequired, lostValue: own.lostValue - gained, total: own.total - gained };
  return { ...best, difference, worth: value === null || value === Infinity ? null : worthOf(difference) };
}

function extraValue(prize: number, client: number, { extraValue: stated }: NextValueSettings): number | null {
  if (stated === undefined) return prize === Infinity ? null : prize;
  const value = stated(client);
  if (value !== null && !(value >= 0 && value < Infinity))
    throw new RoutingError('routing.replan.value', value, `clients.${client}`);
  return value;
}
