import type { Severity } from '../template.ts';
import type { Finding } from './finding.ts';

/** Working days to close a finding, counted from the day after it was opened. A company sets its own. */
export type DuePolicy = Readonly<Record<Severity, number>>;

/** Our defaults; no law behind them. */
export const defaultDuePolicy: DuePolicy = { critical: 3, major: 10, minor: 20 };

/** The part of a working calendar that due dates need; the calendar package's working calendar fits. */
export interface WorkingDays {
  addWorkingDays(date: string, count: number): { readonly date: string; readonly status: string };
}

/**
 * The business day a finding is due. `status` says how sure the calendar is of its days (`official`, `estimated` …):
 * beyond the announced holidays the date may still move.
 */
export function dueDate(
  severity: Severity,
  openedOn: string,
  calendar: WorkingDays,
  policy: DuePolicy = defaultDuePolicy,
): { readonly date: string; readonly status: string } {
  return calendar.addWorkingDays(openedOn, policy[severity]);
}

/** Whether a finding that is not closed is past its due day. Both are business days; the due day itself is in time. */
export function isOverdue(finding: Finding, today: string): boolean {
  return finding.state !== 'closed' && finding.dueOn !== null && today > finding.dueOn;
}
