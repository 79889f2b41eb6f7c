import type { EntityName } from './field.ts';

/**
 * A row on its way into the mirror: field names to values. `undefined` or a missing field leaves the mirror's
 * value as it is (a new row gets null); `null` clears it.
 */
export type MirrorRow = Readonly<Record<string, unknown>>;

/** A company as the mirror keeps it. */
export interface TenantInfo {
  readonly id: string;
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name; business days are days of this zone. */
  readonly timeZone: string;
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
  /** The language people of this company see first. */
  readonly locale: 'zh-CN' | 'en';
}

/** What an upsert did. `unchanged` rows were there already with the same values and are not written. */
export interface UpsertCounts {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** How a load treats what the mirror holds. */
export interface LoadOptions {
  /** Empties the tenant's mirror tables first. False when left out: rows are merged by id. */
  readonly replace?: boolean;
  /** Who or what loads, for the audit log: `demo`, `import`, a connector's id. */
  readonly source: string;
}

/**
 * Writes rows into the canonical mirror of one tenant, all or nothing. The order of calls is `begin`, any number
 * of `upsert` in the order of `entityNames`, then `finish`, or `rollback` at any point. One transaction spans
 * them: readers see the state before `begin` until `finish` resolves. References are checked at `finish`, so
 * that people and units may name each other.
 *
 * Derived fields, as `compute` fills them and the demo company gives them:
 * - `units.path`: the ids from the root, `/co/east/sh/`.
 * - `accessOwnerId`: the present owner of the row's account.
 * - `unitId` of accounts: the owner's present unit; of opportunities, stage changes, orders and activities: the unit
 *   of the owner's primary membership on `createdOn`, `changedOn`, `orderedOn`, `dayOn`. No membership on that day:
 *   the next one, else the last.
 * - `ownerId` of contacts comes from their account, of stage changes from their opportunity, of order lines and
 *   invoices from their order, of receipts from their invoice; `unitId` likewise, stage changes aside.
 * - `accountId` of lines, invoices and receipts, `categoryId` and `orderedOn` of lines: from order and product.
 * - `invoices.openMinor`: the amount less its receipts.
 */
export interface MirrorSink {
  begin(tenant: TenantInfo, options: LoadOptions): Promise<void>;
  /** Merges rows by `id`. Rows are pulled lazily, so a source may be larger than memory. */
  upsert(entity: EntityName, rows: Iterable<MirrorRow>): Promise<UpsertCounts>;
  /**
   * Commits. `compute` fills every derived field (paths, unit at the time, present account owner, category of a
   * line, open amount, …) in SQL first; `given` trusts the derived fields of the rows, as the demo company has them.
   */
  finish(derive: 'compute' | 'given'): Promise<void>;
  /** Leaves the mirror as it was before `begin`. Safe to call twice and after a failed `upsert`. */
  rollback(): Promise<void>;
}

/** What the mirror already holds of one tenant, for checks of incoming rows against it. */
export interface MirrorLookup {
  /** Those of `ids` that exist. */
  existing(entity: EntityName, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Every row whose `field` is one of `values`, with all its fields. `field` is `id` or a reference. */
  rowsBy(entity: EntityName, field: string, values: readonly string[]): Promise<readonly MirrorRow[]>;
}

/** A mirror that holds nothing. */
export const emptyLookup: MirrorLookup = {
  existing: () => Promise.resolve(new Set<string>()),
  rowsBy: () => Promise.resolve([]),
};

/** A program's way into the mirror of a configured database, without a person: for loads, imports and connectors. */
export interface MirrorAccess {
  /** Every company in the database. */
  tenants(): Promise<readonly TenantInfo[]>;
  /** A sink for one load. */
  sink(): MirrorSink;
  lookup(tenantId: string): MirrorLookup;
  /** Where the rows go, for people to read: without a password. */
  readonly describes: string;
  /** Ends connections, and an embedded server that was started for this. */
  close(): Promise<void>;
}
