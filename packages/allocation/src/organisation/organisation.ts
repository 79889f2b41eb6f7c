/**
 * An organisation that changes: who belonged to which unit when, and which unit to which above it. All validity is half-open:
 * `validTo` is the first day after, null when it is open.
 */
import type { BusinessDate } from '@milepost/calendar';

/** The days something is valid. */
export interface Validity {
  readonly validFrom: BusinessDate;
  readonly validTo: BusinessDate | null;
}

/** A unit in its place for a time. A unit that moves has several, one after the other. */
export interface UnitSpan extends Validity {
  readonly id: string;
  /** Null for the top. */
  readonly parentId: string | null;
}

/** A person in a unit for a time. Whoever moves has several, one after the other. */
export interface Membership extends Validity {
  readonly personId: string;
  readonly unitId: string;
}

/** See the head of this file. Plain data. */
export interface Organisation {
  readonly units: readonly UnitSpan[];
  readonly memberships: readonly Membership[];
}
