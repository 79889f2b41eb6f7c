import type { Route } from '../solution.ts';
import { clock } from './clock.ts';
import type { CompiledGroup } from './compile-group.ts';
import type { PlannedDay, PlannedVisit } from './visit-plan.ts';

interface Leg {
  readonly arrival: number;
  readonly travel: number;
  /** Pauses before the visit begins, taken before or after the journey. */
  readonly paused: number;
}

/** A route of the search as a day in words and clock times. */
export function writeDay(group: CompiledGroup, route: Route): PlannedDay {
  const { instance, origins, slots, context } = group;
  const { workday, person } = slots[route.slot]!;
  const pauses = route.breaks.map((start, index) => ({
    start,
    minutes: workday.pauses[index]!.minutes,
    kind: workday.pauses[index]!.kind,
  }));
  const { date } = context.days[route.day]!;
  const visits: PlannedVisit[] = [];
  let place = instance.slots.startPlace[route.slot]!;
  let time = route.departure;
  const total = { travel: 0, service: 0, wait: 0 };
  for (const { client, start } of route.visits) {
    const to = instance.clients.place[client]!;
    const service = instance.clients.service[client]!;
    const { arrival, travel, paused } = leg(time, start, instance.duration[place * instance.places + to]!, pauses);
    const waitMinutes = Math.max(0, Math.round(start - time - travel - paused));
    const origin = origins[client]!;
    visits.push({
      customer: origin.kind === 'customer' ? origin.customer.id : null,
      appointment: origin.kind === 'appointment' ? origin.appointment.id : null,
      ...{ arrival: clock(arrival), start: clock(start), end: clock(start + service) },
      ...{ travelMinutes: travel, travelMetres: group.metres(place, to), waitMinutes },
      promised: isPromised(group, client, route.day),
    });
    total.travel += travel;
    total.service += service;
    total.wait += waitMinutes;
    place = to;
    time = start + service;
  }
  const end = instance.slots.endPlace[route.slot]!;
  const homeMinutes = instance.duration[place * instance.places + end]!;
  return {
    ...{ representative: context.people[person]!.id, date, departure: clock(route.departure), visits },
    pauses: pauses.map(({ kind, start, minutes }) => ({ kind, from: clock(start), until: clock(start + minutes) })),
    ...{ homeMinutes, homeMetres: group.metres(place, end), return: clock(route.arrival) },
    ...{ travelMinutes: total.travel + homeMinutes, serviceMinutes: total.service, waitMinutes: total.wait },
  };
}

/** When one arrives, given the pauses between leaving a place and starting the next service. */
function leg(
  leave: number,
  start: number,
  travel: number,
  pauses: readonly { readonly start: number; readonly minutes: number }[],
): Leg {
  const between = pauses.filter((pause) => pause.start >= leave && pause.start + pause.minutes <= start);
  // A pause that begins before the journey could be over is taken before setting off.
  const before = between.filter((pause) => pause.start < leave + travel);
  const arrival = before.reduce((time, pause) => Math.max(time, pause.start + pause.minutes), leave) + travel;
  return { arrival, travel, paused: between.reduce((sum, pause) => sum + pause.minutes, 0) };
}

function isPromised({ instance: { fixed }, origins }: CompiledGroup, client: number, day: number): boolean {
  if (origins[client]!.kind === 'appointment') return true;
  for (let index = 0; index < fixed.count; index += 1)
    if (fixed.client[index] === client && fixed.day[index] === day) return true;
  return false;
}
