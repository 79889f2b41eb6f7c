import { CalendarError } from '../error.ts';
import { ruleMessages } from '../messages.ts';
import type { RuleErrorCode } from '../messages.ts';

/** An error of a rule; `part` is the name before the equals sign, '' for the rule as a whole. */
export function ruleError(code: RuleErrorCode, value: unknown, part = ''): CalendarError {
  return new CalendarError(code, value, part === '' ? 'rule' : `rule.${part}`, ruleMessages[code]);
}

/** An error of what stands beside the rule: `start`, `until`, `maxCount`, `whenNotWorking`. */
export function requestError(code: RuleErrorCode, value: unknown, field: string): CalendarError {
  return new CalendarError(code, value, field, ruleMessages[code]);
}
