/** A company's working-day calendar: the country's arrangement, the company's overlays, and how sure each answer is. */
import { indexBase } from './base-calendar.ts';
import { epochInterval, fromEpochDay, toEpochDay, weekdayOfEpochDay } from './dates.ts';
import { worseStatus } from './day.ts';
import { checkStartMonth } from './definition.ts';
import { companyError } from './company-error.ts';
import { CalendarError } from './error.ts';
import { indexOverlays } from './overlay.ts';
import { patternFraction } from './pattern.ts';
import { periodDays } from './period-interval.ts';
import { parsePeriod } from './period.ts';
import { checkZone, dayOfInstant } from './zone.ts';
import type { Country, IndexedBase } from './base-calendar.ts';
import type { BusinessDate, DateInterval } from './dates.ts';
import type { DayAnswer, DayFraction, DayReason, DayStatus, WorkingDayCount } from './day.ts';
import type { CalendarOverlay, OverlayIndex } from './overlay.ts';
import type { PeriodId } from './period.ts';

/** What makes a company's calendar. */
export interface CalendarOptions {
  /** IANA time zone in which an instant becomes a day, for example 'Asia/Shanghai'. */
  readonly zone: string;
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
  /**
   * 'CN' for mainland China; for other countries the weekend and holidays of your own; 'none' for weekdays and overlays
   * only, with the status 'unknown'.
   */
  readonly country: Country;
  readonly overlays?: readonly CalendarOverlay[];
}

/** Working days of a period seen from a day. */
export interface WorkingDayProgress {
  /** Working days of the period before today: finished ones. */
  readonly elapsed: number;
  /** Working days from today on, today included: those a run rate can still use. */
  readonly remaining: number;
  readonly total: number;
  readonly status: DayStatus;
}

/** The answers of one company's calendar. Immutable; safe to share. */
export interface WorkingCalendar {
  readonly zone: string;
  readonly fiscalYearStartMonth: number;
  /** The business day of an instant in the company's zone. */
  dayOf(instant: string): BusinessDate;
  isWorkingDay(date: BusinessDate): DayAnswer;
  workingDays(interval: DateInterval): WorkingDayCount;
  /**
   * Working days of a year, quarter, calendar month, week (or part of one) or day. For months that are whole weeks ask
   * `workingDays(periodInterval(id, definition))`.
   */
  workingDaysOfPeriod(period: PeriodId): WorkingDayCount;
  /** Working days of a calendar month 'YYYY-MM'; throws `calendar.period.invalid` for any other period. */
  workingDaysOfMonth(month: PeriodId): WorkingDayCount;
  /**
   * The day `count` working days after `date` (before it when negative). With 0: the day itself if it is worked,
   * otherwise the next working day. A half day is one step. The status covers every day passed on the way.
   */
  addWorkingDays(date: BusinessDate, count: number): { readonly date: BusinessDate; readonly status: DayStatus };
  /** How much of a period is behind and ahead of `today`, a business day in the company's zone. */
  elapsedWorkingDays(period: PeriodId, today: BusinessDate): WorkingDayProgress;
}

/** Twenty years of days: farther than any plan, near enough to stop at once when overlays leave no working day. */
const SEARCH_DAYS = 7305;
const MAX_COUNT = 100_000;

/** Makes a calendar. Throws a CalendarError for an unknown zone or country, a bad start month or overlay. */
export function createCalendar(options: CalendarOptions): WorkingCalendar {
  checkZone(options.zone, 'zone');
  checkStartMonth(options.fiscalYearStartMonth, 'fiscalYearStartMonth');
  return new CompanyCalendar(options);
}

class CompanyCalendar implements WorkingCalendar {
  readonly zone: string;
  readonly fiscalYearStartMonth: number;
  readonly #base: IndexedBase;
  readonly #overlays: OverlayIndex;

  constructor(options: CalendarOptions) {
    this.zone = options.zone;
    this.fiscalYearStartMonth = options.fiscalYearStartMonth;
    this.#base = indexBase(options.country);
    this.#overlays = indexOverlays(options.overlays ?? []);
  }

  dayOf(instant: string): BusinessDate {
    return dayOfInstant(instant, this.zone);
  }

  isWorkingDay(date: BusinessDate): DayAnswer {
    return this.#answer(toEpochDay(date));
  }

  workingDays(interval: DateInterval): WorkingDayCount {
    const { start, end } = epochInterval(interval);
    return this.#count(start, end);
  }

  workingDaysOfPeriod(period: PeriodId): WorkingDayCount {
    const { start, end } = periodDays(period, this.fiscalYearStartMonth);
    return this.#count(start, end);
  }

  workingDaysOfMonth(month: PeriodId): WorkingDayCount {
    if (parsePeriod(month).kind !== 'month') throw new CalendarError('calendar.period.invalid', month);
    return this.workingDaysOfPeriod(month);
  }

  addWorkingDays(date: BusinessDate, count: number): { date: BusinessDate; status: DayStatus } {
    if (!Number.isInteger(count) || Math.abs(count) > MAX_COUNT) {
      throw companyError('calendar.count.invalid', count);
    }
    const step = count < 0 ? -1 : 1;
    let day = toEpochDay(date);
    let answer = this.#answer(day);
    let status = answer.status;
    let missing = count === 0 && !answer.working ? 1 : Math.abs(count);
    for (let idle = 0; missing > 0; idle += 1) {
      if (idle > SEARCH_DAYS) throw companyError('calendar.search.exhausted', date);
      day += step;
      answer = this.#answer(day);
      status = worseStatus(status, answer.status);
      if (!answer.working) continue;
      missing -= 1;
      idle = 0;
    }
    return { date: fromEpochDay(day), status };
  }

  elapsedWorkingDays(period: PeriodId, today: BusinessDate): WorkingDayProgress {
    const { start, end } = periodDays(period, this.fiscalYearStartMonth);
    const cut = Math.min(Math.max(toEpochDay(today), start), end);
    const before = this.#count(start, cut);
    const after = this.#count(cut, end);
    return {
      elapsed: before.count,
      remaining: after.count,
      total: before.count + after.count,
      status: worseStatus(before.status, after.status),
    };
  }

  #count(start: number, end: number): WorkingDayCount {
    let count = 0;
    let status: DayStatus = 'official';
    for (let day = start; day < end; day += 1) {
      const answer = this.#answer(day);
      count += answer.fraction;
      status = worseStatus(status, answer.status);
    }
    return { count, status };
  }

  /** Named days of overlays stand first, then a cycle that ignores the statute, the statute, a cycle, the weekend. */
  #answer(day: number): DayAnswer {
    const year = new Date(day * 86_400_000).getUTCFullYear();
    const given = this.#overlays.officialYears.has(year);
    const country = given ? null : this.#base.year(year);
    const status = country?.status ?? 'official';
    const pattern = this.#overlays.patterns.find(({ from, until }) => from <= day && day < until);
    const own = this.#overlays.days.get(day);
    const special = own ?? (pattern?.ignoresStatutory === true ? undefined : country?.days.get(day));
    if (special !== undefined) {
      const { fraction, kind, name, overlay } = special;
      return answerOf(fraction, status, overlay === undefined ? { kind, name } : { kind, name, overlay });
    }
    if (pattern === undefined) {
      const free = this.#base.weekend.has(weekdayOfEpochDay(day));
      return answerOf(free ? 0 : 1, status, { kind: free ? 'weekend' : 'weekday', name: null });
    }
    // A cycle that ignores the statute is the company's own arrangement: it is known for every year.
    const certain = pattern.ignoresStatutory ? 'official' : status;
    const { name, overlay } = pattern;
    return answerOf(patternFraction(pattern, day), certain, { kind: 'pattern', name, overlay });
  }
}

function answerOf(fraction: DayFraction, status: DayStatus, reason: DayReason): DayAnswer {
  return { working: fraction > 0, fraction, status, reason };
}
