import type { Instance } from '../instance.ts';
import type { Solution } from '../solution.ts';

/** By client the days of its visits, ascending; a day that has two is there twice. */
export function visitDays({ clients }: Instance, { routes }: Solution): number[][] {
  const days = Array.from({ length: clients.count }, (): number[] => []);
  for (const { day, visits } of routes) for (const { client } of visits) days[client]!.push(day);
  return days.map((list) => list.sort((a, b) => a - b));
}
