/**
 * The periods of a plan's time axis: years, quarters and months, and below them weeks and days.
 *
 * - '2026-W07' is a whole ISO week; its year is the week's year.
 * - '2026-03-W14' is the part of week 14 that lies in March 2026: only under the week rule `workingDays`, and only for
 *   weeks that straddle two months. A week inside one month has the name of the whole week, so that one stretch of days
 *   never has two names.
 * - '2026-03-05' is a day.
 */
import { fromEpochDay, isBusinessDate } from './dates.ts';
import { CalendarError } from './error.ts';
import { isPeriod, parsePeriod } from './period.ts';
import { formatIsoWeek, mondayOfIsoWeek } from './weeks.ts';
import type { BusinessDate } from './dates.ts';
import type { Period, PeriodId, PeriodKind } from './period.ts';
import type { IsoWeek } from './weeks.ts';

/** How long a period of a plan is. A part of a week is of the kind 'week'. */
export type PlanPeriodKind = PeriodKind | 'week' | 'day';

/** A week or the part of one. */
export interface WeekPeriod extends IsoWeek {
  readonly kind: 'week';
  /** The calendar month that the part lies in; null for a whole week. */
  readonly month: PeriodId | null;
  /** Epoch days, half-open. */
  readonly start: number;
  readonly end: number;
}

/** A period of a plan taken apart. */
export type PlanPeriod = Period | WeekPeriod | { readonly kind: 'day'; readonly date: BusinessDate };

const WEEK = /^(?!0000|9999)(\d{4})-(?:(0[1-9]|1[0-2])-)?W(0[1-9]|[1-4]\d|5[0-3])$/;

/** Reads a period of any kind. Throws `calendar.planPeriod.invalid`. */
export function parsePlanPeriod(id: PeriodId, path = ''): PlanPeriod {
  const period = readPlanPeriod(id);
  if (period === null) throw new CalendarError('calendar.planPeriod.invalid', id, path);
  return period;
}

/** Whether the text names a period of any kind. Whether a plan has it depends on its week rule as well. */
export function isPlanPeriod(id: unknown): id is PeriodId {
  return typeof id === 'string' && readPlanPeriod(id) !== null;
}

function readPlanPeriod(id: PeriodId): PlanPeriod | null {
  if (isPeriod(id)) return parsePeriod(id);
  if (isBusinessDate(id)) return { kind: 'day', date: id };
  return readWeek(id);
}

function readWeek(id: PeriodId): WeekPeriod | null {
  const match = WEEK.exec(id);
  if (match === null) return null;
  const [named, week] = [Number(match[1]), Number(match[3])];
  if (match[2] === undefined) return wholeWeek({ year: named, week });
  // In January the last week of the year before may still run, in December the first of the next one.
  const year = match[2] === '01' && week > 50 ? named - 1 : match[2] === '12' && week === 1 ? named + 1 : named;
  const whole = wholeWeek({ year, week });
  return whole && (partsOfWeek(whole).find((part) => part.month === id.slice(0, 7)) ?? null);
}

/** A week with its days, or null if the year has no such week. */
export function wholeWeek({ year, week }: IsoWeek): WeekPeriod | null {
  const start = year < 1 ? null : mondayOfIsoWeek({ year, week });
  return start === null ? null : { kind: 'week', year, week, month: null, start, end: start + 7 };
}

/** The two parts of a week that straddles months, in order; none for a week inside one month. */
export function partsOfWeek(week: WeekPeriod): WeekPeriod[] {
  const [first, last] = [fromEpochDay(week.start), fromEpochDay(week.end - 1)];
  if (first.slice(0, 7) === last.slice(0, 7)) return [];
  const cut = week.end - Number(last.slice(8));
  return [
    { ...week, month: first.slice(0, 7), end: cut },
    { ...week, month: last.slice(0, 7), start: cut },
  ];
}

/** Writes a week or part of one. */
export function formatWeek({ year, week, month }: WeekPeriod): PeriodId {
  return month === null ? formatIsoWeek({ year, week }) : `${month}${formatIsoWeek({ year, week }).slice(4)}`;
}
