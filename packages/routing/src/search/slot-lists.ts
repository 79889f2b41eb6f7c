import type { Instance } from '../instance.ts';

/**
 * The slots that may take a visit: entries `from[row]` to `from[row + 1] - 1` of `slot`. Where clients differ (owners, skills, closed
 * days, promises to a vehicle) a row is `client * days + day`, otherwise simply the day.
 */
export interface SlotLists {
  readonly perClient: boolean;
  readonly from: Int32Array;
  readonly slot: Int32Array;
}

/** Lists the slots of each visit; frozen slots take no visits. */
export function slotLists(instance: Instance): SlotLists {
  const { clients, days, windows, allowed, fixed } = instance;
  const vehicleOf = new Map<number, number>();
  for (let i = 0; i < fixed.count; i++) {
    if (fixed.vehicle[i]! >= 0) vehicleOf.set(fixed.client[i]! * days + fixed.day[i]!, fixed.vehicle[i]!);
  }
  const promisedRows = new Set<number>();
  for (let i = 0; i < fixed.count; i++) {
    if (fixed.open[i]! > -Infinity || fixed.close[i]! < Infinity) promisedRows.add(fixed.client[i]! * days + fixed.day[i]!);
  }
  const closed = (row: number): boolean =>
    windows !== null && windows.from[row] === windows.from[row + 1] && !promisedRows.has(row);
  const perClient = allowed !== null || vehicleOf.size > 0 || someRow(clients.count * days, closed);
  const from = new Int32Array((perClient ? clients.count * days : days) + 1);
  const slot: number[] = [];
  for (let row = 0; row < from.length - 1; row++) {
    const client = perClient ? Math.floor(row / days) : -1;
    if (client < 0 || !closed(row)) collect(instance, perClient ? row % days : row, client, vehicleOf.get(row) ?? -1, slot);
    from[row + 1] = slot.length;
  }
  return { perClient, from, slot: Int32Array.from(slot) };
}

function collect({ slots, allowed, vehicles }: Instance, day: number, client: number, vehicle: number, into: number[]): void {
  for (let r = slots.dayFrom[day]!; r < slots.dayFrom[day + 1]!; r++) {
    const mine = slots.vehicle[r]!;
    if (slots.frozen[r] === 1) continue;
    if (vehicle >= 0 && mine !== vehicle) continue;
    if (client >= 0 && allowed !== null && allowed[client * vehicles + mine] === 0) continue;
    into.push(r);
  }
}

function someRow(rows: number, test: (row: number) => boolean): boolean {
  for (let row = 0; row < rows; row++) if (test(row)) return true;
  return false;
}
