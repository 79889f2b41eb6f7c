/** What a file says about the calendar behind its periods. */
import { choiceOf, fieldsOf, textOf, amountOf } from './shape.ts';
import { fileError } from './file-error.ts';
import type { CalendarStatement } from './plan-file.ts';

/** Reads the statement; null where there is none. */
export function readCalendar(value: unknown, path: string): CalendarStatement | null {
  if (value === undefined || value === null) return null;
  const fields = fieldsOf(value, path, ['id!', 'status!', 'fiscalYearStartMonth', 'weekRule']);
  const { fiscalYearStartMonth: month, weekRule } = fields;
  return {
    id: textOf(fields['id'], `${path}.id`),
    status: choiceOf(fields['status'], `${path}.status`, ['official', 'estimated', 'unknown'] as const),
    ...(month === undefined ? {} : { fiscalYearStartMonth: readStartMonth(month, `${path}.fiscalYearStartMonth`) }),
    ...(weekRule === undefined ? {} : { weekRule: choiceOf(weekRule, `${path}.weekRule`, ['thursday', 'workingDays'] as const) }),
  };
}

/** The first month of the fiscal year, 1 to 12. */
export function readStartMonth(value: unknown, path: string): number {
  const month = amountOf(value, path);
  if (month < 1 || month > 12) throw fileError('allocation.file.range', `${month} (1 – 12)`, path);
  return month;
}
