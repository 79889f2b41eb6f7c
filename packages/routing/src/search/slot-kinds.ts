import type { Instance } from '../instance.ts';

/**
 * Numbers the slots so that two of a day get the same number when it makes no difference which of them a visit opens: same places,
 * hours, limits, costs and breaks, and vehicles that serve the same clients, carry no promises and are not compared with a reference.
 */
export function slotKinds(instance: Instance): Int32Array {
  const { slots } = instance;
  const vehicle = vehicleKinds(instance);
  const seen = new Map<string, number>();
  return Int32Array.from({ length: slots.count }, (_, r) => {
    const breaks: number[] = [];
    for (let b = slots.breakFrom[r]!; b < slots.breakFrom[r + 1]!; b++) {
      breaks.push(slots.breakOpen[b]!, slots.breakClose[b]!, slots.breakMinutes[b]!);
    }
    const key = [
      slots.day[r],
      vehicle[slots.vehicle[r]!],
      slots.startPlace[r],
      slots.endPlace[r],
      slots.earliest[r],
      slots.latest[r],
      slots.maxDuration[r],
      slots.capacity[r],
      slots.maxVisits[r],
      slots.fixedCost[r],
      slots.frozen[r],
      ...breaks,
    ].join();
    const kind = seen.get(key) ?? seen.size;
    seen.set(key, kind);
    return kind;
  });
}

function vehicleKinds({ vehicles, allowed, clients, fixed, reference }: Instance): string[] {
  const named = new Set(fixed.vehicle);
  return Array.from({ length: vehicles }, (_, vehicle) => {
    if (reference !== null || named.has(vehicle)) return `only ${vehicle}`;
    if (allowed === null) return 'any';
    let served = '';
    for (let client = 0; client < clients.count; client++) served += allowed[client * vehicles + vehicle]!;
    return served;
  });
}
