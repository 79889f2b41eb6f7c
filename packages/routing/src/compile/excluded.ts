import type { BusinessDate } from '@milepost/calendar';
import type { Customer, VisitProblem } from '../problem/visit-problem.ts';
import { visitsOfPatterns } from './day-patterns.ts';
import { wantedOf } from './frequency.ts';
import { reasonTexts } from './notice.ts';
import type { ReasonCode, Texts, Values } from './notice.ts';

/** Visits that are not in the plan, and why. */
export interface Excluded {
  /** Null for an appointment. */
  readonly customer: string | null;
  readonly appointment: string | null;
  readonly representative: string | null;
  /** Visits that are missing. A broken promise is one of them, not listed a second time where the frequency falls short. */
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

/** Every promise and every visit wanted of a customer of whom not one can be planned; with patterns, the visits of the longest one. */
export function excludedAltogether(customer: Customer, horizon: VisitProblem['horizon'], reason: ReasonCode): Excluded[] {
  const { id, promised, patterns } = customer;
  const wanted = patterns === null ? wantedOf(customer, horizon).visits : visitsOfPatterns(patterns, horizon);
  const visits = Math.max(0, wanted - promised.length);
  const promises = promised.map(({ date }) => excluded(id, 1, reason, { promisedDate: date }));
  return visits === 0 ? promises : [...promises, excluded(id, visits, reason)];
}
