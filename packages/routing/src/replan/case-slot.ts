import type { SlotSpec } from '../instance-spec.ts';
import type { EventEffects } from './read-events.ts';
import type { CaseSlot, Unit } from './replan-case.ts';
import type { ReplanRequest } from './replan-request.ts';

/** A slot of a case as the solver sees it: closed for who is away, from where a day under way stands, with new appointments as breaks. */
export function caseSlot(
  request: ReplanRequest,
  effects: EventEffects,
  units: readonly Unit[],
  slot: CaseSlot & { readonly day: number; readonly vehicle: number },
  place: (original: number) => number,
  vehicleOf: (vehicle: number) => number,
): SlotSpec {
  const { instance, today = 0 } = request;
  const base = { day: slot.day, vehicle: vehicleOf(slot.vehicle) };
  if (slot.part !== 'open') {
    const first = place(units[slot.units[0]!]!.place);
    return { ...base, start: first, end: first, frozen: true };
  }
  const { slots } = instance;
  const r = slot.slot;
  const spec = {
    ...base,
    start: place(slots.startPlace[r]!),
    end: place(slots.endPlace[r]!),
    earliest: slots.earliest[r],
    latest: slots.latest[r],
    maxDuration: slots.maxDuration[r],
    capacity: slots.capacity[r],
    maxVisits: effects.absent.has(r) ? 0 : slots.maxVisits[r]!,
    fixedCost: slots.fixedCost[r],
    frozen: slots.frozen[r] === 1 || slot.day < today,
    breaks: breaksOf(request, effects, r),
  };
  return effects.progress.has(r) ? { ...spec, ...underWay(request, effects, r, place) } : spec;
}

/** What is left of a day of which the first visits are done. */
function underWay(
  { instance, routes }: ReplanRequest,
  effects: EventEffects,
  slot: number,
  place: (original: number) => number,
): Partial<SlotSpec> {
  const { slots, clients } = instance;
  const { done, freeFrom, at } = effects.progress.get(slot)!.data;
  const route = routes.find((one) => one.slot === slot);
  const finished = route?.visits.slice(0, done) ?? [];
  const last = finished.at(-1);
  const began = route?.departure;
  const spent = began === undefined || !Number.isFinite(began) ? 0 : Math.max(0, freeFrom - began);
  return {
    start: place(at ?? (last === undefined ? slots.startPlace[slot]! : clients.place[last.client]!)),
    earliest: Math.max(slots.earliest[slot]!, freeFrom),
    maxDuration: finished.length === 0 ? slots.maxDuration[slot]! : Math.max(0, slots.maxDuration[slot]! - spent),
    capacity: slots.capacity[slot]! - finished.reduce((sum, { client }) => sum + clients.demand[client]!, 0),
    maxVisits: effects.absent.has(slot) ? 0 : Math.max(0, slots.maxVisits[slot]! - finished.length),
    fixedCost: finished.length === 0 ? slots.fixedCost[slot]! : 0,
  };
}

function breaksOf({ instance }: ReplanRequest, effects: EventEffects, slot: number): SlotSpec['breaks'] {
  const { slots } = instance;
  const freeFrom = effects.progress.get(slot)?.data.freeFrom ?? -Infinity;
  const list: { open: number; close: number; minutes: number }[] = [];
  for (let b = slots.breakFrom[slot]!; b < slots.breakFrom[slot + 1]!; b++) {
    // A break whose time is over was taken, or never will be.
    if (slots.breakClose[b]! >= freeFrom)
      list.push({ open: slots.breakOpen[b]!, close: slots.breakClose[b]!, minutes: slots.breakMinutes[b]! });
  }
  for (const { data } of effects.appointments.get(slot) ?? [])
    list.push({ open: data.from, close: data.from, minutes: data.until - data.from });
  return list.sort((a, b) => a.open - b.open || a.close - b.close);
}
