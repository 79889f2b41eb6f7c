import type { Solution, UnservedReason } from '../solution.ts';
import type { NamedInstance } from './named-instance.ts';

/** A plan for a published instance, in the numbers of its file. Days and vehicles are counted from 1. */
export interface SolutionFile {
  readonly format: 'milepost.routes/1';
  readonly instance: string;
  readonly objective: NamedInstance['objective'];
  readonly distances: NamedInstance['distances'];
  /** Whole way of all routes, in the unit of the file. */
  readonly cost: number;
  readonly routes: readonly SolutionRoute[];
  /** Clients who are not visited as often as the file asks; a plan that has any is not feasible. */
  readonly unserved: readonly { readonly client: string; readonly missing: number; readonly reason: UnservedReason }[];
}

/** One vehicle's day. */
export interface SolutionRoute {
  readonly day: number;
  readonly vehicle: number;
  readonly departure: number;
  readonly arrival: number;
  readonly visits: readonly { readonly client: string; readonly start: number }[];
}

/** Puts a solution into the numbers of the file it was found for. `name` stands for a file without a name inside. */
export function solutionFile(named: NamedInstance, solution: Solution, name: string): SolutionFile {
  const { scale, clientIds } = named;
  const idOf = (client: number): string => clientIds[client] as string;
  return {
    format: 'milepost.routes/1',
    instance: named.name === '' ? name : named.name,
    objective: named.objective,
    distances: named.distances,
    cost: solution.routes.reduce((sum, route) => sum + route.distance, 0) / scale,
    routes: solution.routes.map((route) => ({
      day: route.day + 1,
      vehicle: route.vehicle + 1,
      departure: route.departure / scale,
      arrival: route.arrival / scale,
      visits: route.visits.map(({ client, start }) => ({ client: idOf(client), start: start / scale })),
    })),
    unserved: solution.unserved.map(({ client, missing, reason }) => ({ client: idOf(client), missing, reason })),
  };
}
