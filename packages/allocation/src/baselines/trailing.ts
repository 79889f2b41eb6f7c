import { isPlanPeriod, periodInterval } from '@milepost/calendar';
import { compileFacts } from './compile-facts.ts';
import { sumMembers } from './fact-table.ts';
import { planSpan } from './placing.ts';
import { remembered, shiftYears } from './time-map.ts';
import { monthsBefore, spansOf } from './window.ts';
import { baselineError } from './baseline-error.ts';
import type { BusinessDate, DateInterval, PeriodId, PeriodScheme } from '@milepost/calendar';
import type { Method } from '../methods/method.ts';
import type { Plan } from '../plan.ts';
import type { CompileOptions } from './compile-facts.ts';
import type { Facts, FactsReport } from './facts.ts';

/** Which stretch of the past counts. */
export interface TrailingOptions {
  /** Whole months, 1 to 120; 12 when left out. */
  readonly months?: number;
  /** The day after the window; the start of the plan when left out. */
  readonly end?: BusinessDate;
  readonly scheme?: PeriodScheme;
  readonly rename?: CompileOptions['rename'];
}

/** The method with the window it read and what became of the facts. */
export interface TrailingMethod extends Method {
  readonly window: DateInterval;
  readonly report: FactsReport;
}

/**
 * By the sum of a window of months before the plan starts, whatever period is being divided; facts must lie in it with all
 * their days. On the time axis a period is weighed by the same periods of the year in the window, by their average where
 * there are several; one that does not occur in it is unknown. Facts of a plan without time axis need `end`.
 *
 * Throws `allocation.window.invalid`, `allocation.facts.time`, and what `compileFacts` throws.
 */
export function trailingTwelveMonths(plan: Plan, facts: Facts, options: TrailingOptions = {}): TrailingMethod {
  const { months = 12, scheme = 1, rename } = options;
  const span = planSpan(plan, scheme);
  const end = options.end ?? span?.start;
  if (end === undefined) throw baselineError('allocation.facts.time', 'time', 'options.end');
  const window = { start: monthsBefore(end, months), end };
  const inWindow = remembered((period) => {
    if (!isPlanPeriod(period)) return false;
    const days = periodInterval(period, scheme);
    return window.start <= days.start && days.end <= window.end;
  });
  const time = plan.grid.axes.at(-1);
  const whole = compileFacts(plan, facts, { scheme, rename, withoutTime: true, time: (past) => (inWindow(past) ? past : null) });
  const seasons = span === null || time === undefined ? null : compileFacts(plan, ofYear(facts, time.id, span, window, inWindow, scheme), { scheme, rename, time: (period) => period }); // prettier-ignore
  return {
    name: months === 12 ? 'trailingTwelveMonths' : `trailing:${months}`,
    window,
    report: whole.report,
    weigh({ plan: current, axis, box, members }, out) {
      const onTime = current.grid.axes[axis]?.kind === 'time';
      sumMembers(onTime && seasons !== null ? seasons : whole, current, axis, box, members, out);
    },
  };
}

/**
 * The facts of the window under the periods of the plan that fall into the same part of the year. Periods that occur more
 * often in the window than others would weigh more: amounts are brought to a common number of occurrences, in integers.
 */
function ofYear(
  facts: Facts,
  time: string,
  plan: DateInterval,
  window: DateInterval,
  inWindow: (period: PeriodId) => boolean,
  scheme: PeriodScheme,
): Facts {
  const standsFor = remembered((past) =>
    inWindow(past) ? spansOf(past, plan, scheme).map((period) => ({ period, times: timesIn(period, window, scheme) })) : [],
  );
  const rows = facts.rows.flatMap((row) => {
    const past = row.at[time];
    if (row.amount === null || past === undefined) return [];
    return standsFor(past).map((found) => ({ row, ...found }));
  });
  const common = [...new Set(rows.map(({ times }) => times))].reduce(leastCommonMultiple, 1);
  return {
    axes: facts.axes,
    rows: rows.map(({ row, period, times }) => ({
      at: { ...row.at, [time]: period },
      amount: ((row.amount as number) * common) / times,
    })),
  };
}

/** How often a period of the plan occurs in the window, years earlier. */
function timesIn(period: PeriodId, window: DateInterval, scheme: PeriodScheme): number {
  let times = 0;
  for (let years = 1; years <= 40; years += 1) {
    const { start, end } = periodInterval(shiftYears(period, -years), scheme);
    if (window.start <= start && end <= window.end) times += 1;
    if (end <= window.start) break;
  }
  return times;
}

function leastCommonMultiple(a: number, b: number): number {
  let [left, right] = [a, b];
  while (right > 0) [left, right] = [right, left % right];
  return (a / left) * b;
}
