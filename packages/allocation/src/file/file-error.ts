import { AllocationError } from '../error.ts';
import { fileMessages } from './file-messages.ts';

/** An error of a target file, with its texts. */
export function fileError(code: keyof typeof fileMessages, value: unknown, path = ''): AllocationError {
  return new AllocationError(code, fileMessages[code], value, path);
}
