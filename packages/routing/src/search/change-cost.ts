import type { SearchModel } from './model.ts';

/** What a visit costs because the published plan has it on another day or with another vehicle. */
export function changeCost(model: SearchModel, node: number, slot: number): number {
  const { reference, slots, days, weights } = model.instance;
  if (reference === null) return 0;
  const client = model.clientOf[node]!;
  const planned = reference.vehicle[client * days + slots.day[slot]!]!;
  if (planned === slots.vehicle[slot]) return 0;
  return weights.change * (planned < 0 ? reference.dayChange : reference.vehicleChange);
}
