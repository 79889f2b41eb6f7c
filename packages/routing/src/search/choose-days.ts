import { NEVER_VISITED } from '../instance.ts';
import { costOnDay } from './cost-on-day.ts';
import { countPinned, firstPinned, isDecided, isPinned } from './pinned.ts';
import { visitsWanted } from './state.ts';
import type { SearchState } from './state.ts';

/**
 * Chooses the days of a client that follows a gap rule: the set of days of least cost (insertion, cadence, missing visits), by dynamic
 * programming over (number of visits, day of the last one). Pinned days are part of every choice. With all visits served both gaps
 * hold; a choice with fewer keeps the least gap only. Leaves the days in `state.trial.chosen`, returns their cadence cost.
 */
export function chooseDays(state: SearchState, client: number): number {
  const { model, trial } = state;
  const wanted = visitsWanted(model, client);
  const miss = model.missCost[client]!;
  if (wanted <= model.days) fillTable(state, client, wanted, true);
  const last = wanted <= model.days ? lastDay(state, client, wanted, true) : -1;
  const whole = last < 0 ? Infinity : trial.gapCost[wanted * model.days + last]!;
  trial.chosenCount = 0;
  // Fewer visits can only pay when one that is missing costs less than the whole choice.
  if (whole <= miss) return traceDays(state, client, wanted, last);
  return chooseFewer(state, client, wanted, whole, miss);
}

function chooseFewer(state: SearchState, client: number, wanted: number, whole: number, miss: number): number {
  const { model, trial } = state;
  const must = countPinned(state, client);
  let best = whole;
  let visits = wanted;
  let last = -1;
  const most = Math.min(wanted - 1, model.days);
  fillTable(state, client, most, false);
  for (let k = most; k >= Math.max(1, must); k--) {
    const day = lastDay(state, client, k, false);
    const cost = day < 0 ? Infinity : trial.gapCost[k * model.days + day]! + (wanted - k) * miss;
    if (cost >= best) continue;
    best = cost;
    visits = k;
    last = day;
  }
  if (must === 0 && wanted * miss < best) return 0;
  if (visits < wanted) return traceDays(state, client, visits, last);
  if (best === Infinity) return 0;
  fillTable(state, client, wanted, true);
  return traceDays(state, client, wanted, lastDay(state, client, wanted, true));
}

function fillTable(state: SearchState, client: number, wanted: number, whole: boolean): void {
  const { model, trial } = state;
  const { days, instance } = model;
  const { gapCost, gapFrom } = trial;
  const most = whole ? instance.clients.greatestGap[client]! : Infinity;
  gapCost.fill(Infinity, 0, (wanted + 1) * days);
  if (wanted < 1) return;
  const pinned = firstPinned(state, client, 0);
  for (let day = 0; day < days; day++) {
    if (pinned >= 0 && day > pinned) break;
    if (!mayBegin(state, client, day, most)) continue;
    gapCost[days + day] = firstCadence(state, client, day) + costOnDay(state, client, day);
    gapFrom[days + day] = -1;
  }
  for (let k = 2; k <= wanted; k++) {
    for (let before = k - 2; before < days - 1; before++) {
      if (gapCost[(k - 1) * days + before]! < Infinity) extend(state, client, k, before, most);
    }
  }
}

/** Continues the best choice of k - 1 visits that ends on day `before` by one more visit. */
function extend(state: SearchState, client: number, k: number, before: number, most: number): void {
  const { model, trial } = state;
  const { dayNumber, clients } = model.instance;
  const { gapCost, gapFrom } = trial;
  const base = gapCost[(k - 1) * model.days + before]!;
  const least = clients.leastGap[client]!;
  const stop = firstPinned(state, client, before + 1);
  // A gap between two days that people decided on is not ours to judge.
  const decided = stop >= 0 && isDecided(state, client, before) && isDecided(state, client, stop) ? stop : -1;
  for (let day = before + 1, end = stop < 0 ? model.days - 1 : stop; day <= end; day++) {
    const gap = dayNumber[day]! - dayNumber[before]!;
    if ((gap < least || gap > most) && day !== decided) continue;
    const cost = base + cadence(state, client, gap) + costOnDay(state, client, day);
    if (cost >= gapCost[k * model.days + day]!) continue;
    gapCost[k * model.days + day] = cost;
    gapFrom[k * model.days + day] = before;
  }
}

/** Whether the first visit may be on a day, given the last one before the horizon. */
function mayBegin(state: SearchState, client: number, day: number, most: number): boolean {
  const { dayNumber, clients } = state.model.instance;
  const last = clients.lastVisit[client]!;
  if (last === NEVER_VISITED) return true;
  const gap = dayNumber[day]! - last;
  // Who is overdue when the horizon begins can only be visited late.
  const overdue = last + most < dayNumber[0]!;
  return (gap >= clients.leastGap[client]! && (gap <= most || overdue)) || isDecided(state, client, day);
}

function firstCadence(state: SearchState, client: number, day: number): number {
  const { dayNumber, clients } = state.model.instance;
  const last = clients.lastVisit[client]!;
  return last === NEVER_VISITED ? 0 : cadence(state, client, dayNumber[day]! - last);
}

function cadence(state: SearchState, client: number, gap: number): number {
  const { clients, weights } = state.model.instance;
  const rate = clients.cadenceCost[client]! * weights.cadence;
  return rate === 0 ? 0 : rate * Math.abs(gap - clients.idealGap[client]!);
}

/** The day on which the cheapest choice of k visits ends, -1 when there is none. */
function lastDay(state: SearchState, client: number, k: number, whole: boolean): number {
  const { model, trial } = state;
  const { days, instance } = model;
  if (k === 0) return -1;
  const after = instance.dayNumber[days - 1]! + 1;
  let best = Infinity;
  let found = -1;
  for (let day = days - 1; day >= 0; day--) {
    const cost = trial.gapCost[k * days + day]!;
    const pinned = isPinned(state, client, day);
    const open =
      whole &&
      !(pinned && isDecided(state, client, day)) &&
      after - instance.dayNumber[day]! > instance.clients.greatestGap[client]!;
    if (cost < best && !open) {
      best = cost;
      found = day;
    }
    // Nothing may end before a pinned day.
    if (pinned) break;
  }
  return found;
}

/** Lists the days of a choice and adds up their cadence. */
function traceDays(state: SearchState, client: number, visits: number, last: number): number {
  const { model, trial } = state;
  let sum = 0;
  let day = last;
  for (let k = visits; k > 0; k--) {
    const before = trial.gapFrom[k * model.days + day]!;
    trial.chosen[trial.chosenCount++] = day;
    if (k === 1) sum += firstCadence(state, client, day);
    else sum += cadence(state, client, model.instance.dayNumber[day]! - model.instance.dayNumber[before]!);
    day = before;
  }
  return sum;
}
