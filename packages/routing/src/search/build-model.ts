import type { Instance } from '../instance.ts';
import { isMetric } from './metric.ts';
import type { SearchModel, Timing } from './model.ts';
import { nodeWindows } from './node-windows.ts';
import type { NodeWindows } from './node-windows.ts';
import { slotKinds } from './slot-kinds.ts';
import { slotLists } from './slot-lists.ts';

/** Derives what the search needs from an instance. */
export function buildModel(instance: Instance): SearchModel {
  const { clients, days, slots, places } = instance;
  const sentinel = clients.count * days;
  const place = new Int32Array(sentinel + slots.count);
  const clientOf = new Int32Array(sentinel + slots.count).fill(-1);
  for (let node = 0; node < sentinel; node++) {
    clientOf[node] = node % clients.count;
    place[node] = clients.place[node % clients.count]!;
  }
  place.set(slots.endPlace, sentinel);
  const cost = weighted(instance.distance, instance.weights.travel);
  const costTo = transposed(cost, places);
  const windows = nodeWindows(instance);
  const promised = promisesByNode(instance);
  const { prize } = clients;
  const lost = prize.map((value) => (value === Infinity ? 0 : value * instance.weights.value));
  const requiredCost = requiredCostOf(instance, cost, lost);
  const missCost = lost.map((value, client) => (prize[client] === Infinity ? requiredCost : value));
  return {
    instance,
    clients: clients.count,
    days,
    slots: slots.count,
    sentinel,
    places,
    cost,
    costTo,
    duration: instance.duration,
    durationTo: instance.duration === cost ? costTo : transposed(instance.duration, places),
    sameMatrix: instance.duration === cost,
    place,
    clientOf,
    timing: timingOf(instance, windows),
    windows,
    limit: Float64Array.from(slots.maxDuration, (most, r) => Math.min(most, slots.latest[r]! - slots.earliest[r]!)),
    lists: slotLists(instance),
    kind: slotKinds(instance),
    promised,
    promisesOf: countPromises(clients.count, promised),
    missCost,
    requiredCost,
    brokenCost: requiredCost,
    required: Uint8Array.from(prize, (value) => (value === Infinity ? 1 : 0)),
    metric: isMetric(instance.duration, places),
    hasFrozen: slots.frozen.includes(1),
    balance: instance.weights.balance,
  };
}

function timingOf({ slots }: Instance, windows: NodeWindows): Timing {
  if (windows.most > 1 || slots.breakMinutes.length > 0) return 'general';
  return windows.binding ? 'windows' : 'plain';
}

function weighted(distance: Float64Array, weight: number): Float64Array {
  return weight === 1 ? distance : distance.map((value) => value * weight);
}

/** The transposed matrix, or the matrix itself when it is symmetric. */
function transposed(matrix: Float64Array, size: number): Float64Array {
  let symmetric = true;
  for (let i = 0; i < size && symmetric; i++) {
    for (let j = 0; j < i && symmetric; j++) symmetric = matrix[i * size + j] === matrix[j * size + i];
  }
  if (symmetric) return matrix;
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) out[j * size + i] = matrix[i * size + j]!;
  return out;
}

function promisesByNode({ fixed, clients, days }: Instance): Uint8Array | null {
  if (fixed.count === 0) return null;
  const promised = new Uint8Array(clients.count * days);
  for (let i = 0; i < fixed.count; i++) promised[fixed.day[i]! * clients.count + fixed.client[i]!] = 1;
  return promised;
}

/** Days promised by client; two promises of one day are one. */
function countPromises(clients: number, promised: Uint8Array | null): Int32Array {
  const count = new Int32Array(clients);
  promised?.forEach((promise, node) => (count[node % clients]! += promise));
  return count;
}

/**
 * A required visit is worth more than any detour and than any two optional visits, and not so much more that annealing could not weigh
 * it.
 */
function requiredCostOf({ slots, patterns, weights }: Instance, cost: Float64Array, lost: Float64Array): number {
  const longest = largest(cost);
  const irregular = largest(patterns.cost) * weights.cadence;
  return Math.max(4 * longest + largest(slots.fixedCost) + irregular, 2 * largest(lost)) + 1e-6;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (value > most && value < Infinity) most = value;
  return most;
}
