/** The problem as the checker sees it: what a plan has to keep. Days are counted from 1, as in the files. */
export interface Case {
  readonly name: string;
  readonly days: number;
  readonly clients: ReadonlyMap<string, Client>;
  /** Hours and limits of a vehicle on a day; null where there is none. Vehicles are counted from 1. */
  shift(day: number, vehicle: number): Shift | null;
  readonly vehiclesPerDay: number;
  /** Way from one place to another, in the unit of the file; it is also the time needed. */
  way(from: Place, to: Place): number;
}

/** A place: coordinates, or the row of a matrix in `x`. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Somebody to visit. */
export interface Client extends Place {
  readonly service: number;
  readonly demand: number;
  /** Sets of days, of which one has to be kept exactly. */
  readonly daySets: readonly (readonly number[])[];
  /** Earliest and latest start of service. */
  readonly window: readonly [number, number];
}

/** A vehicle's day. */
export interface Shift {
  readonly depot: Place;
  readonly earliest: number;
  readonly latest: number;
  readonly maxDuration: number;
  readonly capacity: number;
}

/** Which distances a plan is measured in: doubles, cut after one decimal, or what the file says. */
export type DistanceRule = 'exact' | 'truncated' | 'stated';
