import type { Instance } from '../instance.ts';

/** Formats that are read. */
export type InstanceFormat = 'cordeau' | 'solomon' | 'tsplib';

/** What counts first: the way, or the number of vehicles used and then the way. */
export type FormatObjective = 'distance' | 'vehicles-first';

/** How coordinates become distances: doubles, cut after one decimal, or what the file itself says (TSPLIB). */
export type DistanceRule = 'exact' | 'truncated' | 'stated';

/** How to read a file. */
export interface ReadOptions {
  /** `distance` when left out. */
  readonly objective?: FormatObjective;
  /** Solomon files only. Left out: as published values have it, `truncated` up to 50 customers, `exact` beyond. */
  readonly distances?: 'exact' | 'truncated';
}

/** Something in a file that a reader should know, in both languages. */
export interface FormatNote {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** An instance with what is needed to speak about it in the file's own numbers. */
export interface NamedInstance {
  readonly format: InstanceFormat;
  /** Name in the file; '' where the format has none. */
  readonly name: string;
  readonly instance: Instance;
  /** Number of each client in the file. */
  readonly clientIds: readonly string[];
  readonly objective: FormatObjective;
  readonly distances: DistanceRule;
  /** Units of the instance per unit of the file: 10 where distances are cut after one decimal, so that sums are exact. */
  readonly scale: number;
  /** What a vehicle costs in the instance: 0, or where vehicles come first more than any plan's whole way. */
  readonly vehicleCost: number;
  readonly notes: readonly FormatNote[];
}
