import { broken, fill } from './messages.ts';
import type { Words } from './messages.ts';

/** Stable codes of constraints. */
export type BrokenCode = keyof typeof broken;

/** One constraint that a plan breaks. Null where it is not about a day, vehicle or customer. */
export interface Broken {
  readonly code: BrokenCode;
  /** Number of the day, or its date in a visit plan. */
  readonly day: number | string | null;
  /** Number of the vehicle, or the id of a representative. */
  readonly vehicle: number | string | null;
  readonly client: string | null;
  readonly found: string;
  readonly expected: string;
  readonly texts: Words;
}

/** Where a constraint is broken. */
export interface Spot {
  readonly day?: number | string;
  readonly vehicle?: number | string;
  readonly client?: string;
}

/** Notes a broken constraint. */
export function breaks(code: BrokenCode, spot: Spot, found: string | number = '', expected: string | number = ''): Broken {
  const blanks = { found: shown(found), expected: shown(expected) };
  const { day = null, vehicle = null, client = null } = spot;
  return { code, day, vehicle, client, ...blanks, texts: fill(broken[code], blanks) };
}

function shown(value: string | number): string {
  return typeof value === 'string' ? value : String(Number(value.toFixed(6)));
}

/** Whether a number exceeds another by more than sums of doubles may be off. */
export function exceeds(value: number, limit: number): boolean {
  return value - limit > 1e-6 * Math.max(1, Math.abs(limit));
}
