/** Gathers the days of a recurrence: those in the interval, each once, up to a cap. */
import { fromEpochDay } from '../dates.ts';
import { worseStatus } from '../day.ts';
import type { BusinessDate } from '../dates.ts';
import type { DayStatus } from '../day.ts';
import type { Landed } from './landing.ts';

/** A working day of a recurrence. */
export interface RecurringDay {
  readonly date: BusinessDate;
  /** The days of the rule that fall on it: itself, or those moved here. A holiday may move several to one day. */
  readonly planned: readonly BusinessDate[];
  /** As certain as the least certain day between planned and answered. */
  readonly status: DayStatus;
}

/** What has been gathered. */
export interface Collected {
  readonly days: readonly RecurringDay[];
  readonly skipped: readonly BusinessDate[];
  readonly status: DayStatus;
  readonly truncated: boolean;
}

/** Planned days come in order, and moving keeps their order: equal days are neighbours. */
export class Collector {
  readonly #from: number;
  readonly #until: number;
  readonly #cap: number;
  readonly #days: { date: BusinessDate; planned: BusinessDate[]; status: DayStatus }[] = [];
  readonly #skipped: BusinessDate[] = [];
  #status: DayStatus = 'official';

  /** Epoch days, half-open, and the most days to hold, skipped ones included. */
  constructor(from: number, until: number, cap: number) {
    this.#from = from;
    this.#until = until;
    this.#cap = cap;
  }

  /** Takes a planned day. False when there is no room for it, which ends the gathering. */
  take(planned: number, landed: Landed): boolean {
    const day = landed.day ?? planned;
    if (day < this.#from || day >= this.#until) return true;
    const date = fromEpochDay(day);
    const last = this.#days.at(-1);
    const joins = landed.day !== null && last?.date === date;
    if (!joins && this.#days.length + this.#skipped.length === this.#cap) return false;
    this.#status = worseStatus(this.#status, landed.status);
    if (landed.day === null) this.#skipped.push(date);
    else if (joins) {
      last.planned.push(fromEpochDay(planned));
      last.status = worseStatus(last.status, landed.status);
    } else this.#days.push({ date, planned: [fromEpochDay(planned)], status: landed.status });
    return true;
  }

  answer(truncated: boolean): Collected {
    return { days: this.#days, skipped: this.#skipped, status: this.#status, truncated };
  }
}
