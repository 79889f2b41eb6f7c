import { weekNumbersOf } from './day-facts.ts';
import type { DayFacts } from './day-facts.ts';
import type { RecurrenceRule, RuleDay } from './rule.ts';

/** Whether a day satisfies every BY part of a rule that speaks of days. */
export function dayMatches(rule: RecurrenceRule, day: DayFacts): boolean {
  return (
    allows(rule.months, day.month) &&
    allows(rule.monthDays, day.dayOfMonth, day.dayOfMonth - day.daysInMonth - 1) &&
    allows(rule.yearDays, day.dayOfYear, day.dayOfYear - day.daysInYear - 1) &&
    (rule.weekNumbers.length === 0 || allows(rule.weekNumbers, ...weekNumbersOf(day.epochDay, rule.weekStart))) &&
    (rule.days.length === 0 || rule.days.some((wanted) => isNamed(rule, wanted, day)))
  );
}

function allows(list: readonly number[], ...values: readonly number[]): boolean {
  return list.length === 0 || values.some((value) => list.includes(value));
}

/** A numbered weekday counts within the month, in a yearly rule without months within the year. */
function isNamed(rule: RecurrenceRule, { weekday, nth }: RuleDay, day: DayFacts): boolean {
  if (weekday !== day.weekday) return false;
  if (nth === null) return true;
  const inMonth = rule.frequency === 'MONTHLY' || rule.months.length > 0;
  const [place, length] = inMonth ? [day.dayOfMonth, day.daysInMonth] : [day.dayOfYear, day.daysInYear];
  return nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((length - place + 1) / 7) === -nth;
}
