import type { Slots } from '../../instance.ts';

/**
 * When the break after those already taken ends, if it is begun at `time` or as soon after as allowed; Infinity when it is too late.
 *
 * @param index position of the break in the arrays of the slots
 */
export function endOfBreak(slots: Slots, index: number, time: number): number {
  const start = Math.max(time, slots.breakOpen[index]!);
  return start <= slots.breakClose[index]! ? start + slots.breakMinutes[index]! : Infinity;
}

/** The latest time at which one may come to a break and still be done with it at `end`; -Infinity when there is none. */
export function latestForBreak(slots: Slots, index: number, end: number): number {
  const start = Math.min(slots.breakClose[index]!, end - slots.breakMinutes[index]!);
  return start >= slots.breakOpen[index]! ? start : -Infinity;
}

/**
 * A day that ends before a break must begin needs no break: the latest end with the breaks before `index` taken. Breaks that are due are
 * taken at the end place.
 */
export function latestEnd(slots: Slots, slot: number, index: number): number {
  const latest = slots.latest[slot]!;
  if (index === slots.breakFrom[slot + 1]!) return latest;
  const without = Math.min(latest, slots.breakClose[index]!);
  return Math.max(without, latestForBreak(slots, index, latestEnd(slots, slot, index + 1)));
}
