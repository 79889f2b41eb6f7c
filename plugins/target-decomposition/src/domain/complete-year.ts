/** A base year that is not over yet: its open months are filled by an estimate, so that no plan rests on a month without orders. */
import { addDays, periodInterval } from '@milepost/calendar';
import type { WorkingCalendar } from '@milepost/calendar';
import type { OrderGroup } from './actuals.ts';

/** What was estimated, and from what. */
export interface YearEstimate {
  /** The months that are not over, the current one included. */
  readonly months: readonly string[];
  /** The last day whose orders are in. */
  readonly until: string;
  /** `growth`: the same months a year earlier × growth to date by working days; `runRate`: what a working day brought so far. */
  readonly method: 'growth' | 'runRate';
  /** Actual to date over the same working days a year earlier; null with `runRate`. */
  readonly growth: number | null;
  /** 分 that were added. */
  readonly addedMinor: number;
}

/** A base year with its open months filled; `estimate` is null when nothing had to be. */
export interface CompletedYear {
  readonly orders: readonly OrderGroup[];
  readonly days: Readonly<Record<string, number>>;
  readonly estimate: YearEstimate | null;
}

/** What a year is completed from. Amounts in 分; `before` has the months of the year before. */
export interface CompletionInput {
  readonly months: readonly string[];
  readonly orders: readonly OrderGroup[];
  readonly days: Readonly<Record<string, number>>;
  readonly before: Readonly<Record<string, number>>;
  readonly today: string;
  readonly calendar: WorkingCalendar;
}

/** Fills the months that are not over. Without any order to date nothing can be said, and nothing is filled. */
export function completeYear(input: CompletionInput): CompletedYear {
  const { months, orders, days, calendar, today } = input;
  const until = Object.keys(days)
    .filter((day) => day <= today && (days[day] ?? 0) !== 0)
    .sort()
    .at(-1);
  const open =
    until === undefined ? [] : months.filter((month) => periodInterval(month, calendar.fiscalYearStartMonth).end > today);
  const toDate = sum(Object.values(days));
  if (until === undefined || open.length === 0 || toDate <= 0) return { orders, days, estimate: null };
  const next = addDays(until, 1);
  const spans = months.map((month) => ({ month, ...calendar.elapsedWorkingDays(month, next) }));
  const same = sum(spans.map(({ month, elapsed, total }) => (total === 0 ? 0 : ((input.before[month] ?? 0) * elapsed) / total)));
  // A growth that rests on an earlier year without these months would fill them with nothing.
  const growth = same > 0 && open.every((month) => (input.before[month] ?? 0) > 0) ? toDate / same : null;
  const perDay = toDate / Math.max(1, sum(spans.map(({ elapsed }) => elapsed)));
  const filled: Record<string, number> = { ...days };
  const added: OrderGroup[] = [];
  for (const { month, elapsed, total } of spans.filter((span) => open.includes(span.month))) {
    const left = total === 0 ? 0 : (total - elapsed) / total;
    const missing = Math.round(growth === null ? perDay * (total - elapsed) : (input.before[month] ?? 0) * growth * left);
    const { start, end } = periodInterval(month, calendar.fiscalYearStartMonth);
    for (const [day, amount] of spread(missing, daysBetween(next > start ? next : start, end)))
      filled[day] = (filled[day] ?? 0) + amount;
    added.push(...shareOut(missing, month, orders));
  }
  const addedMinor = sum(added.map((group) => group.amountMinor));
  const method = growth === null ? 'runRate' : 'growth';
  return {
    orders: [...orders, ...added],
    days: filled,
    estimate: { months: open, until, method, growth, addedMinor },
  };
}

/** An amount over those who brought the year's orders so far, in proportion and exact to the 分. */
function shareOut(amountMinor: number, month: string, orders: readonly OrderGroup[]): OrderGroup[] {
  const shares = new Map<string, OrderGroup>();
  for (const group of orders) {
    const key = `${group.unitId ?? ''}|${group.ownerId ?? ''}`;
    shares.set(key, {
      ...group,
      month,
      amountMinor: (shares.get(key)?.amountMinor ?? 0) + group.amountMinor,
    });
  }
  const known = [...shares.values()].filter((group) => group.amountMinor > 0);
  const whole = sum(known.map((group) => group.amountMinor));
  let reached = 0;
  let given = 0;
  return known.map((group) => {
    reached += group.amountMinor;
    const upTo = Math.round((amountMinor * reached) / whole);
    const own = upTo - given;
    given = upTo;
    return { ...group, amountMinor: own };
  });
}

function spread(amountMinor: number, days: readonly string[]): [string, number][] {
  return days.map((day, index) => [
    day,
    Math.round((amountMinor * (index + 1)) / days.length) - Math.round((amountMinor * index) / days.length),
  ]);
}

function daysBetween(start: string, end: string): string[] {
  const days: string[] = [];
  for (let day = start; day < end; day = addDays(day, 1)) days.push(day);
  return days;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
