import { NEVER_VISITED } from '../instance.ts';
import { isDecided } from './pinned.ts';
import type { SearchState } from './state.ts';
import { visitsWanted } from './state.ts';

/**
 * Whether the days on which a client is in the plan can stay: part of one of its patterns, or at gaps its rule allows (only the least
 * gap counts while visits are missing). Gaps between days that people decided on are always allowed.
 */
export function daysAreAllowed(state: SearchState, client: number): boolean {
  const { model, slotOf } = state;
  const { clients, patterns } = model.instance;
  const days: number[] = [];
  for (let day = 0; day < model.days; day++) if (slotOf[day * model.clients + client]! >= 0) days.push(day);
  const begin = clients.patternFrom[client]!;
  const end = clients.patternFrom[client + 1]!;
  if (begin === end) return days.length <= visitsWanted(model, client) && keepsGaps(state, client, days);
  if (days.every((day) => isDecided(state, client, day))) return true;
  for (let p = begin; p < end; p++) {
    const pattern = patterns.day.subarray(patterns.dayFrom[p], patterns.dayFrom[p + 1]);
    if (days.every((day) => pattern.includes(day))) return true;
  }
  return false;
}

function keepsGaps(state: SearchState, client: number, days: readonly number[]): boolean {
  const { clients, dayNumber } = state.model.instance;
  const least = clients.leastGap[client]!;
  const whole = days.length === visitsWanted(state.model, client);
  const most = whole ? clients.greatestGap[client]! : Infinity;
  const last = clients.lastVisit[client]!;
  return days.every((day, i) => {
    const before = i === 0 ? last : dayNumber[days[i - 1]!]!;
    if (before === NEVER_VISITED) return true;
    const decided = isDecided(state, client, day) && (i === 0 || isDecided(state, client, days[i - 1]!));
    const gap = dayNumber[day]! - before;
    const overdue = i === 0 && last + most < dayNumber[0]!;
    return decided || (gap >= least && (gap <= most || overdue));
  });
}
