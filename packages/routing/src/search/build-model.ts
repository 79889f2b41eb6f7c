import type { Instance } from '../instance.ts';
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
  const requiredCost = requiredCostOf(instance, cost);
  const { prize } = clients;
  const missCost = prize.map((value) => (value === Infinity ? requiredCost : value * instance.weights.value));
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
    promised: promisesByNode(instance),
    promisesOf: countPromises(instance),
    missCost,
    requiredCost,
    brokenCost: missCost.reduce((most, value) => Math.max(most, value), requiredCost),
    required: Uint8Array.from(prize, (value) => (value === Infinity ? 1 : 0)),
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

function countPromises({ fixed, clients }: Instance): Int32Array {
  const count = new Int32Array(clients.count);
  for (let i = 0; i < fixed.count; i++) count[fixed.client[i]!]!++;
  return count;
}

/** A required visit is worth more than any detour, and not so much more that annealing could not weigh it. */
function requiredCostOf({ slots, patterns, weights }: Instance, cost: Float64Array): number {
  let longest = 0;
  for (const value of cost) if (value > longest && value < Infinity) longest = value;
  const dearest = slots.fixedCost.reduce((most, value) => Math.max(most, value), 0);
  const irregular = patterns.cost.reduce((most, value) => Math.max(most, value), 0) * weights.cadence;
  return 4 * longest + dearest + irregular + 1e-6;
}
