import type { SearchModel } from './model.ts';
import { noteAbsence } from './move.ts';
import { Random } from './random.ts';
import type { TimingState } from './timing/timing-state.ts';
import { emptyTiming } from './timing/timing-state.ts';

/**
 * A plan while it is being changed: visits as doubly linked rings, one per slot through its sentinel, sums per slot, and what each
 * client lacks. Nodes are numbered as in the model. Only `links.ts`, `move.ts` and `service.ts` write to it.
 */
export interface SearchState {
  readonly model: SearchModel;
  readonly random: Random;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Slot of a node, -1 while it is not in the plan. */
  readonly slotOf: Int32Array;
  /** Cost of the journey from a node to the next; from the start place for a sentinel. */
  readonly leg: Float64Array;
  readonly load: Float64Array;
  /** Travel and service, without waiting. */
  readonly work: Float64Array;
  readonly size: Int32Array;
  /** 1: no visit may be put into the slot for now (fewer routes are being tried). */
  readonly shut: Uint8Array;
  /** By client: visits that are missing, and the cost of the days chosen. */
  readonly missing: Int32Array;
  readonly cadence: Float64Array;
  /** By client: promises that the plan breaks. */
  readonly broken: Int32Array;
  /** Sums over the plan; see `Sum`. */
  readonly sums: Float64Array;
  /** Clients who lack visits or a promise, and the place of each in the list (-1: lacks nothing). */
  readonly absent: Int32Array;
  readonly absentAt: Int32Array;
  absentCount: number;
  readonly timing: TimingState;
  readonly move: MoveLog;
  readonly trial: Trial;
  readonly ruined: Ruined;
}

/** Scratch space of a ruin: slots that gave a string, the string being taken. */
export interface Ruined {
  readonly slot: Int32Array;
  readonly string: Int32Array;
  stamp: number;
}

/** Places in `sums`. */
export const COST = 0;
export const PENALTY = 1;
export const BROKEN = 2;
export const MISSED_REQUIRED = 3;

/** What the current move did, for undoing it exactly. Grows as needed. */
export interface MoveLog {
  /** Link operations: the node, and the node it was taken from behind (or -1 when it was inserted). */
  node: Int32Array;
  after: Int32Array;
  length: number;
  /** Slots touched, and their load and work before. */
  readonly slots: Int32Array;
  readonly before: Float64Array;
  slotCount: number;
  readonly slotStamp: Int32Array;
  /** Clients touched, and what they lacked and cost before. */
  readonly clients: Int32Array;
  readonly missing: Int32Array;
  readonly cadence: Float64Array;
  clientCount: number;
  readonly clientStamp: Int32Array;
  stamp: number;
  readonly sums: Float64Array;
}

/** Scratch space of one placement: what the best insertion on each day costs and behind which node it goes. */
export interface Trial {
  readonly cost: Float64Array;
  readonly after: Int32Array;
  readonly dayStamp: Int32Array;
  readonly kindStamp: Int32Array;
  stamp: number;
  scan: number;
  /** Chance to pass over a position that would be the best so far. */
  blink: number;
  /** Where the last scan of a slot found its best position. */
  found: number;
  /** Days chosen for the client being placed. */
  readonly chosen: Int32Array;
  chosenCount: number;
  /** Clients being placed may still have visits in the plan. */
  partial: boolean;
  /** Tables of the choice by gaps: by number of visits and day, least cost and the day before. */
  readonly gapCost: Float64Array;
  readonly gapFrom: Int32Array;
}

/** A plan without visits. */
export function emptyState(model: SearchModel, seed: number): SearchState {
  const nodes = model.sentinel + model.slots;
  const state: SearchState = {
    model,
    random: new Random(seed),
    next: new Int32Array(nodes).fill(-1),
    prev: new Int32Array(nodes).fill(-1),
    slotOf: new Int32Array(nodes).fill(-1),
    leg: new Float64Array(nodes),
    load: new Float64Array(model.slots),
    work: new Float64Array(model.slots),
    size: new Int32Array(model.slots),
    shut: new Uint8Array(model.slots),
    missing: Int32Array.from({ length: model.clients }, (_, client) => visitsWanted(model, client)),
    cadence: new Float64Array(model.clients),
    broken: model.promisesOf.slice(),
    sums: new Float64Array(4),
    absent: new Int32Array(model.clients),
    absentAt: new Int32Array(model.clients).fill(-1),
    absentCount: 0,
    timing: emptyTiming(model),
    move: emptyLog(model),
    trial: emptyTrial(model),
    ruined: { slot: new Int32Array(model.slots), string: new Int32Array(model.sentinel), stamp: 0 },
  };
  prepareSums(state);
  for (let client = 0; client < model.clients; client++) noteAbsence(state, client);
  for (let slot = 0; slot < model.slots; slot++) {
    const end = model.sentinel + slot;
    state.next[end] = state.prev[end] = end;
    state.slotOf[end] = slot;
  }
  return state;
}

function prepareSums({ model, missing, sums }: SearchState): void {
  for (let client = 0; client < model.clients; client++) {
    sums[PENALTY]! += missing[client]! * model.missCost[client]!;
    if (model.required[client] === 1) sums[MISSED_REQUIRED]! += missing[client]!;
  }
  for (const promises of model.promisesOf) sums[BROKEN]! += promises;
}

/** Visits a client should get: its frequency, or more when more are promised. */
export function visitsWanted(model: SearchModel, client: number): number {
  return Math.max(model.instance.clients.visits[client]!, model.promisesOf[client]!);
}

function emptyLog(model: SearchModel): MoveLog {
  return {
    node: new Int32Array(1024),
    after: new Int32Array(1024),
    length: 0,
    slots: new Int32Array(model.slots),
    before: new Float64Array(model.slots * 2),
    slotCount: 0,
    slotStamp: new Int32Array(model.slots),
    clients: new Int32Array(model.clients),
    missing: new Int32Array(model.clients),
    cadence: new Float64Array(model.clients),
    clientCount: 0,
    clientStamp: new Int32Array(model.clients),
    stamp: 0,
    sums: new Float64Array(4),
  };
}

function emptyTrial(model: SearchModel): Trial {
  let rows = 2;
  for (let client = 0; client < model.clients; client++)
    rows = Math.max(rows, Math.min(visitsWanted(model, client), model.days) + 1);
  return {
    cost: new Float64Array(model.days),
    after: new Int32Array(model.days),
    dayStamp: new Int32Array(model.days),
    kindStamp: new Int32Array(model.slots),
    stamp: 0,
    scan: 0,
    blink: 0,
    found: -1,
    chosen: new Int32Array(model.days),
    chosenCount: 0,
    partial: false,
    gapCost: new Float64Array(rows * model.days),
    gapFrom: new Int32Array(rows * model.days),
  };
}
