/** Work that repeats in a cycle instead of by the week: alternating weeks (大小周) and shifts. */
import { toEpochDay } from './dates.ts';
import { companyError } from './company-error.ts';
import { CalendarError } from './error.ts';
import type { BusinessDate } from './dates.ts';
import type { DayFraction, LocalName } from './day.ts';

/** A cycle of worked and free days. Takes the place of the weekend, in an overlay. */
export interface WorkPattern {
  /** Shown with an answer, for example 甲班 / Shift A. */
  readonly name?: LocalName;
  /** Any day on which the cycle begins. The cycle runs from there in both directions. */
  readonly anchor: BusinessDate;
  /** How much of each day is worked, 1 to 400 days: [1, 1, 1, 1, 0, 0] is four on, two off. */
  readonly cycle: readonly DayFraction[];
  /** 'follow': statutory holidays are free and make-up days worked, as in offices. 'ignore': the cycle alone decides. */
  readonly statutory: 'follow' | 'ignore';
  /** First day the pattern holds for; from ever when missing. */
  readonly from?: BusinessDate;
  /** First day it no longer holds for; for ever when missing. */
  readonly until?: BusinessDate;
}

/** A pattern made ready for look-up. Days are epoch days. */
export interface IndexedPattern {
  readonly name: LocalName | null;
  readonly overlay: string;
  readonly anchor: number;
  readonly cycle: readonly DayFraction[];
  readonly ignoresStatutory: boolean;
  readonly from: number;
  readonly until: number;
}

const LONGEST_CYCLE = 400;

/** Checks a pattern. Throws `calendar.date.invalid`, `.cycle.invalid`, `.statutory.invalid`, `.interval.reversed`. */
export function indexPattern(pattern: WorkPattern, overlay: string, path: string): IndexedPattern {
  const { cycle, statutory, name = null } = pattern;
  const cells: readonly unknown[] = Array.isArray(cycle) ? cycle : [];
  const known = cells.every((cell) => cell === 0 || cell === 0.5 || cell === 1) && cells.some((cell) => cell !== 0);
  if (!known || cells.length > LONGEST_CYCLE) throw companyError('calendar.cycle.invalid', cycle, `${path}.cycle`);
  if ((statutory as unknown) !== 'follow' && (statutory as unknown) !== 'ignore') {
    throw companyError('calendar.statutory.invalid', statutory, `${path}.statutory`);
  }
  const from = pattern.from === undefined ? -Infinity : toEpochDay(pattern.from, `${path}.from`);
  const until = pattern.until === undefined ? Infinity : toEpochDay(pattern.until, `${path}.until`);
  if (until < from) {
    throw new CalendarError('calendar.interval.reversed', `${pattern.from}/${pattern.until}`, `${path}.until`);
  }
  const anchor = toEpochDay(pattern.anchor, `${path}.anchor`);
  return { name, overlay, anchor, cycle: [...cycle], ignoresStatutory: statutory === 'ignore', from, until };
}

/** How much of a day the pattern works. */
export function patternFraction({ anchor, cycle }: IndexedPattern, day: number): DayFraction {
  const { length } = cycle;
  return cycle[(((day - anchor) % length) + length) % length] ?? 0;
}
