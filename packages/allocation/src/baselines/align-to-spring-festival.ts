import { fromEpochDay, isBusinessDate, toEpochDay, worseStatus } from '@milepost/calendar';
import { checkFacts } from './facts.ts';
import { festivalDays } from './festival-days.ts';
import { baselineError } from './baseline-error.ts';
import { shareOut } from '../share/share-out.ts';
import type { DateInterval, DayStatus, WorkingCalendar } from '@milepost/calendar';
import type { Fact, Facts } from './facts.ts';
import type { FestivalDays, FestivalPair, FestivalWindow } from './festival-days.ts';

/** What history is aligned to. */
export interface AlignOptions {
  /** The days of the plan. */
  readonly target: DateInterval;
  /** How many years earlier the history lies; several are added up. 1 when left out. */
  readonly yearsBack?: readonly number[];
  readonly window?: FestivalWindow;
  /** Compares by working day: see `alignToSpringFestival`. */
  readonly calendar?: WorkingCalendar;
  /** The time axis of the facts; 'time' when left out. */
  readonly axis?: string;
}

/** What aligning did. */
export interface AlignReport {
  readonly pairs: readonly FestivalPair[];
  /** Days with an amount, per combination, in the years compared with; and their sum: exactly that of the aligned facts. */
  readonly rows: number;
  readonly amount: number;
  /** Such days outside of these years. They lend their pattern where the window reaches over the turn of the year, no amount. */
  readonly outside: number;
  /** Days of the plan compared with the same weekday in the first or last week of the history, which does not reach further. */
  readonly borrowedDays: readonly string[];
  /** Combinations with no usable amount on any aligned day: they stand on their plain dates. */
  readonly plainCombinations: number;
  /** How far the working days can be trusted; null without a calendar. */
  readonly status: DayStatus | null;
}

/** Amounts of one combination of the other axes, by epoch day. */
type Days = ReadonlyMap<number, number>;

/**
 * Re-indexes daily history by days from 春节: the result are facts on the days of the plan, to be compiled with `samePeriod`.
 *
 * Each day of the plan takes the amount of the day it is compared with (`festivalDays`); levels move, so January keeps its
 * ordinary days when the festival leaves it. Then every combination (person, product …) is brought back to exactly the
 * total it had in the past year, by largest remainders. With a calendar the amounts of the seven days around the compared
 * day, divided by their working days, come back on the working days of the plan: weekends and make-up days (调休) do not
 * disturb the comparison, and what was sold on days off counts for the working days around.
 *
 * Throws what `checkFacts` and `festivalDays` throw, and `allocation.festival.daily` for a fact that is not of one day.
 */
export function alignToSpringFestival(
  facts: Facts,
  options: AlignOptions,
): { readonly facts: Facts; readonly report: AlignReport } {
  checkFacts(facts);
  const axis = options.axis ?? 'time';
  const [start, end] = [toEpochDay(options.target.start, 'target.start'), toEpochDay(options.target.end, 'target.end')];
  const combinations = byCombination(facts, axis);
  const allDays = [...combinations.values()].flatMap(({ days }) => [...days.keys()]);
  const known = allDays.reduce<[number, number]>(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [Infinity, -Infinity],
  );
  const work = options.calendar === undefined ? null : workOf(options.calendar);
  const rows: Fact[] = [];
  const report = { pairs: [] as FestivalPair[], rows: 0, amount: 0, borrowedDays: new Set<string>(), plainCombinations: 0 };
  for (const years of options.yearsBack ?? [1]) {
    const days = festivalDays(start, end, years, options.window);
    report.pairs.push(...days.pairs);
    const compared = comparedDays(days, start, end, known, report.borrowedDays);
    const [from, to] = [days.plainDay(start), days.plainDay(end)];
    for (const { at, days: amounts } of combinations.values()) {
      const inYear = [...amounts].filter(([day]) => day >= from && day < to);
      if (inYear.length === 0) continue;
      report.rows += inYear.length;
      const total = inYear.reduce((sum, [, amount]) => sum + amount, 0);
      report.amount += total;
      const weights = weightsOf(amounts, compared, start, Math.sign(total), work);
      let shared = shareByDay(total, weights);
      if (shared === null) {
        report.plainCombinations += 1;
        shared = onPlainDates(inYear, days, start, end);
      }
      shared.forEach((amount, index) => {
        if (amount === amount) rows.push({ at: { ...at, [axis]: fromEpochDay(start + index) }, amount });
      });
    }
  }
  return {
    facts: { axes: facts.axes, rows },
    report: {
      ...report,
      outside: Math.max(0, allDays.length - report.rows),
      borrowedDays: [...report.borrowedDays].sort(),
      status: work === null ? null : work.status(),
    },
  };
}

function byCombination(facts: Facts, axis: string): Map<string, { at: Fact['at']; days: Map<number, number> }> {
  const found = new Map<string, { at: Fact['at']; days: Map<number, number> }>();
  const others = facts.axes.filter((id) => id !== axis);
  facts.rows.forEach(({ at, amount }, index) => {
    const date = at[axis];
    if (!isBusinessDate(date)) throw baselineError('allocation.festival.daily', date, `facts.rows.${index}.at.${axis}`);
    if (amount === null) return;
    const key = JSON.stringify(others.map((id) => at[id] ?? null));
    let combination = found.get(key);
    if (combination === undefined) found.set(key, (combination = { at, days: new Map() }));
    const day = toEpochDay(date);
    combination.days.set(day, (combination.days.get(day) ?? 0) + amount);
  });
  return found;
}

/** The day of the past for each day of the plan; notes those for which the history does not reach far enough. */
function comparedDays(
  days: FestivalDays,
  start: number,
  end: number,
  [first, last]: readonly [number, number],
  borrowed: Set<string>,
): Int32Array {
  return Int32Array.from({ length: end - start }, (_, index) => {
    const aligned = days.alignedDay(start + index);
    if (aligned >= first && aligned <= last) return aligned;
    // Not the plain date: it may lie in the rush or the lull of the past year.
    borrowed.add(fromEpochDay(start + index));
    return aligned < first ? first + 6 - ((first - aligned + 6) % 7) : last - 6 + ((aligned - last + 6) % 7);
  });
}

/** Weights of the days of the plan for one combination; amounts against the sign of the total weigh nothing. */
function weightsOf(amounts: Days, compared: Int32Array, start: number, sign: number, work: Work | null): Float64Array {
  return Float64Array.from(compared, (day, index) => {
    const amount = work === null ? amounts.get(day) : rateAround(amounts, day, work);
    if (amount === undefined || (work !== null && !work.works(start + index))) return NaN;
    return Math.max(sign < 0 ? -amount : amount, 0);
  });
}

/** The amount per working day of the week around a day; undefined when nothing is known of it. */
function rateAround(amounts: Days, day: number, work: Work): number | undefined {
  let [sum, worked, known] = [0, 0, false];
  for (let near = day - 3; near <= day + 3; near += 1) {
    const amount = amounts.get(near);
    if (amount !== undefined) {
      sum += amount;
      known = true;
    }
    if (work.works(near)) worked += 1;
  }
  if (!known) return undefined;
  return worked === 0 ? 0 : sum / worked;
}

/** Null when there is something to share and no weight to share it by. */
function shareByDay(total: number, weights: Float64Array): Float64Array | null {
  if (!weights.some((weight) => (total === 0 ? weight === weight : weight > 0))) return null;
  const out = new Float64Array(weights.length);
  shareOut(total, weights, null, out);
  return out;
}

function onPlainDates(
  inYear: readonly (readonly [number, number])[],
  days: FestivalDays,
  start: number,
  end: number,
): Float64Array {
  const placeOf = new Map<number, number>();
  for (let day = end - 1; day >= start; day -= 1) placeOf.set(days.plainDay(day), day - start);
  const out = new Float64Array(end - start).fill(NaN);
  for (const [day, amount] of inYear) {
    // A 29 February that the plan's year does not have goes with the 28th.
    const place = placeOf.get(day) ?? placeOf.get(day - 1) ?? 0;
    const before = out[place] ?? NaN;
    out[place] = before === before ? before + amount : amount;
  }
  return out;
}

interface Work {
  works(day: number): boolean;
  status(): DayStatus;
}

function workOf(calendar: WorkingCalendar): Work {
  const known = new Map<number, boolean>();
  let status: DayStatus = 'official';
  return {
    works(day) {
      let works = known.get(day);
      if (works === undefined) {
        const answer = calendar.isWorkingDay(fromEpochDay(day));
        status = worseStatus(status, answer.status);
        known.set(day, (works = answer.working));
      }
      return works;
    },
    status: () => status,
  };
}
