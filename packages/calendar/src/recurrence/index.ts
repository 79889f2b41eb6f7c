export { expandRule } from './expand-rule.ts';
export { parseRule } from './parse-rule.ts';
export { recurringDays } from './recurring-days.ts';
export type { RecurringDay } from './collector.ts';
export type { RuleOccurrences, RuleRequest } from './expand-rule.ts';
export type { NonWorkingDayRule } from './landing.ts';
export type { Recurrence, RecurrenceRequest } from './recurring-days.ts';
export type { Frequency, RecurrenceRule, RuleDay } from './rule.ts';
