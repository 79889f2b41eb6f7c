import type { Instance } from '../instance.ts';
import type { Constraint } from './constraint.ts';
import { visitDays } from './visit-days.ts';

/** A client with patterns is visited on the days of one of them, or only on days that are promised or frozen. */
export const patterns: Constraint = {
  name: 'patterns',
  check: (instance, solution) =>
    visitDays(instance, solution).flatMap((days, client) =>
      days.length === 0 || matches(instance, client, days) ? [] : [{ constraint: 'patterns', client, excess: 1 }],
    ),
};

function matches(instance: Instance, client: number, days: readonly number[]): boolean {
  const { clients, patterns: sets } = instance;
  const begin = clients.patternFrom[client]!;
  const end = clients.patternFrom[client + 1]!;
  if (begin === end) return true;
  for (let p = begin; p < end; p++) {
    const pattern = sets.day.subarray(sets.dayFrom[p], sets.dayFrom[p + 1]);
    if (pattern.length === days.length && days.every((day, i) => pattern[i] === day)) return true;
  }
  return days.every((day) => isDecided(instance, client, day));
}

/** Whether people decided on a visit: it is promised, or its day has a frozen slot. */
export function isDecided({ fixed, slots }: Instance, client: number, day: number): boolean {
  if (fixed.client.some((other, i) => other === client && fixed.day[i] === day)) return true;
  return slots.frozen.subarray(slots.dayFrom[day], slots.dayFrom[day + 1]).includes(1);
}
