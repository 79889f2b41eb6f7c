/** A representative's month as read from a file: everything stated, defaults filled in. Times are minutes after midnight. */
import type { BusinessDate, Weekday } from '@milepost/calendar';
import type { CompanyCalendar } from '@milepost/calendar/data';
import type { Point } from '../travel/point.ts';
import type { SpeedProfile } from '../travel/speed-profile.ts';

/** The version of the file this package reads and writes. */
export const PROBLEM_FORMAT = 'milepost.visit-problem/1';

/** A day of the week, or the days worked in exchange for a holiday (调休上班). */
export type DayName = Weekday | 'makeUp';

/** From `fromMinute` to before `untilMinute`. */
export interface TimeRange {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Hours that repeat every week. */
export interface WeekHours extends TimeRange {
  readonly weekdays: readonly DayName[];
}

/** Where something is. `travelId` names a row of the travel matrix. */
export interface Place {
  readonly point: Point | null;
  readonly travelId: string | null;
}

/** One day of a representative that is not like its weekday. Null: as usual. */
export interface RepresentativeDay {
  readonly date: BusinessDate;
  readonly hours: TimeRange | null;
  readonly start: Place | null;
  readonly end: Place | null;
}

/** Something in the calendar already. Without a place it only takes time, like a call. */
export interface Appointment extends TimeRange {
  readonly id: string;
  readonly title: string | null;
  readonly date: BusinessDate;
  readonly place: Place | null;
}

/** A pause of `minutes` that lies within the range. */
export interface Lunch extends TimeRange {
  readonly minutes: number;
}

/** Who visits. */
export interface Representative {
  readonly id: string;
  readonly name: string;
  readonly home: Place;
  /** Where the days begin and end; `home` unless stated. */
  readonly start: Place;
  readonly end: Place;
  readonly hours: readonly WeekHours[];
  readonly days: readonly RepresentativeDay[];
  readonly daysOff: readonly BusinessDate[];
  readonly appointments: readonly Appointment[];
  readonly lunch: Lunch | null;
  /** Null: no limit. Appointments do not count. */
  readonly mostVisitsPerDay: number | null;
  /** Id of a speed profile; null: the default one. */
  readonly speedProfile: string | null;
  readonly skills: readonly string[];
}

/** Opening hours of the days from `from` to before `until`; none: closed. */
export interface DateException {
  readonly from: BusinessDate;
  readonly until: BusinessDate;
  readonly windows: readonly TimeRange[];
}

/** How often. */
export interface Frequency {
  /** Visits within the horizon; null: as many as `greatestGapDays` takes. */
  readonly visits: number | null;
  readonly leastGapDays: number | null;
  readonly greatestGapDays: number | null;
  /** False: rather fewer visits than a gap beyond the greatest; true: a late visit is better than none. */
  readonly lateAllowed: boolean;
}

/** Days a customer may be visited on together: stated dates, or weekdays every so many weeks. */
export type DayPattern =
  | { readonly dates: readonly BusinessDate[] }
  | { readonly weekdays: readonly Weekday[]; readonly everyWeeks: number; readonly firstWeek: number };

/** A visit that somebody was told of. */
export interface PromisedVisit {
  readonly date: BusinessDate;
  /** The visit begins within it; null: whenever the customer is open. */
  readonly window: TimeRange | null;
  readonly representative: string | null;
}

/** Who is visited. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** Null: nobody knows where; listed as not served. */
  readonly place: Place | null;
  readonly serviceMinutes: number;
  /** Null: always open. */
  readonly windows: readonly WeekHours[] | null;
  readonly exceptions: readonly DateException[];
  /** Null: any day. */
  readonly weekdays: readonly DayName[] | null;
  readonly patterns: readonly DayPattern[] | null;
  readonly frequency: Frequency;
  readonly lastVisit: BusinessDate | null;
  /** Of one visit, in any unit that is the same for all. Null: nobody said, counts as an average one. 0: nothing to get. */
  readonly value: number | null;
  readonly required: boolean;
  readonly owner: string | null;
  /** Stands in for the owner as well; null: the owner, or everybody. */
  readonly representatives: readonly string[] | null;
  readonly skills: readonly string[];
  readonly promised: readonly PromisedVisit[];
}

/** Travel by coordinates, or as stated between ids. Null: not known, estimated where coordinates allow it. */
export type StatedTravel =
  | { readonly kind: 'coordinates' }
  | {
      readonly kind: 'matrix';
      readonly ids: readonly string[];
      readonly minutes: readonly (readonly (number | null)[])[];
      readonly metres: readonly (readonly (number | null)[])[] | null;
    };

/** A visit of the plan that people know. `pinned`: somebody decided it, and no planning moves it. */
export interface PublishedVisit {
  readonly customer: string;
  readonly date: BusinessDate;
  readonly representative: string;
  readonly startMinute: number | null;
  readonly pinned: boolean;
}

/** What counts how much, in minutes of travel. Promises come before everything and have no weight. */
export interface ObjectiveWeights {
  /** What a visit of average value is worth. */
  readonly valueMinutes: number;
  /** A day by which a gap between two visits differs from the even one. */
  readonly cadenceMinutesPerDay: number;
  /** A minute of travel. */
  readonly travel: number;
  /** Unevenness between days and people: of each day, the square of its minutes of work and travel by the mean length of a day. */
  readonly balance: number;
  /** A published visit that moves to another day, or to another person. */
  readonly dayChangeMinutes: number;
  readonly personChangeMinutes: number;
}

/** The whole file, checked. */
export interface VisitProblem {
  readonly format: typeof PROBLEM_FORMAT;
  readonly id: string;
  /** From `from` to before `until`; days before `frozenUntil` stay as published. */
  readonly horizon: { readonly from: BusinessDate; readonly until: BusinessDate; readonly frozenUntil: BusinessDate | null };
  readonly calendar: CompanyCalendar;
  /** What to do where the calendar has weekdays only. */
  readonly unknownDays: 'refuse' | 'plan';
  /** `finish`: a visit ends before closing; `start`: it begins before closing. */
  readonly windowRule: 'finish' | 'start';
  readonly speedProfiles: readonly SpeedProfile[];
  readonly travel: StatedTravel;
  readonly representatives: readonly Representative[];
  readonly customers: readonly Customer[];
  readonly weights: ObjectiveWeights;
  readonly published: readonly PublishedVisit[] | null;
}
