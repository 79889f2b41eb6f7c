import type { UnservedReason } from '../solution.ts';
import { gapsAllow } from './gaps-allow.ts';
import type { SearchModel } from './model.ts';
import { scanDay } from './scan-day.ts';
import type { SearchState } from './state.ts';
import { schedule } from './timing/schedule.ts';

/**
 * Why a client lacks visits on these days, judged against the hard constraints, from what no plan could change to what is full in this
 * one.
 */
export function reasonFor(state: SearchState, client: number, days: readonly number[]): UnservedReason {
  const { model } = state;
  const free = days.filter((day) => state.slotOf[day * model.clients + client]! < 0);
  const slots = free.flatMap((day) => slotsFor(model, client, day));
  const { capacity, earliest, latest } = model.instance.slots;
  if (slots.length === 0) return free.some((day) => worksFor(model, client, day)) ? 'closed' : 'no-slot';
  const demand = model.instance.clients.demand[client]!;
  if (slots.every((slot) => demand > capacity[slot]!)) return 'too-much';
  const meets = (slot: number): boolean => meetsHours(model, nodeOn(model, client, slot), earliest[slot]!, latest[slot]!);
  if (!slots.some(meets)) return 'closed';
  const alone = slots.filter((slot) => schedule(model, slot, [nodeOn(model, client, slot)]) !== null);
  if (alone.length === 0) return 'too-far';
  if (days.length > 1 && !gapsAllow(state, client, (day) => isOpen(state, client, day, alone))) return 'frequency';
  return fullness(state, client, alone);
}

function slotsFor({ lists, days }: SearchModel, client: number, day: number): number[] {
  const row = lists.perClient ? client * days + day : day;
  return [...lists.slot.subarray(lists.from[row], lists.from[row + 1])];
}

/** Some vehicle that may serve the client, and was promised if one was, works that day, whatever the client's hours. */
function worksFor({ instance }: SearchModel, client: number, day: number): boolean {
  const { slots, allowed, vehicles, fixed } = instance;
  const promise = fixed.client.findIndex((other, i) => other === client && fixed.day[i] === day);
  const named = promise < 0 ? -1 : fixed.vehicle[promise]!;
  for (let slot = slots.dayFrom[day]!; slot < slots.dayFrom[day + 1]!; slot++) {
    const vehicle = slots.vehicle[slot]!;
    if (slots.frozen[slot] === 1 || (named >= 0 && vehicle !== named)) continue;
    if (allowed === null || allowed[client * vehicles + vehicle] === 1) return true;
  }
  return false;
}

function nodeOn({ clients, instance }: SearchModel, client: number, slot: number): number {
  return instance.slots.day[slot]! * clients + client;
}

function meetsHours({ windows }: SearchModel, node: number, earliest: number, latest: number): boolean {
  for (let w = windows.from[node]!; w < windows.from[node + 1]!; w++) {
    if (windows.open[w]! <= latest && windows.close[w]! >= earliest) return true;
  }
  return false;
}

function isOpen({ model, slotOf }: SearchState, client: number, day: number, slots: readonly number[]): boolean {
  return slotOf[day * model.clients + client]! >= 0 || slots.some((slot) => model.instance.slots.day[slot] === day);
}

/** What most of the slots lack that could take the visit if they were empty. */
function fullness(state: SearchState, client: number, slots: readonly number[]): UnservedReason {
  const { model, load, size } = state;
  const { capacity, maxVisits, day } = model.instance.slots;
  const demand = model.instance.clients.demand[client]!;
  let heavy = 0;
  let many = 0;
  for (const slot of slots) {
    if (load[slot]! + demand > capacity[slot]!) heavy++;
    else if (size[slot]! >= maxVisits[slot]!) many++;
  }
  const room = [...new Set(slots.map((slot) => day[slot]!))].some((on) => hasRoom(state, client, on));
  if (room) return model.required[client] === 1 ? 'frequency' : 'not-worth';
  if (heavy * 2 > slots.length) return 'full-capacity';
  return many * 2 > slots.length ? 'full-visits' : 'full-time';
}

function hasRoom(state: SearchState, client: number, day: number): boolean {
  state.trial.stamp++;
  scanDay(state, client, day);
  return state.trial.cost[day]! < Infinity;
}
