import {
  daysFromSpringFestival,
  fromEpochDay,
  isBusinessDate,
  isPlanPeriod,
  periodInterval,
  toEpochDay,
  worseStatus,
} from '@milepost/calendar';
import { checkFacts } from './facts.ts';
import { baselineError } from './baseline-error.ts';
import { changeError } from '../change-error.ts';
import { shareOut } from '../share/share-out.ts';
import type { DayStatus, PeriodScheme, WorkingCalendar } from '@milepost/calendar';
import type { Fact, Facts } from './facts.ts';

/** How months become days. */
export interface SpreadMonthsOptions {
  /** Only its working days get anything. Without it all days do. */
  readonly calendar?: WorkingCalendar;
  /** Level of a day by its distance from 春节, for example { '-3': 1.6, '0': 0 }; 1 for days left out. */
  readonly profile?: Readonly<Record<string, number>>;
  readonly scheme?: PeriodScheme;
  /** The time axis of the facts; 'time' when left out. */
  readonly axis?: string;
}

/** What spreading did, so that nobody takes its days for measured ones. */
export interface SpreadMonthsReport {
  /** Facts that were longer than a day. */
  readonly spread: number;
  readonly by: 'days' | 'workingDays' | 'profile' | 'workingDays+profile';
  /** Periods without any day that counts: spread evenly over all their days. */
  readonly even: readonly string[];
  /** How far the working days can be trusted; null without a calendar. */
  readonly status: DayStatus | null;
}

/**
 * Splits facts by month (or week, quarter, year) over their days, so that they can be aligned to 春节: by working days, by a
 * known profile around the festival, or both. Every fact keeps its amount exactly. Facts by day stay as they are. The festival
 * itself is only as sharp as calendar and profile draw it; daily facts are better where there are any.
 *
 * Throws what `checkFacts` throws, `allocation.festival.daily` for what is no period, `allocation.weight.invalid` for a level
 * below 0.
 */
export function spreadMonths(
  facts: Facts,
  options: SpreadMonthsOptions,
): { readonly facts: Facts; readonly report: SpreadMonthsReport } {
  checkFacts(facts);
  const { axis = 'time', scheme = 1, calendar, profile } = options;
  for (const [distance, level] of Object.entries(profile ?? {})) {
    if (!(level >= 0 && level < Infinity)) throw changeError('allocation.weight.invalid', level, `profile.${distance}`);
  }
  const weighed = new Map<string, { start: number; weights: Float64Array; status: DayStatus; even: boolean }>();
  let spread = 0;
  const rows = facts.rows.flatMap((row, index): Fact[] => {
    const period = row.at[axis];
    if (isBusinessDate(period) || row.amount === null) return [row];
    if (!isPlanPeriod(period)) throw baselineError('allocation.festival.daily', period, `facts.rows.${index}.at.${axis}`);
    let days = weighed.get(period);
    if (days === undefined) weighed.set(period, (days = weighDays(period, scheme, calendar, profile)));
    spread += 1;
    const out = new Float64Array(days.weights.length);
    shareOut(row.amount, days.weights, null, out);
    const { start } = days;
    return Array.from(out, (amount, at) => ({ ...row, at: { ...row.at, [axis]: fromEpochDay(start + at) }, amount }));
  });
  const by = [calendar && 'workingDays', profile && 'profile'].filter((part) => part !== undefined).join('+');
  return {
    facts: { ...facts, rows },
    report: {
      spread,
      by: by === '' ? 'days' : (by as SpreadMonthsReport['by']),
      even: [...weighed].flatMap(([period, { even }]) => (even ? [period] : [])),
      status: calendar === undefined ? null : [...weighed.values()].reduce<DayStatus>((worst, { status }) => worseStatus(worst, status), 'official'), // prettier-ignore
    },
  };
}

function weighDays(
  period: string,
  scheme: PeriodScheme,
  calendar: WorkingCalendar | undefined,
  profile: SpreadMonthsOptions['profile'],
) {
  const interval = periodInterval(period, scheme);
  const [start, end] = [toEpochDay(interval.start), toEpochDay(interval.end)];
  let status: DayStatus = 'official';
  const weights = Float64Array.from({ length: end - start }, (_, index) => {
    const date = fromEpochDay(start + index);
    const answer = calendar?.isWorkingDay(date);
    if (answer !== undefined) status = worseStatus(status, answer.status);
    if (answer?.working === false) return 0;
    const distance = profile === undefined ? null : daysFromSpringFestival(date);
    return distance === null ? 1 : (profile?.[String(distance.days)] ?? 1);
  });
  const even = !weights.some((weight) => weight > 0);
  return { start, weights: even ? weights.fill(1) : weights, status, even };
}
