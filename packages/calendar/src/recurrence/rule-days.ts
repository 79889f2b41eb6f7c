/** The days of a rule, one set per year, month, week or day that its frequency and interval reach. */
import { dayFacts, epochDayOf, weekStartOf } from './day-facts.ts';
import { dayMatches } from './day-matches.ts';
import type { RecurrenceRule } from './rule.ts';

/** What the start says where the rule is silent: FREQ=MONTHLY alone is the day of the month of the start. */
export function withDefaults(rule: RecurrenceRule, start: number): RecurrenceRule {
  const { frequency, months, monthDays, yearDays, weekNumbers, days } = rule;
  if ([monthDays, yearDays, weekNumbers, days].some((list) => list.length > 0)) return rule;
  const first = dayFacts(start);
  if (frequency === 'WEEKLY') return { ...rule, days: [{ weekday: first.weekday, nth: null }] };
  if (frequency === 'MONTHLY') return { ...rule, monthDays: [first.dayOfMonth] };
  if (frequency !== 'YEARLY') return rule;
  return { ...rule, months: months.length > 0 ? months : [first.month], monthDays: [first.dayOfMonth] };
}

/**
 * Matching days in order, as one list per period of the frequency, up to the period that holds `last` (epoch days).
 * The first period is whole, so days before the start are in it: BYSETPOS counts them. Rules by hours, minutes or
 * seconds answer with every single day; `rule-times.ts` applies their interval.
 */
export function* ruleDays(rule: RecurrenceRule, start: number, last: number): Generator<number[]> {
  for (let step = 0; ; step += 1) {
    const [from, to] = periodAt(rule, start, step);
    if (from > last) return;
    const days: number[] = [];
    for (let day = from; day < to; day += 1) if (dayMatches(rule, dayFacts(day))) days.push(day);
    if (days.length > 0) yield days;
  }
}

/** Half-open epoch days of the period some steps after the one the start lies in. */
function periodAt(rule: RecurrenceRule, start: number, step: number): readonly [number, number] {
  const { frequency, interval, weekStart } = rule;
  const { year, month } = dayFacts(start);
  if (frequency === 'YEARLY') {
    const at = year + step * interval;
    return [epochDayOf(at, 1, 1), epochDayOf(at + 1, 1, 1)];
  }
  if (frequency === 'MONTHLY') {
    const at = month + step * interval;
    return [epochDayOf(year, at, 1), epochDayOf(year, at + 1, 1)];
  }
  if (frequency === 'WEEKLY') {
    const from = weekStartOf(start, weekStart) + step * interval * 7;
    return [from, from + 7];
  }
  const from = start + step * (frequency === 'DAILY' ? interval : 1);
  return [from, from + 1];
}
