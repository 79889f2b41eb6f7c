import { createCalendar } from '@milepost/calendar';
import { defaultDuePolicy, dueDate } from '@milepost/checklist';
import type { Severity } from '@milepost/checklist';

/** When a finding is due, and the reckoning behind it. */
export interface Due {
  /** Business day; the day itself is in time. */
  readonly on: string;
  readonly status: 'official' | 'estimated' | 'unknown';
  readonly workingDays: number;
  readonly from: string;
}

type Company = Readonly<{ timeZone: string; fiscalYearStartMonth: number }>;

/** The due day of a finding opened on a business day, by the company's working calendar. */
export function dueOf(severity: Severity, openedOn: string, company: Company): Due {
  const calendar = createCalendar({ zone: company.timeZone, fiscalYearStartMonth: company.fiscalYearStartMonth, country: 'CN' });
  const { date, status } = dueDate(severity, openedOn, calendar);
  return { on: date, status: status as Due['status'], workingDays: defaultDuePolicy[severity], from: openedOn };
}
