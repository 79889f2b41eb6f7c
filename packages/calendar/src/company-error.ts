import { CalendarError } from './error.ts';
import { companyMessages } from './company-messages.ts';
import type { CompanyErrorCode } from './company-messages.ts';

/** An error about a company's calendar or about counting in it, with its own texts. */
export function companyError(code: CompanyErrorCode, value: unknown, path = ''): CalendarError {
  return new CalendarError(code, value, path, companyMessages[code]);
}
