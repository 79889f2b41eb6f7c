import { AllocationError } from '../error.ts';
import { outlookMessages } from './outlook-messages.ts';

/** An error of the outlook, with its texts. */
export function outlookError(code: keyof typeof outlookMessages, value: unknown, path = ''): AllocationError {
  return new AllocationError(code, outlookMessages[code], value, path);
}
