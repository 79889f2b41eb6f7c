/** Where a planned day falls on a working calendar. */
import { fromEpochDay } from '../dates.ts';
import { worseStatus } from '../day.ts';
import { companyError } from '../company-error.ts';
import type { DayStatus } from '../day.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

/** What happens to a day that is not worked: the next working day, the one before, or left out. */
export type NonWorkingDayRule = 'forward' | 'back' | 'skip';

/** Where a planned day falls, as an epoch day; null when it is skipped. */
export interface Landed {
  readonly day: number | null;
  /** As certain as the least certain day on the way. */
  readonly status: DayStatus;
}

/** Twenty years, as far as `addWorkingDays` looks. */
const LONGEST_MOVE = 7305;

/** Moves planned days as one rule says. Days are epoch days. */
export class Landing {
  readonly #calendar: Pick<WorkingCalendar, 'isWorkingDay'>;
  readonly #rule: NonWorkingDayRule;

  constructor(calendar: Pick<WorkingCalendar, 'isWorkingDay'>, rule: NonWorkingDayRule) {
    this.#calendar = calendar;
    this.#rule = rule;
  }

  /** Where a planned day falls. Throws `calendar.search.exhausted`. */
  of(planned: number): Landed {
    if (this.#rule !== 'skip') return this.from(planned, this.#rule === 'forward' ? 1 : -1);
    const { working, status } = this.#calendar.isWorkingDay(fromEpochDay(planned));
    return { day: working ? planned : null, status };
  }

  /** The first working day from a day on, the day itself included, in one direction. */
  from(first: number, step: 1 | -1): { readonly day: number; readonly status: DayStatus } {
    let status: DayStatus = 'official';
    for (let moved = 0; moved <= LONGEST_MOVE; moved += 1) {
      const day = first + moved * step;
      const answer = this.#calendar.isWorkingDay(fromEpochDay(day));
      status = worseStatus(status, answer.status);
      if (answer.working) return { day, status };
    }
    throw companyError('calendar.search.exhausted', fromEpochDay(first));
  }
}
