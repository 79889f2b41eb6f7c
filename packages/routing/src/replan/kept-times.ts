import type { ReplanCase } from './replan-case.ts';

/**
 * Published starts of the visits of a slot, when they can stay: no event touched the slot, nobody came in, the order is the same, and the
 * way that is left can be done in between. Null when times must be found anew.
 *
 * @param nodes visits of the slot in the plan, in order
 */
export function keptTimes(
  { model, slots, touched, publishedStart }: ReplanCase,
  slot: number,
  nodes: readonly number[],
): number[] | null {
  if (touched[slot]! >= 0) return null;
  const { units } = slots[slot]!;
  const { duration, places, place, clientOf, instance, days } = model;
  const day = instance.slots.day[slot]!;
  const starts: number[] = [];
  let from = -1;
  let at = 0;
  for (const node of nodes) {
    const unit = clientOf[node]!;
    while (at < units.length && units[at] !== unit) at++;
    if (at === units.length) return null;
    const start = publishedStart[unit * days + day]!;
    const ready =
      from < 0
        ? -Infinity
        : starts.at(-1)! + instance.clients.service[clientOf[from]!]! + duration[place[from]! * places + place[node]!]!;
    if (!(start >= ready - 1e-6)) return null;
    starts.push(start);
    from = node;
  }
  return starts;
}
