import { NEVER_VISITED } from '../instance.ts';
import type { SearchState } from './state.ts';
import { visitsWanted } from './state.ts';

/** Whether some pattern, or the gap rule, gives a client all its visits using only days that pass the test. */
export function gapsAllow(state: SearchState, client: number, open: (day: number) => boolean): boolean {
  const { clients, patterns } = state.model.instance;
  const begin = clients.patternFrom[client]!;
  const end = clients.patternFrom[client + 1]!;
  if (begin === end) return gapRuleAllows(state, client, open);
  for (let p = begin; p < end; p++) {
    if (patterns.day.subarray(patterns.dayFrom[p], patterns.dayFrom[p + 1]).every((day) => open(day))) return true;
  }
  return false;
}

function gapRuleAllows({ model }: SearchState, client: number, open: (day: number) => boolean): boolean {
  const { clients, dayNumber, days } = model.instance;
  const least = clients.leastGap[client]!;
  const most = clients.greatestGap[client]!;
  const last = clients.lastVisit[client]!;
  const wanted = visitsWanted(model, client);
  const fits = (gap: number): boolean => gap >= least && gap <= most;
  const overdue = last !== NEVER_VISITED && last + most < dayNumber[0]!;
  const begins = (day: number): boolean =>
    last === NEVER_VISITED || fits(dayNumber[day]! - last) || (overdue && dayNumber[day]! - last >= least);
  let ends = Array.from({ length: days }, (_, day) => open(day) && begins(day));
  for (let k = 2; k <= wanted; k++) {
    const before = ends;
    ends = before.map((_, day) => open(day) && before.some((ok, d) => ok && d < day && fits(dayNumber[day]! - dayNumber[d]!)));
  }
  return ends.some((ok, day) => ok && dayNumber[days - 1]! + 1 - dayNumber[day]! <= most);
}
