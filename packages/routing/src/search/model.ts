import type { Instance } from '../instance.ts';
import type { SlotLists } from './slot-lists.ts';
import type { NodeWindows } from './node-windows.ts';

/**
 * How times are checked. `plain`: nobody has hours that bind, only loads and durations count. `windows`: at most one window per visit
 * and no breaks. `general`: several windows a day, or breaks.
 */
export type Timing = 'plain' | 'windows' | 'general';

/**
 * What the search derives once from an instance. The visit of client c on day d is node `d * clients + c`; the end of slot r is node
 * `sentinel + r`, which also stands for its start when it comes before the first visit.
 */
export interface SearchModel {
  readonly instance: Instance;
  readonly clients: number;
  readonly days: number;
  readonly slots: number;
  readonly sentinel: number;
  readonly places: number;
  /** Weighted travel cost by [from, to], and the same matrix transposed (the same array when symmetric). */
  readonly cost: Float64Array;
  readonly costTo: Float64Array;
  readonly duration: Float64Array;
  readonly durationTo: Float64Array;
  /** Cost and duration are one array: then the length of a route is known from its cost. */
  readonly sameMatrix: boolean;
  /** By node; the place of a sentinel is where its slot ends. */
  readonly place: Int32Array;
  readonly clientOf: Int32Array;
  readonly timing: Timing;
  readonly windows: NodeWindows;
  /** Longest sum of travel and service that a slot takes when nobody has to wait. */
  readonly limit: Float64Array;
  readonly lists: SlotLists;
  /** Slots of a day with the same number are interchangeable while empty. */
  readonly kind: Int32Array;
  /** 1 where a visit is promised, by node; null when nothing is. */
  readonly promised: Uint8Array | null;
  readonly promisesOf: Int32Array;
  /** What one missing visit costs during the search; moderate, so that plans with and without it can be compared. */
  readonly missCost: Float64Array;
  /** What a missed visit of a required client costs during the search. */
  readonly requiredCost: number;
  /** What a broken promise costs on top of that. */
  readonly brokenCost: number;
  readonly required: Uint8Array;
  readonly hasFrozen: boolean;
  /** No detour takes less time than the direct way. */
  readonly metric: boolean;
  /** Weight of the squared work of each slot. */
  readonly balance: number;
}
