import type { StoredRecord } from './row.ts';

/** A write that passed every check, ready for the database. */
export interface PlannedWrite {
  /** Where its problems are reported: `''` or `writes.3.`. */
  readonly path: string;
  readonly id: string;
  readonly stored: StoredRecord | undefined;
  readonly next: {
    readonly ownerId: string | null;
    readonly unitId: string | null;
    readonly accountId: string | null;
    readonly value: unknown;
    readonly deleted: boolean;
    readonly revision: number;
  };
}
