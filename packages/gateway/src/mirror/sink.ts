import { entities, entityNames } from '@milepost/crm';
import type { EntityName, LoadOptions, MirrorRow, MirrorSink, TenantInfo, UpsertCounts } from '@milepost/crm';
import type { Pool, PoolClient } from 'pg';
import { appendAudit } from '../audit/append.ts';
import { checkReferences } from './check-references.ts';
import { copyRows } from './copy.ts';
import { announceLoad } from './loaded-channel.ts';
import { computeDerived } from './derive.ts';
import { mergeRows } from './merge.ts';
import { dropStrayNotes, emptyTable } from './plugin-activity.ts';

/** What to do around a load. */
export interface SinkOptions {
  /** Runs after a commit: scopes may have changed. */
  readonly onLoaded?: (tenantId: string) => void;
  /** Who is named in the audit log; the source when left out. */
  readonly actor?: string;
}

interface Load {
  readonly client: PoolClient;
  readonly tenant: TenantInfo;
  readonly options: LoadOptions;
  readonly counts: Map<EntityName, UpsertCounts>;
}

/** The mirror of one database: each load is one transaction of the loader role. */
export class PgMirrorSink implements MirrorSink {
  readonly #pool: Pool;
  readonly #options: SinkOptions;
  #load: Load | undefined;

  constructor(pool: Pool, options: SinkOptions = {}) {
    this.#pool = pool;
    this.#options = options;
  }

  async begin(tenant: TenantInfo, options: LoadOptions): Promise<void> {
    if (this.#load) throw new Error('The load before has neither finished nor been rolled back.');
    const client = await this.#pool.connect();
    this.#load = { client, tenant, options, counts: new Map() };
    await client.query('BEGIN');
    await client.query("SELECT set_config('app.tenant', $1, true)", [tenant.id]);
    // One load of a company at a time; requests go on reading.
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('mirror/' || $1, 0))", [tenant.id]);
    await client.query(
      `INSERT INTO tenant (tenant_id, name, currency, time_zone, fiscal_year_start_month, locale)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant_id) DO UPDATE SET name = excluded.name,
         currency = excluded.currency, time_zone = excluded.time_zone,
         fiscal_year_start_month = excluded.fiscal_year_start_month, locale = excluded.locale`,
      [tenant.id, tenant.name, tenant.currency, tenant.timeZone, tenant.fiscalYearStartMonth, tenant.locale],
    );
    if (!options.replace) return;
    for (const name of [...entityNames].reverse()) await emptyTable(client, entities[name].table);
  }

  async upsert(entity: EntityName, rows: Iterable<MirrorRow>): Promise<UpsertCounts> {
    const { client, counts } = this.#current();
    await copyRows(client, entities[entity], rows);
    const done = await mergeRows(client, entities[entity]);
    const before = counts.get(entity) ?? { inserted: 0, changed: 0, unchanged: 0 };
    counts.set(entity, {
      inserted: before.inserted + done.inserted,
      changed: before.changed + done.changed,
      unchanged: before.unchanged + done.unchanged,
    });
    return done;
  }

  async finish(derive: 'compute' | 'given'): Promise<void> {
    const { client, tenant, options, counts } = this.#current();
    if (options.replace) await dropStrayNotes(client);
    await checkReferences(client, [...counts.keys()]);
    if (derive === 'compute') await computeDerived(client);
    await client.query('UPDATE tenant SET mirror_version = mirror_version + 1 WHERE tenant_id = $1', [tenant.id]);
    await appendAudit(client, { tenantId: tenant.id, actor: this.#options.actor ?? options.source }, [
      {
        action: 'mirror.loaded',
        subject: options.source,
        details: { replace: options.replace ?? false, counts: Object.fromEntries(counts) },
      },
    ]);
    await announceLoad(client, tenant.id);
    await client.query('COMMIT');
    this.#load = undefined;
    await refreshStatistics(client, counts);
    client.release();
    this.#options.onLoaded?.(tenant.id);
  }

  async rollback(): Promise<void> {
    const load = this.#load;
    this.#load = undefined;
    if (!load) return;
    const failure = await load.client.query('ROLLBACK').then(
      () => undefined,
      (error: Error) => error,
    );
    load.client.release(failure);
  }

  #current(): Load {
    if (!this.#load) throw new Error('There is no load: call begin first.');
    return this.#load;
  }
}

/** Without statistics the first queries after a large load would scan whole tables. Older servers do it by themselves later. */
async function refreshStatistics(client: PoolClient, counts: ReadonlyMap<EntityName, UpsertCounts>): Promise<void> {
  for (const [name, { inserted, changed }] of counts) {
    if (inserted + changed > 100) await client.query(`ANALYZE ${entities[name].table}`).catch(() => undefined);
  }
}
