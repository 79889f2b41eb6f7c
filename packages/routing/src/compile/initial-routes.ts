import type { PlannedRoute } from '../search/initial-plan.ts';
import type { CompiledGroup } from './compile-group.ts';

/**
 * The published plan as routes to begin with, in order of time, visits without one last. Appointments are among them, on frozen days even
 * where nothing is published: the search adds nothing to a frozen day.
 */
export function initialRoutes({ origins, slots, published }: CompiledGroup): PlannedRoute[] {
  const slotOf = new Map(slots.map(({ spec }, slot) => [`${spec.day} ${spec.vehicle}`, slot]));
  const clientOf = new Map(
    origins.flatMap((origin, client) => (origin.kind === 'appointment' ? [[origin.appointment, client]] : [])),
  );
  const stops = slots.map(({ spec, workday }) =>
    published.length === 0 && spec.frozen !== true
      ? []
      : workday.appointments.map((appointment) => ({ client: clientOf.get(appointment)!, start: appointment.fromMinute })),
  );
  for (const { client, day, vehicle, start } of published) {
    stops[slotOf.get(`${day} ${vehicle}`) ?? -1]?.push({ client, start: start ?? Infinity });
  }
  return stops.flatMap((list, slot) => {
    const ordered = list.toSorted((a, b) => (a.start === b.start ? 0 : a.start - b.start));
    return list.length === 0 ? [] : [{ slot, clients: ordered.map(({ client }) => client) }];
  });
}
