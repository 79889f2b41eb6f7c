import { breaks } from '../broken.ts';
import type { Broken } from '../broken.ts';
import type { Case } from '../case.ts';
import type { Plan } from '../plan.ts';

/** Every route belongs to a vehicle that is there on that day, and no vehicle has two. */
export function fleet(problem: Case, { routes }: Plan): Broken[] {
  const seen = new Set<string>();
  return routes.flatMap(({ day, vehicle }) => {
    const key = `${day} ${vehicle}`;
    const again = seen.has(key);
    seen.add(key);
    if (again) return [breaks('route.twice', { day, vehicle })];
    if (!Number.isInteger(day) || day < 1 || day > problem.days)
      return [breaks('route.day', { day, vehicle }, day, problem.days)];
    if (problem.shift(day, vehicle) === null) return [breaks('route.vehicle', { day, vehicle }, vehicle, problem.vehiclesPerDay)];
    return [];
  });
}
