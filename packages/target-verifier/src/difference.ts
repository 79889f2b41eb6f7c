import { differs, fill } from './messages.ts';
import type { Words } from './messages.ts';

/** What kind of difference it is. */
export type DifferenceCode = keyof typeof differs;

/** One thing that does not hold, with its place and by how much. */
export interface Difference {
  readonly code: DifferenceCode;
  /** Where in the file, such as `certificate.totals.0.axes.1.totals.3`. */
  readonly path: string;
  /** The cell or member in words of the plan, such as `organisation=north`; '' where there is none. */
  readonly place: string;
  readonly expected: string | null;
  readonly found: string | null;
  /** `found - expected`, an integer as text; null where one of them is no amount. */
  readonly amount: string | null;
  readonly texts: Words;
}

/** An amount: null is "nobody said", not 0. */
export type Amount = bigint | null;

/** A difference of two amounts. */
export function amountsDiffer(code: DifferenceCode, path: string, place: string, expected: Amount, found: Amount): Difference {
  const amount = expected === null || found === null ? null : String(found - expected);
  return make(code, path, place, text(expected), text(found), amount);
}

/** A difference of two texts. */
export function textsDiffer(code: DifferenceCode, path: string, place: string, expected: string, found: string): Difference {
  return make(code, path, place, expected, found, null);
}

function make(
  ...[code, path, place, expected, found, amount]: [DifferenceCode, string, string, string, string, string | null]
): Difference {
  const texts = fill(differs[code], { expected, found, amount: amount ?? 'null ≠ 0' });
  return { code, path, place, expected, found, amount, texts };
}

function text(amount: Amount): string {
  return amount === null ? 'null' : String(amount);
}
