import type { PlannedRoute } from '@milepost/routing';
import type { CompiledGroup } from '@milepost/routing/problem';

/** The published plan as routes to begin with: in order of time, appointments among the visits. */
export function publishedRoutes({ instance, origins, published }: CompiledGroup): PlannedRoute[] {
  if (published.length === 0) return [];
  const { fixed, slots } = instance;
  const stops = new Map<number, { readonly client: number; readonly start: number }[]>();
  const add = (day: number, vehicle: number, client: number, start: number): void => {
    const slot = slots.day.findIndex((of, index) => of === day && slots.vehicle[index] === vehicle);
    if (slot >= 0) stops.set(slot, [...(stops.get(slot) ?? []), { client, start }]);
  };
  for (const { client, day, vehicle, start } of published) add(day, vehicle, client, start ?? Infinity);
  for (let index = 0; index < fixed.count; index += 1) {
    const [client, vehicle] = [fixed.client[index]!, fixed.vehicle[index]!];
    if (origins[client]!.kind === 'appointment') add(fixed.day[index]!, vehicle, client, fixed.open[index]!);
  }
  return [...stops].map(([slot, list]) => ({
    slot,
    // Visits without a time come last, as they were published.
    clients: list.toSorted((a, b) => (a.start === b.start ? 0 : a.start - b.start)).map(({ client }) => client),
  }));
}
