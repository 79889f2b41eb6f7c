import type { Route } from '../solution.ts';
import { clock } from './clock.ts';
import type { CompiledGroup } from './compile-group.ts';
import { notice } from './notice.ts';
import type { Notice } from './notice.ts';

/** Names frozen days that cannot be kept to: their visits stay, at the times at which they would really take place. */
export function lateDays(group: CompiledGroup, routes: readonly Route[]): Notice[] {
  const { instance, context, slots } = group;
  return routes.flatMap((route) => {
    if (instance.slots.frozen[route.slot] !== 1) return [];
    const inTime = route.arrival <= instance.slots.latest[route.slot]!;
    if (inTime && route.visits.every(({ client, start }) => mayStart(group, client, route.day, start))) return [];
    const { id, name } = context.people[slots[route.slot]!.person]!;
    const { date } = context.days[route.day]!;
    return [notice('day.late', { name, date, time: clock(route.arrival) }, { representative: id, date })];
  });
}

/** Whether a visit begins within its promise, or else within the windows of its day. */
function mayStart({ instance: { fixed, windows, days } }: CompiledGroup, client: number, day: number, start: number): boolean {
  for (let index = 0; index < fixed.count; index += 1) {
    if (fixed.client[index] !== client || fixed.day[index] !== day || fixed.close[index] === Infinity) continue;
    return fixed.open[index]! <= start && start <= fixed.close[index]!;
  }
  if (windows === null) return true;
  for (let at = windows.from[client * days + day]!; at < windows.from[client * days + day + 1]!; at += 1) {
    if (windows.open[at]! <= start && start <= windows.close[at]!) return true;
  }
  return false;
}
