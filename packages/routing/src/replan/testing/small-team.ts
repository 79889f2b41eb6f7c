import { buildInstance } from '../../build-instance.ts';
import type { ClientSpec, InstanceSpec, SlotSpec } from '../../instance-spec.ts';
import type { Instance } from '../../instance.ts';
import type { Route } from '../../solution.ts';

/** A team on a straight road: place p lies at `at[p]`, a kilometre takes a minute. Place 0 is where everybody starts and ends. */
export interface Team {
  readonly at: readonly number[];
  readonly days: number;
  readonly vehicles: number;
  /** Clients stand at places 1, 2, …; `place` is filled in. */
  readonly clients: readonly Omit<ClientSpec, 'place'>[];
  readonly latest?: number;
  readonly slot?: Partial<SlotSpec>;
  readonly extra?: Partial<InstanceSpec>;
}

/** The instance of a team; slots are numbered `day * vehicles + vehicle`. */
export function teamInstance({ at, days, vehicles, clients, latest = 480, slot, extra }: Team): Instance {
  const distance = Float64Array.from(at.flatMap((from) => at.map((to) => Math.abs(from - to))));
  const slots = Array.from({ length: days * vehicles }, (_, i): SlotSpec => {
    return { day: Math.floor(i / vehicles), vehicle: i % vehicles, start: 0, end: 0, latest, ...slot };
  });
  return buildInstance({
    days,
    places: at.length,
    distance,
    clients: clients.map((client, i) => ({ place: i + 1, ...client })),
    slots,
    ...extra,
  });
}

/** Routes as people would write them: clients in order, each begun as early as it can be. */
export function teamRoutes(
  instance: Instance,
  plan: readonly { readonly slot: number; readonly clients: readonly number[] }[],
): Route[] {
  return plan.map(({ slot, clients }) => {
    const { slots } = instance;
    const begin = slots.earliest[slot]!;
    let time = begin;
    let at = slots.startPlace[slot]!;
    const visits = clients.map((client) => {
      const to = instance.clients.place[client]!;
      const start = openFrom(instance, client, slots.day[slot]!, time + instance.duration[at * instance.places + to]!);
      at = to;
      time = start + instance.clients.service[client]!;
      return { client, start };
    });
    const arrival = time + instance.duration[at * instance.places + slots.endPlace[slot]!]!;
    return {
      slot,
      day: slots.day[slot]!,
      vehicle: slots.vehicle[slot]!,
      visits,
      departure: begin,
      arrival,
      breaks: [],
      distance: 0,
    };
  });
}

/** The earliest start in the client's hours at `time` or later; Infinity when there is none. */
export function openFrom({ windows, days }: Instance, client: number, day: number, time: number): number {
  if (windows === null) return time;
  for (let w = windows.from[client * days + day]!; w < windows.from[client * days + day + 1]!; w++) {
    if (time <= windows.close[w]!) return Math.max(time, windows.open[w]!);
  }
  return Infinity;
}
