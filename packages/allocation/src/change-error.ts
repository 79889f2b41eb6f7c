import { changeMessages } from './change-messages.ts';
import { AllocationError } from './error.ts';
import type { ChangeErrorCode } from './change-messages.ts';

/** An error of an edit or a decomposition, with its texts. */
export function changeError(code: ChangeErrorCode, value: unknown, path = ''): AllocationError {
  return new AllocationError(code, changeMessages[code], value, path);
}
