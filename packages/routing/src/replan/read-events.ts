import { RoutingError } from '../error.ts';
import type { Instance } from '../instance.ts';
import type { Route } from '../solution.ts';
import type { Appointment, DayProgress, NewClient, PlanEvent, UrgentVisit } from './plan-event.ts';
import type { ReplanRequest } from './replan-request.ts';

/** An event with its number in the request. */
export interface Numbered<T> {
  readonly event: number;
  readonly data: T;
}

/** Events by what they touch. Keys are slots, or `client * days + day`. */
export interface EventEffects {
  readonly urgent: readonly (Numbered<UrgentVisit> & { readonly client: number })[];
  /** Urgent visits of clients who are planned on such a day already: that visit is promised, at the hour asked for. */
  readonly wishes: ReadonlyMap<number, Numbered<UrgentVisit>>;
  readonly cancelled: ReadonlyMap<number, { readonly event: number; readonly replace: boolean }>;
  readonly progress: ReadonlyMap<number, Numbered<DayProgress>>;
  readonly absent: ReadonlyMap<number, number>;
  readonly hours: ReadonlyMap<number, { readonly event: number; readonly windows: readonly (readonly [number, number])[] }>;
  readonly appointments: ReadonlyMap<number, readonly Numbered<Appointment>[]>;
  /** New clients, numbered from `clients.count` of the instance on. */
  readonly newClients: readonly NewClient[];
}

/** Nothing happened. */
export const NO_EFFECTS: EventEffects = {
  urgent: [],
  wishes: new Map(),
  cancelled: new Map(),
  progress: new Map(),
  absent: new Map(),
  hours: new Map(),
  appointments: new Map(),
  newClients: [],
};

/** Sorts the events by slot and visit. A later event about the same thing takes the place of an earlier one. */
export function readEvents({ instance, routes, events, places = [], today = 0 }: ReplanRequest): EventEffects {
  const { days, clients } = instance;
  const effects = {
    urgent: [] as (Numbered<UrgentVisit> & { client: number })[],
    wishes: new Map<number, Numbered<UrgentVisit>>(),
    cancelled: new Map<number, { event: number; replace: boolean }>(),
    progress: new Map<number, Numbered<DayProgress>>(),
    absent: new Map<number, number>(),
    hours: new Map<number, { event: number; windows: readonly (readonly [number, number])[] }>(),
    appointments: new Map<number, Numbered<Appointment>[]>(),
    newClients: [] as NewClient[],
  };
  events.forEach((data, event) => {
    check(instance, data, event, places.length);
    const planned = data.kind === 'urgent' ? plannedDay(routes, data) : -1;
    if (data.kind === 'urgent' && planned >= 0) {
      effects.wishes.set((data.client as number) * days + planned, { event, data });
    } else if (data.kind === 'urgent') {
      const isNew = typeof data.client !== 'number';
      const client = isNew ? clients.count + effects.newClients.push(data.client) - 1 : data.client;
      effects.urgent.push({ event, data, client });
    } else if (data.kind === 'cancel') {
      effects.cancelled.set(data.client * days + data.day, { event, replace: data.replace });
    } else if (data.kind === 'hours') {
      effects.hours.set(data.client * days + data.day, { event, windows: data.windows });
    } else if (data.kind === 'absent') {
      for (const day of data.days) for (const slot of slotsOf(instance, data.vehicle, day)) effects.absent.set(slot, event);
    } else {
      for (const slot of slotsOf(instance, data.vehicle, data.day)) {
        if (data.kind === 'late') effects.progress.set(slot, { event, data });
        else effects.appointments.set(slot, [...(effects.appointments.get(slot) ?? []), { event, data }]);
      }
    }
  });
  for (const { day, slot, visits } of routes) {
    const over = day < today ? visits.length : (effects.progress.get(slot)?.data.done ?? 0);
    // What took place cannot be cancelled, and new hours come too late for it.
    for (const { client } of visits.slice(0, over)) {
      for (const map of [effects.cancelled, effects.hours, effects.wishes]) map.delete(client * days + day);
    }
  }
  return effects;
}

/** The slots of a vehicle on a day. */
export function slotsOf({ slots }: Instance, vehicle: number, day: number): number[] {
  const found: number[] = [];
  for (let r = slots.dayFrom[day]!; r < slots.dayFrom[day + 1]!; r++) if (slots.vehicle[r] === vehicle) found.push(r);
  return found;
}

/** The first day asked for on which the client is planned, -1 when there is none. */
function plannedDay(routes: readonly Route[], { client, days }: UrgentVisit): number {
  const found = routes.filter(({ day, visits }) => days.includes(day) && visits.some((visit) => visit.client === client));
  return found.reduce((least, { day }) => (least < 0 ? day : Math.min(least, day)), -1);
}

function check(instance: Instance, data: PlanEvent, event: number, newPlaces: number): void {
  const within = (value: number, below: number, field: string): void => {
    if (!Number.isInteger(value) || value < 0 || value >= below)
      throw new RoutingError('routing.replan.number', value, `events.${event}.${field}`);
  };
  const places = instance.places + newPlaces;
  if ('day' in data) within(data.day, instance.days, 'day');
  if ('days' in data) data.days.forEach((day, i) => within(day, instance.days, `days.${i}`));
  if ('vehicle' in data && data.vehicle !== undefined) within(data.vehicle, instance.vehicles, 'vehicle');
  if ('client' in data && typeof data.client === 'number') within(data.client, instance.clients.count, 'client');
  if (data.kind === 'urgent' && typeof data.client !== 'number') within(data.client.place, places, 'client.place');
  if (data.kind === 'urgent' && data.days.length === 0)
    throw new RoutingError('routing.replan.noDay', data.days, `events.${event}.days`);
  if (data.kind === 'late' && data.at !== undefined) within(data.at, places, 'at');
  if (data.kind === 'late' && !(Number.isInteger(data.done) && data.done >= 0)) throw new RoutingError('routing.replan.number', data.done, `events.${event}.done`); // prettier-ignore
  if (data.kind === 'late' && !Number.isFinite(data.freeFrom)) throw new RoutingError('routing.replan.time', data.freeFrom, `events.${event}.freeFrom`); // prettier-ignore
  const spans = data.kind === 'hours' ? data.windows : data.kind === 'urgent' && data.window !== undefined ? [data.window] : [];
  for (const [open, close] of spans)
    if (!(open <= close)) throw new RoutingError('routing.replan.time', [open, close], `events.${event}`);
  if (data.kind === 'appointment' && !(data.from < data.until)) throw new RoutingError('routing.replan.time', [data.from, data.until], `events.${event}`); // prettier-ignore
}
