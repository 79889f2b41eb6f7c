import type { SearchModel } from '../model.ts';
import { endOfBreak, latestForBreak } from './break-rule.ts';
import { lastOpen, nextOpen } from './window-rule.ts';

/** When a route happens: departure, start of each service, start of each break, return. */
export interface Schedule {
  readonly departure: number;
  readonly arrival: number;
  readonly starts: readonly number[];
  readonly breaks: readonly number[];
}

interface Pass {
  /** By stop (0 the start place, last the end place) and breaks taken. */
  readonly arrive: Float64Array;
  readonly leave: Float64Array;
}

const TINY = 1e-6;

/**
 * The earliest return that keeps every window, break, hour and the longest duration, and for it the latest departure; null when there
 * is none. With several windows a later return can allow a shorter day, so returns are tried in ascending order, from each to the next
 * at which some service or break falls into a later window.
 *
 * @param nodes visits in order
 */
export function schedule(model: SearchModel, slot: number, nodes: readonly number[]): Schedule | null {
  const { slots } = model.instance;
  const most = slots.maxDuration[slot]!;
  let departure = slots.earliest[slot]!;
  // Each round passes the close of one window or break at least.
  for (let rounds = 2 + model.windows.most * nodes.length + slots.breakMinutes.length; rounds > 0; rounds--) {
    const pass = forward(model, slot, nodes, departure);
    const taken = earliestEnd(model, slot, nodes.length, pass);
    if (taken < 0) return null;
    const end = pass.arrive[(nodes.length + 1) * states(model, slot) + taken]!;
    departure = Math.max(departure, latestDeparture(model, slot, nodes, end, taken));
    const found = trace(model, slot, nodes, departure);
    if (found === null || found.arrival - departure <= most + TINY) return found;
    departure += slackOf(model, slot, nodes, found) + TINY;
  }
  return null;
}

function states(model: SearchModel, slot: number): number {
  const { breakFrom } = model.instance.slots;
  return breakFrom[slot + 1]! - breakFrom[slot]! + 1;
}

function placeOf(model: SearchModel, slot: number, nodes: readonly number[], stop: number): number {
  const { slots } = model.instance;
  if (stop === 0) return slots.startPlace[slot]!;
  return stop > nodes.length ? slots.endPlace[slot]! : model.place[nodes[stop - 1]!]!;
}

function journey(model: SearchModel, slot: number, nodes: readonly number[], to: number): number {
  return model.duration[placeOf(model, slot, nodes, to - 1) * model.places + placeOf(model, slot, nodes, to)]!;
}

function forward(model: SearchModel, slot: number, nodes: readonly number[], departure: number): Pass {
  const { slots, clients } = model.instance;
  const width = states(model, slot);
  const begin = slots.breakFrom[slot]!;
  const arrive = new Float64Array((nodes.length + 2) * width).fill(Infinity);
  const leave = new Float64Array((nodes.length + 2) * width).fill(Infinity);
  for (let stop = 0; stop <= nodes.length + 1; stop++) {
    const travel = stop === 0 ? 0 : journey(model, slot, nodes, stop);
    const node = stop === 0 || stop > nodes.length ? -1 : nodes[stop - 1]!;
    for (let j = 0; j < width; j++) {
      const at = stop * width + j;
      if (stop === 0) arrive[at] = j === 0 ? departure : Infinity;
      else arrive[at] = leave[at - width]! + travel;
      if (stop > 0 && j > 0) arrive[at] = Math.min(arrive[at], endOfBreak(slots, begin + j - 1, arrive[at - 1]!));
      leave[at] = node < 0 ? arrive[at] : nextOpen(model.windows, node, arrive[at]) + clients.service[model.clientOf[node]!]!;
      if (j > 0) leave[at] = Math.min(leave[at], endOfBreak(slots, begin + j - 1, leave[at - 1]!));
    }
  }
  return { arrive, leave };
}

/** Number of breaks taken in the earliest end of the day that is in time, -1 when there is none. A day over before a break is due needs none. */
function earliestEnd(model: SearchModel, slot: number, visits: number, { arrive }: Pass): number {
  const { slots } = model.instance;
  const width = states(model, slot);
  const row = (visits + 1) * width;
  let found = -1;
  for (let j = 0; j < width; j++) {
    const end = arrive[row + j]!;
    const due = j === width - 1 ? Infinity : slots.breakClose[slots.breakFrom[slot]! + j]!;
    if (end <= due && end <= slots.latest[slot]! + TINY && (found < 0 || end < arrive[row + found]!)) found = j;
  }
  return found;
}

function latestDeparture(model: SearchModel, slot: number, nodes: readonly number[], end: number, taken: number): number {
  const { slots, clients } = model.instance;
  const width = states(model, slot);
  const begin = slots.breakFrom[slot]!;
  let arrive = Float64Array.from({ length: width }, (_, j) => (j === taken ? end : -Infinity));
  for (let j = width - 2; j >= 0; j--) arrive[j] = Math.max(arrive[j]!, latestForBreak(slots, begin + j, arrive[j + 1]!));
  for (let stop = nodes.length; stop >= 0; stop--) {
    const travel = journey(model, slot, nodes, stop + 1);
    const leave = arrive.map((time) => time - travel);
    for (let j = width - 2; j >= 0; j--) leave[j] = Math.max(leave[j]!, latestForBreak(slots, begin + j, leave[j + 1]!));
    if (stop === 0) return leave[0]!;
    const node = nodes[stop - 1]!;
    const service = clients.service[model.clientOf[node]!]!;
    arrive = leave.map((time) => lastOpen(model.windows, node, time - service));
    for (let j = width - 2; j >= 0; j--) arrive[j] = Math.max(arrive[j]!, latestForBreak(slots, begin + j, arrive[j + 1]!));
  }
  return -Infinity;
}

/** Reads starts and breaks off the forward pass, from the end back. */
function trace(model: SearchModel, slot: number, nodes: readonly number[], departure: number): Schedule | null {
  const { slots } = model.instance;
  const width = states(model, slot);
  const begin = slots.breakFrom[slot]!;
  const pass = forward(model, slot, nodes, departure);
  let j = earliestEnd(model, slot, nodes.length, pass);
  if (j < 0) return null;
  const arrival = pass.arrive[(nodes.length + 1) * width + j]!;
  const starts = new Array<number>(nodes.length);
  const breaks: number[] = [];
  const pause = (time: number): void => void breaks.unshift(Math.max(time, slots.breakOpen[begin + j]!));
  for (let stop = nodes.length + 1; stop >= 0; stop--) {
    const row = stop * width;
    if (stop <= nodes.length) {
      while (j > 0 && pass.leave[row + j] === endOfBreak(slots, begin + j - 1, pass.leave[row + j - 1]!)) {
        j--;
        pause(pass.leave[row + j]!);
      }
      if (stop > 0) starts[stop - 1] = nextOpen(model.windows, nodes[stop - 1]!, pass.arrive[row + j]!);
    }
    while (stop > 0 && j > 0 && pass.arrive[row + j] === endOfBreak(slots, begin + j - 1, pass.arrive[row + j - 1]!)) {
      j--;
      pause(pass.arrive[row + j]!);
    }
  }
  return { departure, arrival, starts, breaks };
}

/** By how much a schedule can be shifted until some service or break meets the end of its window. */
function slackOf(model: SearchModel, slot: number, nodes: readonly number[], { starts, breaks }: Schedule): number {
  const { slots } = model.instance;
  let slack = Infinity;
  nodes.forEach((node, i) => {
    for (let w = model.windows.from[node]!; w < model.windows.from[node + 1]!; w++) {
      const left = model.windows.close[w]! - starts[i]!;
      if (left >= -TINY) {
        slack = Math.min(slack, Math.max(0, left));
        break;
      }
    }
  });
  breaks.forEach((start, j) => (slack = Math.min(slack, Math.max(0, slots.breakClose[slots.breakFrom[slot]! + j]! - start))));
  return slack === Infinity ? slots.latest[slot]! : slack;
}
