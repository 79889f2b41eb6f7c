/** What a working-day calendar answers about a day. */

/**
 * How far an answer can be trusted: 'official' rests on a published arrangement, 'estimated' on the dates fixed by
 * regulation before the arrangement is out, 'unknown' on weekdays alone.
 */
export type DayStatus = 'official' | 'estimated' | 'unknown';

/** A name in both languages of the suite. */
export interface LocalName {
  readonly zh: string;
  readonly en: string;
}

/** How much of a day is worked. */
export type DayFraction = 0 | 0.5 | 1;

/** Why a day is worked or not. */
export interface DayReason {
  /**
   * 'makeUp' is a weekend day worked in exchange (调休上班); 'overlay' is a day the company's own calendar names,
   * 'pattern' one that its alternating weeks or shift decide.
   */
  readonly kind: 'weekday' | 'weekend' | 'holiday' | 'makeUp' | 'overlay' | 'pattern';
  /** The holiday's name; null for plain weekdays and weekends. */
  readonly name: LocalName | null;
  /** Id of the overlay that decided, when one did. */
  readonly overlay?: string;
}

/** The answer about one day. */
export interface DayAnswer {
  readonly working: boolean;
  /** 0 for a day off, 0.5 for a half day (`working` is true), 1 for a whole one. */
  readonly fraction: DayFraction;
  readonly status: DayStatus;
  readonly reason: DayReason;
}

/** A number of working days and how far to trust it: as far as its least certain day. */
export interface WorkingDayCount {
  /** Whole unless the calendar has half days. */
  readonly count: number;
  readonly status: DayStatus;
}

/** A day that does not follow its weekday. */
export interface SpecialDay {
  readonly fraction: DayFraction;
  readonly kind: 'holiday' | 'makeUp' | 'overlay';
  readonly name: LocalName | null;
  readonly overlay?: string;
}

const RANK: Readonly<Record<DayStatus, number>> = { official: 0, estimated: 1, unknown: 2 };

/** The less certain of two. */
export function worseStatus(a: DayStatus, b: DayStatus): DayStatus {
  return RANK[a] >= RANK[b] ? a : b;
}
