import { buildInstance } from '../build-instance.ts';
import type { ClientSpec, InstanceSpec, SlotSpec } from '../instance-spec.ts';
import { buildModel } from '../search/build-model.ts';
import type { Collected } from './collect-units.ts';
import type { CasePrices, Unit } from './replan-case.ts';
import type { ReplanRequest } from './replan-request.ts';

const NO_LIMIT = 2_147_483_647;

/** The case as it was published, so that the plans before and after are priced with one measure: days under way in one piece. */
export function casePrices(
  request: ReplanRequest,
  { units, slots }: Collected,
  spec: InstanceSpec,
  slotSpecs: readonly SlotSpec[],
): CasePrices {
  const whole = slots.flatMap((slot, i) => (slot.part === 'done' ? [] : [{ ...slot, spec: slotSpecs[i]! }]));
  const routeOf = new Map(request.routes.map((route) => [route.slot, route]));
  const unitOf = new Map(units.flatMap((unit, u) => (unit.urgent === null ? [[unit.client, u] as const] : [])));
  const published = whole.map(({ slot, units: kept }) => {
    return slot < 0 ? kept : (routeOf.get(slot)?.visits ?? []).map(({ client }) => unitOf.get(client)!);
  });
  const clients = spec.clients.map((client, u) => pricedClient(request, client, units[u]!));
  const model = buildModel(buildInstance({ ...spec, clients, slots: whole.map((slot) => slot.spec) }));
  return { model, slots: whole.map(({ slot }) => slot), published };
}

/** The client with all visits that were published, cancelled ones included, and without rules that a plan of people may break. */
function pricedClient({ instance }: ReplanRequest, client: ClientSpec, unit: Unit): ClientSpec {
  if (unit.urgent !== null) return client;
  const all = [...unit.published, ...unit.cancelled];
  if (client.frequency !== undefined)
    return { ...client, frequency: { ...client.frequency, visits: all.length, greatestGap: NO_LIMIT } };
  const { clients, patterns } = instance;
  const days = all.map(({ day }) => day).sort((a, b) => a - b);
  const first = clients.patternFrom[unit.client]!;
  const sets = Array.from({ length: clients.patternFrom[unit.client + 1]! - first }, (_, i) => {
    return [...patterns.day.subarray(patterns.dayFrom[first + i], patterns.dayFrom[first + i + 1])];
  });
  const costs = sets.map((_, i) => patterns.cost[first + i]!);
  // A published set that is no pattern has its price nevertheless: none.
  return { ...client, patterns: [...sets, days], patternCosts: [...costs, 0] };
}
