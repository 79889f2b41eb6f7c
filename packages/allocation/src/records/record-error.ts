import { AllocationError } from '../error.ts';
import { recordMessages } from './record-messages.ts';

/** An error of stored records, with its texts. */
export function recordError(code: keyof typeof recordMessages, value: unknown, path = ''): AllocationError {
  return new AllocationError(code, recordMessages[code], value, path);
}
