import type { SearchModel } from '../search/model.ts';
import type { EventEffects } from './read-events.ts';
import type { PlannedVisit } from './planned-visit.ts';
import type { ReplanRequest } from './replan-request.ts';

/** Who is planned in a case: a client with its published visits, or one urgent visit. */
export interface Unit {
  /** Number of the client in the answer. */
  readonly client: number;
  readonly place: number;
  /** The event that asks for the visit; null for published visits. */
  readonly urgent: number | null;
  /** Published visits that are still wanted (one cancelled for good is not among them), in the numbering of the answer. */
  readonly published: readonly PlannedVisit<number>[];
  /** Published visits that were cancelled for good. */
  readonly cancelled: readonly PlannedVisit<number>[];
}

/** One slot of a case and what it stands for. */
export interface CaseSlot {
  /** Slot of the instance; visits of representatives who are not looked at stand in slots without one (-1) and stay. */
  readonly slot: number;
  /** `done`: visits of a day under way that took place; `kept`: visits of others. */
  readonly part: 'open' | 'done' | 'kept';
  /** Units in order, as published; cancelled visits are not among them. */
  readonly units: readonly number[];
}

/** A promise that a case keeps if it can. */
export interface CasePromise {
  readonly unit: number;
  readonly day: number;
  /** Vehicle of the instance that was promised; -1: any. */
  readonly vehicle: number;
  /** Start of service promised; null: any. */
  readonly window: readonly [number, number] | null;
  readonly kind: 'promise' | 'held';
}

/** Visits and slots as they were published: what plans cost is the same before and after, rules left aside. */
export interface CasePrices {
  readonly model: SearchModel;
  /** By slot of the model: the slot of the instance, -1 for visits of others. */
  readonly slots: readonly number[];
  /** The published plan: units by slot, in order, cancelled visits included. */
  readonly published: readonly (readonly number[])[];
}

/** The part of a request that is looked at, as a problem of its own: some representatives with all their clients. */
export interface ReplanCase {
  readonly request: ReplanRequest;
  readonly effects: EventEffects;
  readonly units: readonly Unit[];
  /** Vehicles of the instance, by their number in the model. */
  readonly vehicles: readonly number[];
  readonly slots: readonly CaseSlot[];
  readonly model: SearchModel;
  /** The same visits and slots before any event, to price plans with. */
  readonly prices: CasePrices;
  /** By slot of the model: the event that touched it, -1 where none did. */
  readonly touched: Int32Array;
  readonly promises: readonly CasePromise[];
  /** By node of the model: 1 for visits that nothing may remove. */
  readonly immovable: Uint8Array;
  /** `vehicle[unit * days + day]` in the numbering of the model, -1 where nothing was published; and the start, NaN where nobody said. */
  readonly publishedVehicle: Int32Array;
  readonly publishedStart: Float64Array;
  /** By unit: how many visits were published. */
  readonly publishedCount: Int32Array;
}
