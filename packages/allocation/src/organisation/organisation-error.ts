import { AllocationError } from '../error.ts';
import { organisationMessages } from './organisation-messages.ts';

/** An error of an organisation, with its texts. */
export function organisationError(code: keyof typeof organisationMessages, value: unknown, path = ''): AllocationError {
  return new AllocationError(code, organisationMessages[code], value, path);
}
