/** Someone to be visited whom the instance does not know. */
export interface NewClient {
  /** Number of a place of the instance, or of `ReplanRequest.places` (they follow those of the instance). */
  readonly place: number;
  readonly service: number;
  readonly demand?: number;
  /** Hours in which service may start, on each of the days; always when left out. */
  readonly windows?: readonly (readonly [number, number])[];
  /** Who may go; everybody when left out. */
  readonly vehicles?: readonly number[];
}

/** A place that the matrices do not hold, by its travel from and to each place that they hold. */
export interface NewPlace {
  /** From here to each place of the instance; further entries are the new places in their order. */
  readonly distanceTo: ArrayLike<number>;
  /** From each place to here; as `distanceTo` when left out. */
  readonly distanceFrom?: ArrayLike<number>;
  /** As the distances when left out. */
  readonly durationTo?: ArrayLike<number>;
  readonly durationFrom?: ArrayLike<number>;
}

/** A visit that must happen on one of the days, besides those of the client's frequency. */
export interface UrgentVisit {
  readonly kind: 'urgent';
  readonly client: number | NewClient;
  readonly days: readonly number[];
  /** Start of service, instead of the client's hours. */
  readonly window?: readonly [number, number];
  /** Only this one may go. */
  readonly vehicle?: number;
  /** What missing it costs, in units of the objective; required when left out. */
  readonly prize?: number;
}

/** A planned visit that will not take place. `replace`: another day is wanted; otherwise the client gets one visit less. */
export interface Cancellation {
  readonly kind: 'cancel';
  readonly client: number;
  readonly day: number;
  readonly replace: boolean;
}

/** Where a day under way stands. What is done stays; the rest starts from here. */
export interface DayProgress {
  readonly kind: 'late';
  readonly vehicle: number;
  readonly day: number;
  /** Visits done, in the order of the route. */
  readonly done: number;
  /** When the representative can leave for the next one. */
  readonly freeFrom: number;
  /** Number of a place; that of the last visit done, or the start place, when left out. */
  readonly at?: number;
}

/** A representative who does not work on some days. */
export interface Absence {
  readonly kind: 'absent';
  readonly vehicle: number;
  readonly days: readonly number[];
}

/** Hours of a client on one day, instead of those known. None: closed. */
export interface ChangedHours {
  readonly kind: 'hours';
  readonly client: number;
  readonly day: number;
  readonly windows: readonly (readonly [number, number])[];
}

/** Time of a representative that is taken, at no place; for one with a place use an urgent visit of a new client. */
export interface Appointment {
  readonly kind: 'appointment';
  readonly vehicle: number;
  readonly day: number;
  readonly from: number;
  readonly until: number;
}

/** What happened after a plan was published. Numbers are those of the instance. */
export type PlanEvent = UrgentVisit | Cancellation | DayProgress | Absence | ChangedHours | Appointment;
