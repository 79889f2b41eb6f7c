import type { Weights } from './instance.ts';

/** An instance in readable parts, for formats, compilers and tests. What is left out does not restrict. */
export interface InstanceSpec {
  /** Days of the horizon. */
  readonly days: number;
  /** Calendar number of each day, ascending; 0, 1, 2 … when left out. */
  readonly dayNumbers?: readonly number[];
  readonly places: number;
  /** `places * places` numbers, row by row. */
  readonly distance: Float64Array;
  /** Like `distance`; the distances themselves when left out. */
  readonly duration?: Float64Array;
  readonly clients: readonly ClientSpec[];
  /** In any order; the instance orders them by day, then as given. */
  readonly slots: readonly SlotSpec[];
  readonly fixed?: readonly FixedSpec[];
  readonly reference?: ReferenceSpec;
  /** Travel, value, cadence and change weigh 1 and balance 0 where nothing is said. */
  readonly weights?: Partial<Weights>;
}

/** A client: give `patterns` or `frequency`; with neither it is visited once, on any day. */
export interface ClientSpec {
  readonly place: number;
  readonly service?: number;
  readonly demand?: number;
  /** Cost of each missed visit; Infinity (must be served) when left out. */
  readonly prize?: number;
  /** Sets of days, each ascending. */
  readonly patterns?: readonly (readonly number[])[];
  /** One per pattern; 0 when left out. */
  readonly patternCosts?: readonly number[];
  readonly frequency?: FrequencySpec;
  /** Start of service: [open, close] pairs for every day alike, ascending and disjoint. */
  readonly windows?: readonly (readonly [number, number])[];
  /** The same day by day; an empty list is a closed day. Comes before `windows`. */
  readonly dayWindows?: readonly (readonly (readonly [number, number])[])[];
  /** The vehicles that may serve it; all when left out. */
  readonly vehicles?: readonly number[];
}

/** Visits kept apart by calendar days. */
export interface FrequencySpec {
  readonly visits: number;
  readonly leastGap?: number;
  readonly greatestGap?: number;
  /** Days of the calendar per visit when left out. */
  readonly idealGap?: number;
  /** Cost of each calendar day by which a gap differs from `idealGap`; 0 when left out. */
  readonly cadenceCost?: number;
  /** Calendar day number of the last visit before the horizon. */
  readonly lastVisit?: number;
}

/** One vehicle on one day. */
export interface SlotSpec {
  readonly day: number;
  readonly vehicle: number;
  readonly start: number;
  readonly end: number;
  readonly earliest?: number;
  readonly latest?: number;
  readonly maxDuration?: number;
  readonly capacity?: number;
  readonly maxVisits?: number;
  readonly fixedCost?: number;
  readonly frozen?: boolean;
  readonly breaks?: readonly { readonly open: number; readonly close: number; readonly minutes: number }[];
}

/** A visit promised. */
export interface FixedSpec {
  readonly client: number;
  readonly day: number;
  readonly vehicle?: number;
  readonly window?: readonly [number, number];
}

/** The published plan and what changing it costs. */
export interface ReferenceSpec {
  readonly visits: readonly {
    readonly client: number;
    readonly day: number;
    readonly vehicle: number;
    readonly start?: number;
  }[];
  readonly dayChange: number;
  readonly vehicleChange: number;
}
