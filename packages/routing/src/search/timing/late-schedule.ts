import type { SearchModel } from '../model.ts';
import type { Schedule } from './schedule.ts';
import { nextOpen } from './window-rule.ts';

/**
 * Times of a route that fits no schedule: it leaves as early as it may, waits for openings still ahead, and is late from there on.
 * Breaks are left out.
 */
export function lateSchedule(model: SearchModel, slot: number, nodes: readonly number[]): Schedule {
  const { slots, clients } = model.instance;
  const departure = slots.earliest[slot]!;
  let time = departure;
  let at = slots.startPlace[slot]!;
  const starts = nodes.map((node) => {
    const to = model.place[node]!;
    const arrival = time + model.duration[at * model.places + to]!;
    const open = nextOpen(model.windows, node, arrival);
    const start = open === Infinity ? arrival : open;
    time = start + clients.service[model.clientOf[node]!]!;
    at = to;
    return start;
  });
  return { departure, arrival: time + model.duration[at * model.places + slots.endPlace[slot]!]!, starts, breaks: [] };
}
