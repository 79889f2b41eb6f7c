import type { BusinessDate } from '@milepost/calendar';
import type { Customer, PublishedVisit, TimeRange } from '../problem/visit-problem.ts';
import type { ReasonCode } from './notice.ts';

/** A promise that can be kept as far as calendars go. */
export interface Promised {
  readonly day: number;
  /** Position of the representative; -1: any that may visit. */
  readonly person: number;
  readonly window: readonly [open: number, close: number] | null;
}

/** What promises are judged by. */
export interface PromiseContext {
  readonly dayOf: ReadonlyMap<BusinessDate, number>;
  /** The first day, and the day after the last. */
  readonly horizon: { readonly from: BusinessDate; readonly until: BusinessDate };
  readonly personOf: ReadonlyMap<string, number>;
  /** Those who may visit the customer. */
  readonly may: readonly number[];
  works(person: number, day: number): boolean;
  /** Whether the customer is open at all on the day. */
  open(day: number): boolean;
}

interface Wish {
  readonly date: BusinessDate;
  readonly window: TimeRange | null;
  readonly representative: string | null;
}

/** Promises of a customer and published visits somebody pinned: those that can be kept, and those that cannot with the reason. */
export function judgePromises(
  customer: Customer,
  pinned: readonly PublishedVisit[],
  context: PromiseContext,
): {
  readonly kept: readonly Promised[];
  readonly broken: readonly { readonly date: BusinessDate; readonly reason: ReasonCode }[];
} {
  const dates = new Set(customer.promised.map(({ date }) => date));
  const decided = pinned.filter(({ date }) => !dates.has(date));
  const wishes: Wish[] = [
    ...customer.promised,
    ...decided.map(({ date, representative }) => ({ date, representative, window: null })),
  ];
  const judged = wishes.map((wish) => ({ wish, judgement: judge(wish, context) }));
  return {
    kept: judged.flatMap(({ judgement }) => (typeof judgement === 'string' ? [] : [judgement])),
    broken: judged.flatMap(({ wish, judgement }) =>
      typeof judgement === 'string' ? [{ date: wish.date, reason: judgement }] : [],
    ),
  };
}

function judge(
  { date, window, representative }: Wish,
  { dayOf, horizon, personOf, may, works, open }: PromiseContext,
): Promised | ReasonCode {
  const day = dayOf.get(date);
  if (day === undefined) return horizon.from <= date && date < horizon.until ? 'promise.noSlot' : 'promise.outside';
  // Somebody of another group may not visit either: those who may all are in this one.
  const person = representative === null ? -1 : personOf.get(representative);
  if (person === undefined || (person >= 0 && !may.includes(person))) return 'promise.representative';
  if (!(person >= 0 ? [person] : may).some((one) => works(one, day))) return 'promise.noSlot';
  if (window === null && !open(day)) return 'promise.closed';
  return { day, person, window: window === null ? null : [window.fromMinute, window.untilMinute - 1] };
}
