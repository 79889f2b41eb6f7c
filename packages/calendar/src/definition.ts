/** What a plan stores about its periods, so that nothing about them has to be assumed when it is read again. */
import { CalendarError } from './error.ts';

/**
 * What becomes of a week that straddles two months.
 * - `thursday`: it belongs whole to the month of its Thursday. The months, quarters and years of such a plan are whole
 *   weeks, from a Monday to a Monday.
 * - `workingDays`: it is cut at the end of the month, and what is known for the whole week is split by working days.
 *   Months stay calendar months.
 */
export type WeekRule = 'thursday' | 'workingDays';

/** The periods of a plan that goes down to weeks or days. Plain data, stored with the plan. */
export interface CalendarDefinition {
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
  readonly weekRule: WeekRule;
}

/** The fiscal start month alone is enough for years, quarters and calendar months; weeks need the whole definition. */
export type PeriodScheme = number | CalendarDefinition;

/** Throws `calendar.startMonth.invalid` unless it is a whole number from 1 to 12. */
export function checkStartMonth(startMonth: number, path = ''): void {
  if (!Number.isInteger(startMonth) || startMonth < 1 || startMonth > 12) {
    throw new CalendarError('calendar.startMonth.invalid', startMonth, path);
  }
}

/** The checked start month of a scheme. */
export function startMonthOf(scheme: PeriodScheme): number {
  if (typeof scheme === 'number') {
    checkStartMonth(scheme);
    return scheme;
  }
  checkStartMonth(scheme.fiscalYearStartMonth, 'fiscalYearStartMonth');
  return scheme.fiscalYearStartMonth;
}

/** The stored week rule, or null where there is none. Throws `calendar.weekRule.invalid` for any other value. */
export function storedWeekRule(scheme: PeriodScheme): WeekRule | null {
  if (typeof scheme === 'number') return null;
  const rule: unknown = scheme.weekRule;
  if (rule !== 'thursday' && rule !== 'workingDays') throw new CalendarError('calendar.weekRule.invalid', rule, 'weekRule');
  return rule;
}

/** The week rule of a scheme. Throws `calendar.weekRule.invalid` when there is none: it is never assumed. */
export function weekRuleOf(scheme: PeriodScheme): WeekRule {
  const rule = storedWeekRule(scheme);
  if (rule === null) throw new CalendarError('calendar.weekRule.invalid', undefined, 'weekRule');
  return rule;
}
