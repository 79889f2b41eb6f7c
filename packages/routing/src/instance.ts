/**
 * The solver's view of a problem: numbers in typed arrays, nothing to interpret. `buildInstance` fills it from readable parts.
 *
 * Vocabulary: a *place* is a row of the matrices; a *client* is somebody to be visited at a place, once or several times; a *slot* is
 * one vehicle (a representative) on one day; a *visit* is a client on a day. Days are numbered 0 to `days - 1`; `dayNumber` says how
 * many calendar days lie between them. Times are minutes after midnight of the day, or any other unit that is kept throughout.
 */
export interface Instance {
  readonly days: number;
  /** Number of each day on the calendar, ascending; gaps between visits are differences of these. */
  readonly dayNumber: Int32Array;
  readonly places: number;
  /** What travel costs: `distance[from * places + to]`, not negative, may be asymmetric. */
  readonly distance: Float64Array;
  /** How long travel takes, in the unit of the windows. May be the same array as `distance`. */
  readonly duration: Float64Array;
  readonly clients: Clients;
  readonly patterns: Patterns;
  /** Null when nobody has opening hours. */
  readonly windows: Windows | null;
  readonly vehicles: number;
  /** `allowed[client * vehicles + vehicle]` is 1 where the vehicle may serve the client; null when every vehicle may serve all. */
  readonly allowed: Uint8Array | null;
  readonly slots: Slots;
  readonly fixed: FixedVisits;
  /** The published plan that changes are counted against; null when there is none. */
  readonly reference: Reference | null;
  readonly weights: Weights;
}

/** `lastVisit` of a client who was never visited before. */
export const NEVER_VISITED = -2_147_483_648;

/** One entry per client, 0 to `count - 1`. */
export interface Clients {
  readonly count: number;
  readonly place: Int32Array;
  /** Duration of each visit. */
  readonly service: Float64Array;
  readonly demand: Float64Array;
  /** What each missed visit costs, in units of the objective; Infinity: must be served, whatever it costs. */
  readonly prize: Float64Array;
  /** Visits wanted within the horizon. */
  readonly visits: Int32Array;
  /** Patterns of client c: `patternFrom[c]` to `patternFrom[c + 1]`. A client without patterns follows the gap rule below. */
  readonly patternFrom: Int32Array;
  /**
   * Gap rule: consecutive visits lie at least `leastGap` and at most `greatestGap` calendar days apart, counted from `lastVisit` on and
   * up to the day after the horizon. A client who gets fewer than `visits` keeps the least gap only.
   */
  readonly leastGap: Int32Array;
  readonly greatestGap: Int32Array;
  /** Day number of the last visit before the horizon, or `NEVER_VISITED`. */
  readonly lastVisit: Int32Array;
  /** Each calendar day by which a gap differs from `idealGap` costs `cadenceCost`. */
  readonly idealGap: Float64Array;
  readonly cadenceCost: Float64Array;
}

/** Day patterns of all clients: pattern p visits `day[dayFrom[p]]` to `day[dayFrom[p + 1] - 1]`, ascending. */
export interface Patterns {
  readonly dayFrom: Int32Array;
  readonly day: Int32Array;
  /** What choosing the pattern costs (cadence), in units of the objective. */
  readonly cost: Float64Array;
}

/**
 * Opening hours: those of client c on day d are entries `from[c * days + d]` to `from[c * days + d + 1]`, ascending and disjoint.
 * Service starts at `open` or later and at `close` or earlier. No entry: closed that day.
 */
export interface Windows {
  readonly from: Int32Array;
  readonly open: Float64Array;
  readonly close: Float64Array;
}

/** One entry per slot, ordered by day: the slots of day d are `dayFrom[d]` to `dayFrom[d + 1] - 1`. */
export interface Slots {
  readonly count: number;
  readonly dayFrom: Int32Array;
  readonly day: Int32Array;
  readonly vehicle: Int32Array;
  readonly startPlace: Int32Array;
  readonly endPlace: Int32Array;
  /** The vehicle leaves its start place at `earliest` or later and reaches its end place at `latest` or earlier. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  /** From departure to return, waiting and breaks included; departure may be delayed. Infinity: no limit. */
  readonly maxDuration: Float64Array;
  readonly capacity: Float64Array;
  readonly maxVisits: Int32Array;
  /** Paid when the slot has any visit. */
  readonly fixedCost: Float64Array;
  /** 1: the visits of this slot stay exactly as the initial plan has them. */
  readonly frozen: Uint8Array;
  /** Breaks of slot r: entries `breakFrom[r]` to `breakFrom[r + 1] - 1`, in the order in which they are taken, at no place. */
  readonly breakFrom: Int32Array;
  /** A break starts at `breakOpen` or later and at `breakClose` or earlier, before, after or between visits and journeys. */
  readonly breakOpen: Float64Array;
  readonly breakClose: Float64Array;
  readonly breakMinutes: Float64Array;
}

/** Visits promised, at most one per client and day: each must be in the plan on its day. They count towards the client's frequency. */
export interface FixedVisits {
  readonly count: number;
  readonly client: Int32Array;
  readonly day: Int32Array;
  /** -1: any vehicle that may serve the client. */
  readonly vehicle: Int32Array;
  /** Start of service; takes the place of the client's windows of that day. -Infinity and Infinity: whenever the client is open. */
  readonly open: Float64Array;
  readonly close: Float64Array;
}

/** The published plan. A visit on a day on which the client was not planned costs `dayChange`, by another vehicle `vehicleChange`. */
export interface Reference {
  /** `vehicle[client * days + day]`, -1 where no visit was planned. */
  readonly vehicle: Int32Array;
  /** Planned start of service, NaN where no visit was planned. */
  readonly start: Float64Array;
  readonly dayChange: number;
  readonly vehicleChange: number;
}

/**
 * What the objective adds up, in units of cost. Broken promises and missed visits of required clients come before everything else,
 * whatever these weights say.
 */
export interface Weights {
  /** Each unit of `distance`. */
  readonly travel: number;
  /** Each unit of `prize` lost. */
  readonly value: number;
  /** Each unit of pattern cost and cadence cost. */
  readonly cadence: number;
  /** Each unit of (travel time + service)², summed over slots: 0 leaves days and people uneven. */
  readonly balance: number;
  /** Each unit of `dayChange` and `vehicleChange`. */
  readonly change: number;
}
