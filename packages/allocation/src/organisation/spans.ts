import { fromEpochDay, isBusinessDate, toEpochDay } from '@milepost/calendar';
import type { Validity } from './organisation.ts';

/** Epoch days, half-open; `to` is Infinity when open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The days of a validity, or null when they are none. */
export function spanOf({ validFrom, validTo }: Validity): Span | null {
  if (!isBusinessDate(validFrom) || !(validTo === null || isBusinessDate(validTo))) return null;
  const [from, to] = [toEpochDay(validFrom), validTo === null ? Infinity : toEpochDay(validTo)];
  return to > from ? { from, to } : null;
}

/** The days that two spans share, or null. */
export function common(left: Span, right: Span): Span | null {
  const [from, to] = [Math.max(left.from, right.from), Math.min(left.to, right.to)];
  return to > from ? { from, to } : null;
}

/** The parts of a span that none of the others covers, in order. */
export function uncovered(span: Span, others: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let at = span.from;
  for (const { from, to } of [...others].sort((a, b) => a.from - b.from)) {
    if (from > at && at < span.to) gaps.push({ from: at, to: Math.min(from, span.to) });
    at = Math.max(at, to);
  }
  if (at < span.to) gaps.push({ from: at, to: span.to });
  return gaps;
}

/** '2026-01-01…2026-03-01', with nothing after the dots when open. */
export function spanText({ from, to }: Span): string {
  return `${fromEpochDay(from)}…${to === Infinity ? '' : fromEpochDay(to)}`;
}
