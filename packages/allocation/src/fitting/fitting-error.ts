import { AllocationError } from '../error.ts';
import { fittingMessages } from './fitting-messages.ts';

/** An error of a table to fit, with its texts. */
export function fittingError(code: keyof typeof fittingMessages, value: unknown, path = ''): AllocationError {
  return new AllocationError(code, fittingMessages[code], value, path);
}
