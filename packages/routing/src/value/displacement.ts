import type { CostParts } from '../solution.ts';
import { scanDay } from '../search/scan-day.ts';
import { insertVisit, removeVisit } from '../search/links.ts';
import { beginMove, touchClient, undoMove } from '../search/move.ts';
import type { SearchState } from '../search/state.ts';
import type { NextVisit } from './marginal-value.ts';
import { moveParts } from './move-parts.ts';
import { patternDays, placeOf } from './next-context.ts';
import type { NextContext } from './next-context.ts';
import { settleAsIs } from '../replan/load-plan.ts';

/** An exchange: the visit that goes, the day it makes room on, and what both cost by the first look. */
interface Exchange {
  readonly node: number;
  readonly day: number;
  readonly slot: number;
  readonly cost: number;
}

/**
 * The cheapest way to visit a client in place of another: each visit in a slot that the client may use is taken out in turn, unless it
 * is promised, its client must be served, or the slot is frozen. The best is left in the plan as the current move. Null when none helps.
 */
export function cheapestDisplacement(context: NextContext, client: number): NextVisit | null {
  const { state, base, instance } = context;
  undoMove(state);
  const best = findExchange(context, client);
  beginMove(state);
  if (best === null) return null;
  const { model } = state;
  const victim = model.clientOf[best.node]!;
  touchClient(state, victim);
  removeVisit(state, best.node);
  settleAsIs(state, victim);
  const lost = instance.clients.prize[victim]! * instance.weights.value;
  const gone = withValue(moveParts(state, base), lost);
  const after = scanSlot(state, client, best.day, best.slot).after;
  touchClient(state, client);
  const node = best.day * model.clients + client;
  insertVisit(state, node, after);
  settleAsIs(state, client);
  const difference = withValue(moveParts(state, base), lost);
  return { ...placeOf(state, node), difference, worth: null, displaced: { client: victim, difference: gone } };
}

/** The state only knows visits that everybody must have: here the value that is lost takes their place. */
function withValue(parts: CostParts, lostValue: number): CostParts {
  return { ...parts, missedRequired: 0, lostValue, total: parts.total - parts.lostValue + lostValue };
}

function findExchange(context: NextContext, client: number): Exchange | null {
  const { state, instance } = context;
  const { model } = state;
  const { lists } = model;
  let best: Exchange | null = null;
  for (const day of possibleDays(context, client)) {
    const row = lists.perClient ? client * model.days + day : day;
    for (let i = lists.from[row]!; i < lists.from[row + 1]!; i++) {
      const slot = lists.slot[i]!;
      for (const node of victims(context, slot, client)) {
        const lost = instance.clients.prize[model.clientOf[node]!]! * instance.weights.value;
        beginMove(state);
        const saved = saving(state, node);
        // Without the way there the exchange is at best worth the way saved.
        const limit: number = best?.cost ?? Infinity;
        const cost: number = lost - saved < limit ? lost - saved + costInSlot(state, node, client, day, slot) : Infinity;
        undoMove(state);
        if (cost < limit) best = { node, day, slot, cost };
      }
    }
  }
  return best;
}

function victims({ state, instance }: NextContext, slot: number, client: number): number[] {
  const { model, next } = state;
  const nodes: number[] = [];
  for (let node = next[model.sentinel + slot]!; node < model.sentinel; node = next[node]!) {
    const other = model.clientOf[node]!;
    if (other !== client && instance.clients.prize[other] !== Infinity && model.promised?.[node] !== 1) nodes.push(node);
  }
  return nodes;
}

function saving({ leg, prev, model, next, slotOf }: SearchState, node: number): number {
  const { places, place, cost, instance, sentinel } = model;
  const before = prev[node]!;
  const from = before < sentinel ? place[before]! : instance.slots.startPlace[slotOf[node]!]!;
  return leg[before]! + leg[node]! - cost[from * places + place[next[node]!]!]!;
}

function costInSlot(state: SearchState, node: number, client: number, day: number, slot: number): number {
  removeVisit(state, node);
  return scanSlot(state, client, day, slot).cost;
}

/** The cheapest insertion into one slot. */
function scanSlot(
  state: SearchState,
  client: number,
  day: number,
  slot: number,
): { readonly cost: number; readonly after: number } {
  const { trial, shut } = state;
  trial.stamp++;
  shut.fill(1);
  shut[slot] = 0;
  scanDay(state, client, day);
  shut.fill(0);
  return { cost: trial.cost[day]!, after: trial.after[day]! };
}

/** Days on which one more visit keeps the client's least gap, or that a pattern of it has. */
function possibleDays({ instance, state }: NextContext, client: number): number[] {
  const { clients, dayNumber, days } = instance;
  const planned = Array.from({ length: days }, (_, day) => day).filter((day) => state.slotOf[day * clients.count + client]! >= 0);
  const byPattern = clients.patternFrom[client]! < clients.patternFrom[client + 1]!;
  if (byPattern) return patternDays(instance, client).filter((day) => !planned.includes(day));
  const numbers = [...planned.map((day) => dayNumber[day]!), clients.lastVisit[client]!];
  const free = (day: number): boolean =>
    numbers.every((number) => Math.abs(dayNumber[day]! - number) >= clients.leastGap[client]!);
  return Array.from({ length: days }, (_, day) => day).filter((day) => !planned.includes(day) && free(day));
}
