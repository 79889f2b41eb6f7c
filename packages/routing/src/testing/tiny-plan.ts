import { buildInstance } from '../build-instance.ts';
import type { ClientSpec, FixedSpec, SlotSpec } from '../instance-spec.ts';
import type { Instance } from '../instance.ts';
import type { Route, Solution, Unserved } from '../solution.ts';

/** What a tiny problem differs in. */
export interface TinyChange {
  readonly client?: Partial<ClientSpec>;
  readonly slot?: Partial<SlotSpec>;
  readonly fixed?: readonly FixedSpec[];
  readonly days?: number;
}

/** Two clients 10 and 20 to the right of a depot, services of 5, one vehicle; the first client can be changed. */
export function tinyInstance(change: TinyChange = {}): Instance {
  const days = change.days ?? 1;
  return buildInstance({
    days,
    places: 3,
    distance: Float64Array.of(0, 10, 20, 10, 0, 10, 20, 10, 0),
    clients: [
      { place: 1, service: 5, demand: 2, ...change.client },
      { place: 2, service: 5, demand: 3 },
    ],
    slots: Array.from({ length: days }, (_, day) => ({
      day,
      vehicle: 0,
      start: 0,
      end: 0,
      earliest: 0,
      latest: 200,
      ...change.slot,
    })),
    fixed: change.fixed,
  });
}

/** The plan that visits the first client at 10 and the second at 25 and is back at 50, on day 0. */
export function tinyPlan(change: Partial<Route> = {}, unserved: readonly Unserved[] = []): Solution {
  const visits = [
    { client: 0, start: 10 },
    { client: 1, start: 25 },
  ];
  const route = { slot: 0, day: 0, vehicle: 0, visits, departure: 0, arrival: 50, breaks: [], distance: 40, ...change };
  const nothing = { brokenPromises: 0, missedRequired: 0, lostValue: 0, cadence: 0, fixed: 0, balance: 0, changes: 0 };
  return { routes: [route], unserved, cost: { ...nothing, travel: 40, total: 40 } };
}
