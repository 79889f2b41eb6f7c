import { AllocationError } from '../error.ts';
import { baselineMessages } from './baseline-messages.ts';

/** An error of a baseline, with its texts. */
export function baselineError(code: keyof typeof baselineMessages, value: unknown, path = ''): AllocationError {
  return new AllocationError(code, baselineMessages[code], value, path);
}
