import type { Route } from '../solution.ts';

/** Numbers of an instance, or ids of a file. */
export type Id = number | string;

/** One visit of a plan, in whatever numbering both plans of a comparison share. */
export interface PlannedVisit<T extends Id = Id> {
  readonly client: T;
  readonly day: number;
  readonly vehicle: T;
  /** Start of service; null when nobody said. */
  readonly start: number | null;
}

/** The visits of routes, in their order. */
export function visitsOf(routes: readonly Route[]): PlannedVisit<number>[] {
  return routes.flatMap(({ day, vehicle, visits }) =>
    visits.map(({ client, start }) => ({ client, day, vehicle, start: Number.isFinite(start) ? start : null })),
  );
}
