import type { DistanceRule } from './case.ts';
import { Unreadable } from './unreadable.ts';

/** A plan as its file states it. */
export interface Plan {
  readonly distances: DistanceRule;
  readonly cost: number;
  readonly routes: readonly PlanRoute[];
}

/** One vehicle's day. Times that the file leaves out are null: then the checker looks for times that fit. */
export interface PlanRoute {
  readonly day: number;
  readonly vehicle: number;
  readonly departure: number | null;
  readonly arrival: number | null;
  readonly visits: readonly { readonly client: string; readonly start: number | null }[];
}

type Fields = Readonly<Record<string, unknown>>;

/** The JSON of a plan of either kind. Throws `Unreadable`. */
export function solutionJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Unreadable('routes.solution.json');
  }
}

/** Reads a plan. Throws `Unreadable`. */
export function readPlan(json: unknown): Plan {
  const root = fields(json, '');
  if (root['format'] !== 'milepost.routes/1') throw new Unreadable('routes.solution.format', 'format', root['format']);
  const distances = root['distances'];
  if (distances !== 'exact' && distances !== 'truncated' && distances !== 'stated') {
    throw new Unreadable('routes.solution.shape', 'distances', 'exact, truncated, stated');
  }
  return {
    distances,
    cost: number(root['cost'], 'cost'),
    routes: list(root['routes'], 'routes').map((route, index) => routeOf(route, `routes.${index}`)),
  };
}

function routeOf(value: unknown, path: string): PlanRoute {
  const route = fields(value, path);
  return {
    day: number(route['day'], `${path}.day`),
    vehicle: number(route['vehicle'], `${path}.vehicle`),
    departure: time(route['departure'], `${path}.departure`),
    arrival: time(route['arrival'], `${path}.arrival`),
    visits: list(route['visits'], `${path}.visits`).map((one, index) => {
      const visit = fields(one, `${path}.visits.${index}`);
      const { client } = visit;
      if (typeof client !== 'string') throw new Unreadable('routes.solution.shape', `${path}.visits.${index}.client`, '"text"');
      return { client, start: time(visit['start'], `${path}.visits.${index}.start`) };
    }),
  };
}

function fields(value: unknown, path: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Unreadable('routes.solution.shape', path, '{…}');
}

function list(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new Unreadable('routes.solution.shape', path, '[…]');
}

function number(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Unreadable('routes.solution.shape', path, '1.5');
}

function time(value: unknown, path: string): number | null {
  return value === undefined || value === null ? null : number(value, path);
}
