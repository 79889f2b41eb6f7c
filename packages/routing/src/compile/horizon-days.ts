import { addDays, diffDays, weekday } from '@milepost/calendar';
import type { BusinessDate, DayStatus, Weekday, WorkingCalendar } from '@milepost/calendar';
import { companyCalendar } from '@milepost/calendar/data';
import { RoutingError } from '../error.ts';
import type { VisitProblem } from '../problem/visit-problem.ts';
import { notice } from './notice.ts';
import type { Notice } from './notice.ts';

/** A day of the horizon on which somebody may work, or its last one. */
export interface HorizonDay {
  readonly date: BusinessDate;
  /** Calendar days since the first day of the horizon. */
  readonly number: number;
  readonly weekday: Weekday;
  /** Worked in exchange for a holiday. */
  readonly makeUp: boolean;
  /** How much of it the company works: 0, 0.5 or 1. */
  readonly fraction: number;
  readonly frozen: boolean;
}

/**
 * The days of the horizon on which the company works, or a representative by the own statement. The last one is there in any case, so
 * that gaps end at the day after it, not at a weekend before. Throws
 * `routing.problem.uncertainDays` where the calendar has weekdays only and the problem does not accept that.
 */
export function horizonDays(problem: VisitProblem, notices: Notice[]): HorizonDay[] {
  const calendar = companyCalendar(problem.calendar);
  const { from, until, frozenUntil } = problem.horizon;
  const stated = new Set(
    problem.representatives.flatMap(({ days }) => days.filter(({ hours }) => hours !== null).map(({ date }) => date)),
  );
  const dates = Array.from({ length: diffDays(from, until) }, (_, number) => addDays(from, number));
  judgeStatus(dates, calendar, problem, notices);
  return dates.flatMap((date, number): HorizonDay[] => {
    const { fraction, reason } = calendar.isWorkingDay(date);
    if (fraction === 0 && !stated.has(date) && number < dates.length - 1) return [];
    const frozen = frozenUntil !== null && date < frozenUntil;
    return [{ date, number, weekday: weekday(date), makeUp: reason.kind === 'makeUp', fraction, frozen }];
  });
}

function judgeStatus(dates: readonly BusinessDate[], calendar: WorkingCalendar, problem: VisitProblem, notices: Notice[]): void {
  const span = (status: DayStatus): string | null => {
    const some = dates.filter((date) => calendar.isWorkingDay(date).status === status);
    return some.length === 0 ? null : `${some[0]}–${some[some.length - 1]}`;
  };
  const unknown = span('unknown');
  const estimated = span('estimated');
  if (unknown !== null && problem.unknownDays === 'refuse')
    throw new RoutingError('routing.problem.uncertainDays', unknown, 'horizon');
  if (unknown !== null) notices.push(notice('days.unknown', { dates: unknown }));
  if (estimated !== null) notices.push(notice('days.estimated', { dates: estimated }));
}
