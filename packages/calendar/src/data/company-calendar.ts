/** A company calendar as a file: what `calendar.schema.json` describes. */
import type { BaseCalendar } from '../base-calendar.ts';
import type { BusinessDate, Weekday } from '../dates.ts';
import type { DayFraction, LocalName } from '../day.ts';
import type { WeekRule } from '../definition.ts';
import type { OverlayDay } from '../overlay.ts';

/** Alternating weeks (大小周): every other week has a day more. */
export interface AlternatingWeeks {
  /** Any day in a week with the extra day (大周). */
  readonly bigWeekOf: BusinessDate;
  /** The day of the weekend that is worked in big weeks: 6, Saturday, unless the file says otherwise. */
  readonly extraDay: Weekday;
  /** How much of it is worked; 1 unless the file says otherwise. */
  readonly extraDayFraction: DayFraction;
  /** First day it holds for, and first day it no longer holds for. */
  readonly from?: BusinessDate;
  readonly until?: BusinessDate;
}

/** Named days and habits laid over the base; later ones decide. */
export interface CompanyOverlay {
  readonly id: string;
  readonly name?: LocalName;
  readonly holidays: readonly OverlayDay[];
  readonly workingDays: readonly OverlayDay[];
  readonly officialYears: readonly number[];
  readonly alternatingWeeks?: AlternatingWeeks;
}

/** A shift that some people work, by id. */
export interface CompanyShift {
  readonly id: string;
  readonly name?: LocalName;
  readonly anchor: BusinessDate;
  readonly cycle: readonly DayFraction[];
  readonly statutory: 'follow' | 'ignore';
  readonly from?: BusinessDate;
  readonly until?: BusinessDate;
}

/** The whole file, checked. */
export interface CompanyCalendar {
  readonly calendarVersion: 1;
  readonly id: string;
  readonly name?: LocalName;
  readonly zone: string;
  readonly fiscalYearStartMonth: number;
  /** With `fiscalYearStartMonth` the calendar definition of plans by week or day. */
  readonly weekRule: WeekRule;
  readonly base: 'CN' | 'none' | BaseCalendar;
  readonly overlays: readonly CompanyOverlay[];
  readonly shifts: readonly CompanyShift[];
}
