import type { BusinessDate } from '@milepost/calendar';
import { reasonTexts } from './notice.ts';
import type { ReasonCode, Texts, Values } from './notice.ts';

/** Visits that are not in the plan, and why. */
export interface Excluded {
  /** Null for an appointment. */
  readonly customer: string | null;
  readonly appointment: string | null;
  readonly representative: string | null;
  readonly missing: number;
  /** Day of the promise that is broken; null when it is about the frequency. */
  readonly promisedDate: BusinessDate | null;
  readonly reason: ReasonCode;
  readonly texts: Texts;
}

/** Visits of a customer that nobody can plan. */
export function excluded(
  customer: string,
  missing: number,
  reason: ReasonCode,
  about: { readonly promisedDate?: BusinessDate; readonly values?: Values } = {},
): Excluded {
  const { promisedDate = null, values } = about;
  return { customer, appointment: null, representative: null, missing, promisedDate, reason, texts: reasonTexts(reason, values) };
}
