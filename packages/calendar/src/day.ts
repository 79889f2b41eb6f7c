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

/** Why a day is worked or not. */
export interface DayReason {
  /** 'makeUp' is a weekend day worked in exchange (调休上班); 'overlay' comes from the company's own calendar. */
  readonly kind: 'weekday' | 'weekend' | 'holiday' | 'makeUp' | 'overlay';
  /** The holiday's name; null for plain weekdays and weekends. */
  readonly name: LocalName | null;
  /** Id of the overlay that decided, when one did. */
  readonly overlay?: string;
}

/** The answer about one day. */
export interface DayAnswer {
  readonly working: boolean;
  readonly status: DayStatus;
  readonly reason: DayReason;
}

/** A number of working days and how far to trust it: as far as its least certain day. */
export interface WorkingDayCount {
  readonly count: number;
  readonly status: DayStatus;
}

/** A day that does not follow its weekday. */
export interface SpecialDay {
  readonly working: boolean;
  readonly kind: 'holiday' | 'makeUp' | 'overlay';
  readonly name: LocalName | null;
  readonly overlay?: string;
}

const RANK: Readonly<Record<DayStatus, number>> = { official: 0, estimated: 1, unknown: 2 };

/** The less certain of two. */
export function worseStatus(a: DayStatus, b: DayStatus): DayStatus {
  return RANK[a] >= RANK[b] ? a : b;
}
