import { AllocationError } from './error.ts';
import { messages } from './messages.ts';

/** An error of the core, with its texts. */
export function coreError(code: keyof typeof messages, value: unknown, path = ''): AllocationError {
  return new AllocationError(code, messages[code], value, path);
}
