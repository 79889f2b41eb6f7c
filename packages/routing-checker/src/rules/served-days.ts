import { breaks } from '../broken.ts';
import type { Broken } from '../broken.ts';
import type { Case } from '../case.ts';
import type { Plan } from '../plan.ts';

/** Everyone is visited on exactly the days of one allowed set, at most once a day, and nobody else is. */
export function servedDays(problem: Case, plan: Plan): Broken[] {
  const days = new Map<string, number[]>();
  for (const { day, visits } of plan.routes) {
    for (const { client } of visits) days.set(client, [...(days.get(client) ?? []), day]);
  }
  const strangers = [...days.keys()].filter((client) => !problem.clients.has(client));
  return [
    ...strangers.map((client) => breaks('client.unknown', { client, day: days.get(client)?.[0] })),
    ...[...problem.clients].flatMap(([client, { daySets }]) => [
      ...twice(client, days.get(client) ?? []),
      ...outside(client, days.get(client) ?? [], daySets),
    ]),
  ];
}

function twice(client: string, days: readonly number[]): Broken[] {
  return [...new Set(days)].flatMap((day) => {
    const times = days.filter((other) => other === day).length;
    return times > 1 ? [breaks('client.twice', { client, day }, times)] : [];
  });
}

function outside(client: string, days: readonly number[], daySets: readonly (readonly number[])[]): Broken[] {
  const found = [...new Set(days)].sort((a, b) => a - b).join(' ');
  const allowed = daySets.map((set) => set.join(' '));
  return allowed.includes(found) ? [] : [breaks('client.days', { client }, found || '–', allowed.join(' | '))];
}
